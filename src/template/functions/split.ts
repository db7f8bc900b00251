import { type Argument, type Call, EvaluationError, type TemplateFunction } from '../template-function.ts';
import { overCandidates } from './candidates.ts';
import { describe, refuse, stringAt } from './operands.ts';

function delimitersOf(args: readonly Argument[], call: Call): string[] {
  const [, delimiter] = args;
  if (typeof delimiter === 'string') return delimiter === '' ? [] : [delimiter];
  if (!Array.isArray(delimiter)) return refuse(call, args, 1, 'a string or an array of strings');
  return delimiter.flatMap((item) => {
    if (typeof item === 'string') return item === '' ? [] : [item];
    throw new EvaluationError(`split expects strings as delimiters, but one is ${describe(item)}`);
  });
}

/** Splits `text` at each delimiter; where several match at one place, the one named first. */
function splitText(text: string, delimiters: readonly string[]): string[] {
  if (delimiters.length === 1) return text.split(delimiters[0]!);
  const parts: string[] = [];
  let start = 0;
  for (let position = 0; position < text.length; ) {
    const found = delimiters.find((delimiter) => text.startsWith(delimiter, position));
    if (found === undefined) {
      position++;
      continue;
    }
    parts.push(text.slice(start, position));
    position += found.length;
    start = position;
  }
  parts.push(text.slice(start));
  return parts;
}

/** `split` (template-functions-string.md). */
export const split: TemplateFunction = overCandidates({
  name: 'split',
  argumentsMin: 2,
  argumentsMax: 2,
  returns: 'array',
  run: (args, call) => splitText(stringAt(call, args, 0), delimitersOf(args, call)),
});
