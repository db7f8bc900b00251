import type { TemplateFunction } from '../template-function.ts';
import { mapCandidates } from './candidates.ts';
import { isUnknown, stringAt } from './operands.ts';

// White space as .NET has it: with U+0085, without U+FEFF.
const leading = /^(?:(?!\ufeff)\s|\u0085)+/;
const trailing = /^(?:(?!\ufeff)\s|\u0085)$/;

/** `text` without white space at its ends. */
export function trimText(text: string): string {
  const start = leading.exec(text)?.[0].length ?? 0;
  let end = text.length;
  while (end > start && trailing.test(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/** `trim` (template-functions-string.md). */
export const trim: TemplateFunction = {
  name: 'trim',
  argumentsMin: 1,
  argumentsMax: 1,
  unknowns: 'handle',
  returns: 'string',
  run(args, call) {
    const [text] = args;
    if (!isUnknown(text)) return trimText(stringAt(call, args, 0));
    // What is known is trimmed at both of its ends: the rest may be nothing but white space.
    const facts = { type: 'string', prefix: trimText(text.prefix), suffix: trimText(text.suffix) } as const;
    return mapCandidates(text, call, facts, (candidate) => trimText(stringAt(call, [candidate], 0)));
  },
};
