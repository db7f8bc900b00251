import { EvaluationError } from '../template-function.ts';

/** A place in a composite format where an argument goes. */
export interface FormatItem {
  /** Which argument, counted from 0. */
  readonly index: number;
  /** The least width; negative to align left. */
  readonly alignment: number;
  readonly format: string;
}

const alignmentMax = 1_000_000;
const itemPattern = /^\{ *(\d{1,7}) *(?:, *(-?\d+) *)?(?::((?:[^{}]|\{\{|\}\})*))?\}/;

/** Takes a composite format string apart into literal text and the places of its arguments. */
export function parseFormat(format: string): (string | FormatItem)[] {
  const pieces: (string | FormatItem)[] = [];
  let literal = '';
  for (let position = 0; position < format.length; ) {
    const character = format[position]!;
    if ((character === '{' || character === '}') && format[position + 1] === character) {
      literal += character;
      position += 2;
    } else if (character === '{') {
      const [all, item] = readItem(format.slice(position));
      if (literal !== '') pieces.push(literal);
      literal = '';
      pieces.push(item);
      position += all.length;
    } else if (character === '}') {
      throw new EvaluationError('the format string has a `}` without its `{`');
    } else {
      const end = position + (format.slice(position).match(/^[^{}]+/)?.[0].length ?? 1);
      literal += format.slice(position, end);
      position = end;
    }
  }
  if (literal !== '') pieces.push(literal);
  return pieces;
}

function readItem(rest: string): [string, FormatItem] {
  const match = itemPattern.exec(rest);
  if (!match) throw new EvaluationError(`the format string cannot be read at \`${rest.slice(0, 20)}\``);
  const [all, index, alignment, format] = match;
  const width = Number(alignment ?? 0);
  if (Math.abs(width) > alignmentMax) {
    throw new EvaluationError(`the format string aligns to ${width}, but ${alignmentMax} is the most`);
  }
  return [
    all,
    {
      index: Number(index),
      alignment: width,
      format: (format ?? '').replace(/\{\{|\}\}/g, (pair) => pair[0]!),
    },
  ];
}

/** `text` made at least as wide as `alignment` asks, with spaces. */
export function align(text: string, alignment: number): string {
  return alignment < 0 ? text.padEnd(-alignment) : text.padStart(alignment);
}
