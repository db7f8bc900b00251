import { fold } from '../../../kernel/index.ts';
import { devicePropertyNamed } from './device-property.ts';
import type { DeviceOperator, DeviceRule } from './device-rule.ts';
import { RuleProblem } from './rule-problem.ts';
import { type RuleToken, ruleTokens } from './rule-tokens.ts';

/** A rule as it was read, or why it is none. */
export type DeviceRuleReading =
  | { readonly rule: DeviceRule; readonly problem: undefined }
  | { readonly rule: undefined; readonly problem: string };

/** Characters that a filter rule may have (docs/identity/conditional-access/concept-condition-filters-for-devices.md). */
const lengthMax = 3072;
const depthMax = 64;

/**
 * Reads a device filter rule. `-not` binds tighter than `-and`, which binds tighter than `-or`; names and operators in any case; the hyphen of
 * an operator may be left out, as the documentation itself does at times. Grammar:
 * ```
 * or         = and { -or and }
 * and        = unary { -and unary }
 * unary      = -not unary | '(' or ')' | device.property operator value
 * value      = text | word | '[' value { ',' value } ']'
 * ```
 */
export function parseDeviceRule(text: string): DeviceRuleReading {
  try {
    if (text.length > lengthMax)
      throw new RuleProblem(`it has ${text.length} characters, more than ${lengthMax}`);
    return { rule: new RuleParser(ruleTokens(text)).parse(), problem: undefined };
  } catch (error) {
    if (!(error instanceof RuleProblem)) throw error;
    return { rule: undefined, problem: error.problem };
  }
}

const operators: ReadonlyMap<string, DeviceOperator> = new Map(
  (['eq', 'startsWith', 'endsWith', 'contains', 'in', 'match'] as const).map((name) => [fold(name), name]),
);
const endToken: RuleToken = { kind: 'end' };

class RuleParser {
  readonly #tokens: readonly RuleToken[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly RuleToken[]) {
    this.#tokens = tokens;
  }

  parse(): DeviceRule {
    const rule = this.#chain('or');
    if (this.#next.kind !== 'end') throw this.#unexpected('`-and`, `-or` or the end');
    return rule;
  }

  get #next(): RuleToken {
    return this.#tokens[this.#at] ?? endToken;
  }

  #chain(kind: 'and' | 'or'): DeviceRule {
    const part = () => (kind === 'or' ? this.#chain('and') : this.#unary());
    const first = part();
    const rules = [first];
    while (this.#isOperator(kind)) {
      this.#at++;
      rules.push(part());
    }
    return rules.length === 1 ? first : { kind, rules };
  }

  #isOperator(name: string): boolean {
    const token = this.#next;
    if (token.kind === 'operator') return token.name === name;
    return token.kind === 'word' && fold(token.text) === name;
  }

  #unary(): DeviceRule {
    const isNot = this.#isOperator('not');
    if (!isNot && this.#next.kind !== '(') return this.#comparison();
    if (++this.#depth > depthMax) throw new RuleProblem(`it is nested deeper than ${depthMax} levels`);
    this.#at++;
    const rule = isNot ? this.#unary() : this.#chain('or');
    if (!isNot) this.#expect(')');
    this.#depth--;
    return isNot ? { kind: 'not', rule } : rule;
  }

  #comparison(): DeviceRule {
    const token = this.#next;
    if (token.kind !== 'word') throw this.#unexpected('a property such as `device.isCompliant`');
    const property = devicePropertyNamed(token.text);
    if (property === undefined) throw new RuleProblem(`\`${token.text}\` is no property of a device`);
    this.#at++;
    const { operator, isNegative } = this.#operator();
    const values = this.#next.kind === '[' ? this.#list() : [this.#value()];
    if (values.length !== 1 && operator !== 'in')
      throw new RuleProblem(`\`-${operator}\` compares with one value`);
    return { kind: 'comparison', property, operator, isNegative, values };
  }

  #operator(): { operator: DeviceOperator; isNegative: boolean } {
    const token = this.#next;
    if (token.kind !== 'operator' && token.kind !== 'word') throw this.#unexpected('an operator');
    const name = token.kind === 'operator' ? token.name : fold(token.text);
    const plain = operators.get(name);
    const negative = name === 'ne' ? 'eq' : name.startsWith('not') ? operators.get(name.slice(3)) : undefined;
    const operator = plain ?? negative;
    if (operator === undefined) throw new RuleProblem(`\`-${name}\` is no operator of device filters`);
    this.#at++;
    return { operator, isNegative: plain === undefined };
  }

  #list(): (string | null)[] {
    this.#at++;
    const values = [this.#value()];
    while (this.#next.kind === ',') {
      this.#at++;
      values.push(this.#value());
    }
    this.#expect(']');
    return values;
  }

  #value(): string | null {
    const token = this.#next;
    if (token.kind !== 'text' && token.kind !== 'word') throw this.#unexpected('a value');
    this.#at++;
    return token.kind === 'word' && fold(token.text) === 'null' ? null : token.text;
  }

  #expect(kind: ')' | ']'): void {
    if (this.#next.kind !== kind) throw this.#unexpected(`\`${kind}\``);
    this.#at++;
  }

  #unexpected(expected: string): RuleProblem {
    const token = this.#next;
    const found =
      token.kind === 'end'
        ? 'it ends'
        : `\`${'text' in token ? token.text : 'name' in token ? `-${token.name}` : token.kind}\` stands`;
    return new RuleProblem(`${found} where ${expected} is expected`);
  }
}
