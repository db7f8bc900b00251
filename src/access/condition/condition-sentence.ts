import { fold, sameName } from '../../kernel/index.ts';
import type { Attribute } from './attribute.ts';
import { type Comparable, printComparable } from './comparable.ts';
import type { Comparison, Condition, Operand } from './condition.ts';
import { type Guard, guardOf } from './condition-guard.ts';
import { roleAssignmentActions, roleAssignmentAttributes } from './role-assignment-facts.ts';

/** Looks up what people call a role or a principal; `undefined` when nobody knows. */
export type NameLookup = (kind: 'role' | 'principal', id: string) => string | undefined;

/** A condition as a person reads it, in one line without a full stop. */
export function conditionSentence(condition: Condition, names: NameLookup = () => undefined): string {
  const writer = new SentenceWriter(names);
  const parts = condition.kind === 'and' ? condition.conditions : [];
  if (!parts.some((part) => guardOf(part) !== undefined)) return writer.clause(condition);
  return parts.map((part) => writer.clause(part)).join('; ');
}

const roleKeys = sides('role');
const principalKeys = sides('principal');
const typeKeys = sides('principalType');

const delegation = [
  [roleAssignmentActions.write, 'written'],
  [roleAssignmentActions.delete, 'deleted'],
] as const;

function sides(name: 'role' | 'principal' | 'principalType'): readonly string[] {
  return [roleAssignmentAttributes.Request[name], roleAssignmentAttributes.Resource[name]];
}

class SentenceWriter {
  readonly #names: NameLookup;

  constructor(names: NameLookup) {
    this.#names = names;
  }

  clause(condition: Condition): string {
    const guard = guardOf(condition);
    if (guard === undefined) return `allowed ${this.#only(condition)}`;
    const [subject, allowed, refused] = subjectOf(guard);
    return guard.body === undefined
      ? `${subject} ${refused}`
      : `${subject} ${allowed} ${this.#only(guard.body)}`;
  }

  /** `only for roles A, B and principals of type User`, or `only if ...` where the condition is not of that form. */
  #only(condition: Condition): string {
    const parts = condition.kind === 'and' ? condition.conditions : [condition];
    const nouns = parts.map((part) => this.#noun(part));
    return nouns.some((noun) => noun === undefined)
      ? `only if ${this.#phrase(condition, false)}`
      : `only for ${nouns.join(' and ')}`;
  }

  /** `roles A, B`, `principals of type User` ... */
  #noun(condition: Condition): string | undefined {
    if (condition.kind !== 'comparison' || condition.left.kind !== 'attribute') return undefined;
    const { left, operator, right } = condition;
    if (!operator.isEquality || right.kind !== 'values') return undefined;
    const isOneOf = operator.quantifier?.endsWith('OfAnyValues') === true;
    if (right.values.length > 1 && isOneOf === operator.isNegated) return undefined;
    const list = this.#values(left, condition, right.values).join(', ');
    const except = operator.isNegated ? 'other than ' : '';
    if (roleKeys.includes(left.key))
      return `role${right.values.length > 1 || except ? 's' : ''} ${except}${list}`;
    if (principalKeys.includes(left.key))
      return `principal${right.values.length > 1 || except ? 's' : ''} ${except}${list}`;
    if (typeKeys.includes(left.key)) return `principals of ${except ? 'types ' : 'type '}${except}${list}`;
    return undefined;
  }

  #phrase(condition: Condition, isInner: boolean): string {
    switch (condition.kind) {
      case 'and':
      case 'or': {
        const text = condition.conditions.map((part) => this.#phrase(part, true)).join(` ${condition.kind} `);
        return isInner ? `(${text})` : text;
      }
      case 'not':
        return condition.condition.kind === 'exists'
          ? `${attributePhrase(condition.condition.attribute)} is not there`
          : `not (${this.#phrase(condition.condition, false)})`;
      case 'exists':
        return `${attributePhrase(condition.attribute)} is there`;
      case 'action':
        return `the action is \`${condition.pattern}\``;
      case 'subOperation':
        return `the suboperation is \`${condition.pattern}\``;
      case 'comparison':
        return this.#comparison(condition);
      default:
        return condition satisfies never;
    }
  }

  #comparison(comparison: Comparison): string {
    const { left, operator, right } = comparison;
    const every = operator.quantifier?.startsWith('ForAll') === true ? 'every value of ' : '';
    const conjunction = operator.quantifier?.endsWith('OfAllValues') === true ? 'and' : 'or';
    const attribute = left.kind === 'attribute' ? left : right.kind === 'attribute' ? right : undefined;
    const side = (operand: Operand) =>
      operand.kind === 'attribute'
        ? attributePhrase(operand)
        : joined(this.#values(attribute, comparison, operand.values), conjunction);
    return `${every}${side(left)} ${verbOf(comparison)} ${side(right)}`;
  }

  #values(
    attribute: Attribute | undefined,
    { operator }: Comparison,
    values: readonly Comparable[],
  ): string[] {
    const key = attribute?.key ?? '';
    return values.map((value) => {
      const kind = roleKeys.includes(key) ? 'role' : principalKeys.includes(key) ? 'principal' : undefined;
      if (kind !== undefined) return this.#names(kind, String(value)) ?? String(value);
      if (typeKeys.includes(key)) return String(value);
      return operator.family === 'string' ? `\`${value}\`` : printComparable(value, operator.family);
    });
  }
}

/** Who or what may or may not, and how that is said. */
function subjectOf({ actions }: Guard): readonly [subject: string, allowed: string, refused: string] {
  const [first] = actions;
  if (actions.length === 1 && first?.limit === '')
    for (const [action, verb] of delegation)
      if (sameName(first.pattern, action))
        return ['role assignments', `may be ${verb}`, `may not be ${verb}`];
  const list = joined(
    actions.map(({ pattern, limit }) => `\`${pattern}\`${limit}`),
    'and',
  );
  const is = actions.length === 1 ? 'is' : 'are';
  return [list, `${is} allowed`, `${is} not allowed`];
}

function attributePhrase({ key, source, namespace, name, marker }: Attribute): string {
  if (roleKeys.includes(key)) return 'the role';
  if (principalKeys.includes(key)) return 'the principal';
  if (typeKeys.includes(key)) return 'the type of the principal';
  const of = `of the ${fold(source)}`;
  if (marker === 'keys') return `the keys of \`${lastSegment(name)}\` ${of}`;
  const short = namespace === '' ? name : `${lastSegment(namespace)}:${name}`;
  return `\`${short}\` ${of}`;
}

function lastSegment(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

/** The comparison in words; negated ones are read off the plain name. */
function verbOf({ operator }: Comparison): string {
  const { name, family, isNegated } = operator;
  if (name.includes('StartsWith')) return isNegated ? 'does not start with' : 'starts with';
  if (name.includes('Like')) return isNegated ? 'is not like' : 'is like';
  const orEqual = name.endsWith('ThanEquals') ? ' or equal to' : '';
  if (name.includes('LessThan')) return `is ${family === 'dateTime' ? 'before' : 'less than'}${orEqual}`;
  if (name.includes('GreaterThan')) return `is ${family === 'dateTime' ? 'after' : 'greater than'}${orEqual}`;
  return isNegated ? 'differs from' : 'is';
}

function joined(values: readonly string[], conjunction: 'and' | 'or'): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
