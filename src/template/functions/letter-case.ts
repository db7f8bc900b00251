import { Unknown } from '../../kernel/index.ts';
import type { TemplateFunction } from '../template-function.ts';
import { mapCandidates } from './candidates.ts';
import { stringAt } from './operands.ts';
import { unknownText } from './partial-text.ts';

const ascii = /^[\0-\x7f]*$/;

/** `text` in lower case, character by character, so that its length and the case of its parts do not depend on the rest. */
export function lowerInvariant(text: string): string {
  return ascii.test(text) ? text.toLowerCase() : mapCharacters(text, (character) => character.toLowerCase());
}

/** `text` in upper case, character by character. A character with no single counterpart (`ß`) stays. */
export function upperInvariant(text: string): string {
  return ascii.test(text) ? text.toUpperCase() : mapCharacters(text, (character) => character.toUpperCase());
}

function mapCharacters(text: string, map: (character: string) => string): string {
  let result = '';
  for (const character of text) {
    const mapped = map(character);
    result += mapped.length === character.length ? mapped : character;
  }
  return result;
}

function caseFunction(name: string, map: (text: string) => string): TemplateFunction {
  return {
    name,
    argumentsMin: 1,
    argumentsMax: 1,
    unknowns: 'handle',
    returns: 'string',
    run(args, call) {
      const [text] = args;
      if (!(text instanceof Unknown)) return map(stringAt(call, args, 0));
      if (!text.candidates) return unknownText(call, map(text.prefix), map(text.suffix));
      const facts = { type: 'string', prefix: map(text.prefix), suffix: map(text.suffix) } as const;
      return mapCandidates(text, call, facts, (candidate) => map(stringAt(call, [candidate], 0)));
    },
  };
}

/** `toLower` (template-functions-string.md). */
export const toLower: TemplateFunction = caseFunction('toLower', lowerInvariant);

/** `toUpper` (template-functions-string.md). */
export const toUpper: TemplateFunction = caseFunction('toUpper', upperInvariant);
