import type { Unknown } from '../../kernel/index.ts';
import type { TemplateFunction } from '../template-function.ts';
import { overCandidates } from './candidates.ts';
import type { Tri } from './deep-equals.ts';
import { lowerInvariant } from './letter-case.ts';
import { isUnknown, stringAt } from './operands.ts';

interface End {
  /** Whether `text` has `affix` at this end. */
  has(text: string, affix: string): boolean;
  /** What is known of an unknown string at this end. */
  known(unknown: Unknown): string;
}

function affixFunction(name: string, end: End): TemplateFunction {
  const exact = overCandidates({
    name,
    argumentsMin: 2,
    argumentsMax: 2,
    returns: 'bool',
    run: (args, call) =>
      end.has(lowerInvariant(stringAt(call, args, 0)), lowerInvariant(stringAt(call, args, 1))),
  });
  function decide(text: unknown, affix: unknown): Tri {
    if (affix === '') return true;
    if (text instanceof Object && isUnknown(text as Unknown)) {
      const known = lowerInvariant(end.known(text as Unknown));
      const wanted = lowerInvariant(typeof affix === 'string' ? affix : end.known(affix as Unknown));
      if (typeof affix === 'string' && end.has(known, wanted)) return true;
      return end.has(known, wanted) || end.has(wanted, known) ? undefined : false;
    }
    if (typeof text !== 'string') return undefined;
    return end.has(lowerInvariant(text), lowerInvariant(end.known(affix as Unknown))) ? undefined : false;
  }
  return {
    ...exact,
    run(args, call) {
      const [text, affix] = args;
      const isOpen = isUnknown(text) ? isUnknown(affix) || typeof affix === 'string' : isUnknown(affix);
      return (isOpen ? decide(text, affix) : undefined) ?? exact.run(args, call);
    },
  };
}

/** `startsWith`, without regard to case (template-functions-string.md). */
export const startsWith: TemplateFunction = affixFunction('startsWith', {
  has: (text, affix) => text.startsWith(affix),
  known: (unknown) => unknown.prefix,
});

/** `endsWith`, without regard to case (template-functions-string.md). */
export const endsWith: TemplateFunction = affixFunction('endsWith', {
  has: (text, affix) => text.endsWith(affix),
  known: (unknown) => unknown.suffix,
});
