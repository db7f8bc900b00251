import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { mapCandidates } from './candidates.ts';
import { checkLength, isUnknown, stringAt } from './operands.ts';
import { unknownText } from './partial-text.ts';

/** The start of the result that is certain when only the start of the text is known. */
function replacedPrefix(prefix: string, old: string, replacement: string): string {
  let result = '';
  let position = 0;
  while (position < prefix.length) {
    if (prefix.startsWith(old, position)) {
      result += replacement;
      position += old.length;
    } else if (old.startsWith(prefix.slice(position))) {
      // What is not known may complete an occurrence that starts here.
      break;
    } else {
      result += prefix[position++];
    }
  }
  return result;
}

/** The end of the result that is certain when only the end of the text is known. */
function replacedSuffix(suffix: string, old: string): string {
  // An occurrence inside may or may not be replaced: one before it may overlap it.
  if (suffix.includes(old)) return '';
  for (let length = Math.min(suffix.length, old.length - 1); length > 0; length--) {
    if (old.endsWith(suffix.slice(0, length))) return suffix.slice(length);
  }
  return suffix;
}

/** `replace` of every occurrence, with regard to case (template-functions-string.md). */
export const replace: TemplateFunction = {
  name: 'replace',
  argumentsMin: 3,
  argumentsMax: 3,
  unknowns: 'handle',
  returns: 'string',
  run(args, call) {
    const [text] = args;
    if (isUnknown(args[1]) || isUnknown(args[2])) return unknownText(call);
    const [old, replacement] = [stringAt(call, args, 1), stringAt(call, args, 2)];
    if (old === '') throw new EvaluationError('replace cannot replace the empty string');
    const replaceIn = (whole: string) => {
      const parts = whole.split(old);
      checkLength(call, whole.length + (parts.length - 1) * (replacement.length - old.length));
      return parts.join(replacement);
    };
    if (!isUnknown(text)) return replaceIn(stringAt(call, args, 0));
    const facts = {
      type: 'string',
      prefix: replacedPrefix(text.prefix, old, replacement),
      suffix: replacedSuffix(text.suffix, old),
    } as const;
    return mapCandidates(text, call, facts, (candidate) => replaceIn(stringAt(call, [candidate], 0)));
  },
};
