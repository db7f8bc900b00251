import { fold } from '../../../kernel/index.ts';
import { RuleProblem } from './rule-problem.ts';

/** A token of a device filter rule. */
export type RuleToken =
  | { readonly kind: '(' | ')' | '[' | ']' | ',' | 'end' }
  /** A word after a hyphen, folded: `eq`, `and` ... */
  | { readonly kind: 'operator'; readonly name: string }
  | { readonly kind: 'text' | 'word'; readonly text: string };

const wordPart = /[\w.:+]/;

/** The tokens of a rule, an `end` token last. Throws RuleProblem. */
export function ruleTokens(text: string): RuleToken[] {
  const tokens: RuleToken[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? '';
    if (/\s/.test(char)) at++;
    else if (isMark(char)) {
      tokens.push({ kind: char });
      at++;
    } else if (char === '"' || char === "'") {
      const { value, end } = quotedAt(text, at, char);
      tokens.push({ kind: 'text', text: value });
      at = end;
    } else if (char === '-' || wordPart.test(char)) {
      const start = at++;
      while (at < text.length && (wordPart.test(text[at] ?? '') || (char !== '-' && text[at] === '-'))) at++;
      const word = text.slice(start, at);
      tokens.push(
        char === '-' ? { kind: 'operator', name: fold(word.slice(1)) } : { kind: 'word', text: word },
      );
    } else throw new RuleProblem(`\`${char}\` cannot stand here`);
  }
  tokens.push({ kind: 'end' });
  return tokens;
}

function isMark(char: string): char is '(' | ')' | '[' | ']' | ',' {
  return '()[],'.includes(char);
}

/** A text in quotes; a backtick or a backslash takes the meaning from the quote after it. */
function quotedAt(text: string, start: number, quote: string): { value: string; end: number } {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === quote) return { value, end: at + 1 };
    const next = text[at + 1];
    if ((char === '`' || char === '\\') && next === quote) {
      value += next;
      at++;
    } else value += char;
  }
  throw new RuleProblem('a text is not closed');
}
