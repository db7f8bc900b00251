import type { Unknown, Value } from '../../kernel/index.ts';
import { type Call, EvaluationError } from '../template-function.ts';
import { checkLength, limited } from './operands.ts';

/** A piece of text of which only the ends are known. */
export interface PartialText {
  readonly prefix: string;
  readonly suffix: string;
  /** The texts it can be, if there are few. */
  readonly candidates?: readonly string[] | undefined;
}

/** A piece of text, wholly or partly known. */
export type Text = string | PartialText;

const candidateCountMax = 16;

/** What is known about the text that `unknown` becomes, where `toText` turns a candidate into text. */
export function textOfUnknown(unknown: Unknown, toText: (value: Value) => string): PartialText {
  const { candidates, prefix, suffix } = unknown;
  if (!candidates || candidates.length > candidateCountMax || candidates.some(isOpen))
    return { prefix, suffix };
  return { prefix, suffix, candidates: unlessError(() => candidates.map(toText)) };
}

function isOpen(value: Value): boolean {
  return typeof value === 'object' && value !== null;
}

function unlessError<Result>(compute: () => Result): Result | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

/** Joins pieces of text into a string, or into an unknown string with the longest known beginning and end. */
export function joinTexts(call: Call, pieces: readonly Text[]): string | Unknown {
  const first = pieces.findIndex((piece) => typeof piece !== 'string');
  if (first < 0) return joinKnown(call, pieces as string[]);
  const last = pieces.findLastIndex((piece) => typeof piece !== 'string');
  const before = joinKnown(call, pieces.slice(0, first) as string[]);
  const after = joinKnown(call, pieces.slice(last + 1) as string[]);
  const [head, tail] = [pieces[first] as PartialText, pieces[last] as PartialText];
  return call.unknown({
    type: 'string',
    prefix: before + head.prefix,
    suffix: tail.suffix + after,
    candidates:
      first === last
        ? unlessError(() => head.candidates?.map((text) => limited(call, before + text + after)))
        : undefined,
  });
}

function joinKnown(call: Call, pieces: readonly string[]): string {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  // The sum is checked before the string is made.
  checkLength(call, length);
  return pieces.join('');
}

/** An unknown string of which a beginning and an end are known. */
export function unknownText(call: Call, prefix = '', suffix = ''): Unknown {
  return call.unknown({ type: 'string', prefix, suffix });
}
