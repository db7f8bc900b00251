import { fold, isKnown, textOfValue, Unknown, type Value } from '../../kernel/index.ts';
import { oppositeValues } from './opposite-values.ts';
import type { PropertyPath } from './property-change.ts';

/** A value that may make a condition turn out as wanted. */
export interface WantedValue {
  /** `undefined`: the property is removed. */
  readonly value: Value | undefined;
  /** How much is known for it; lower is better. */
  readonly cost: number;
  /** Where it goes, seen from what the condition looks at. */
  readonly suffix?: PropertyPath;
  /** The rule wants the property gone. */
  readonly isAsked?: true;
  /** Known to be right only by its form: a person puts in the value. */
  readonly isPlaceholder?: true;
}

/** What one operand of a condition would have to be. */
export interface Wish {
  /** The operator without its `not`. */
  readonly operator: string;
  readonly target: Value | undefined;
  readonly wanted: boolean;
  readonly before: Value | undefined;
  /** Values that the policy names for the field elsewhere. */
  readonly named: readonly Value[];
  /** The property is a list, by its name. */
  readonly isList?: boolean;
  /** Values that the policy's advice states. */
  readonly stated?: readonly Value[];
}

/** What stands for a value that only a person can give. */
export const placeholder = 'to-be-set';

/** Costs: what the policy's advice says, what the rule asks for, its opposite, an allowed value, a value in form, another value of the policy, nothing, anything else. */
const costs = {
  stated: -2,
  asked: 0,
  opposite: 1,
  bound: 1,
  named: 3,
  placeholder: 4,
  other: 6,
  removed: 8,
  anything: 9,
} as const;

/** Up to this cost a value is one that the policy or the language of Azure's APIs stands for. */
export const meantCostMax: number = costs.placeholder + 1;

/** The values that may fulfil a wish, in the type that the property has. Whether one does is for an evaluation to say. */
export function wantedValues(wish: Wish): WantedValue[] {
  const stated = (wish.stated ?? []).map((value): WantedValue => ({ value, cost: costs.stated }));
  const values = [...stated, ...(wish.wanted ? fulfilling(wish) : avoiding(wish)), ...opposites(wish)];
  return values.map((one) =>
    one.value === undefined || one.suffix !== undefined ? one : { ...one, value: fitted(one.value, wish) },
  );
}

/** `not…` operators wish the contrary of the operator they negate. */
export function positiveWish(operator: string, wanted: boolean): { operator: string; wanted: boolean } {
  const folded = fold(operator);
  return folded.startsWith('not')
    ? { operator: folded.slice(3), wanted: !wanted }
    : { operator: folded, wanted };
}

function fulfilling(wish: Wish): WantedValue[] {
  const { operator, target, named } = wish;
  const others = named.map((value): WantedValue => ({ value, cost: costs.named }));
  if (target === undefined || !isKnown(target)) return others;
  switch (operator) {
    case 'equals':
      return [{ value: target, cost: target === '' ? costs.other : costs.asked }];
    case 'in':
      return Array.isArray(target) ? listed(target, wish.before) : [];
    case 'like':
      return typeof target === 'string' ? likePattern(target) : [];
    case 'match':
    case 'matchinsensitively':
      return typeof target === 'string'
        ? [{ value: matchPattern(target), cost: costs.placeholder, isPlaceholder: true }]
        : [];
    case 'contains':
      return containing(wish);
    case 'containskey':
      return [
        { value: placeholder, suffix: [textOfValue(target)], cost: costs.placeholder, isPlaceholder: true },
      ];
    case 'exists':
      return isTrue(target)
        ? [
            ...others,
            ...named
              .flatMap((value) => oppositeValues(value))
              .map((value) => ({ value, cost: costs.opposite })),
            { value: placeholder, cost: costs.placeholder, isPlaceholder: true },
          ]
        : [{ value: undefined, cost: costs.removed, isAsked: true }];
    default:
      return [...bounds(operator, target, true), ...others];
  }
}

function avoiding(wish: Wish): WantedValue[] {
  const { operator, target, before, named } = wish;
  const removal: WantedValue = { value: undefined, cost: costs.removed };
  const others = named.map((value): WantedValue => ({ value, cost: costs.other }));
  if (target === undefined) return [...others, removal];
  if (operator === 'exists') return fulfilling({ ...wish, target: !isTrue(target), wanted: true });
  if (operator === 'contains') return [...withoutMember(target, before), ...others, removal];
  if (operator === 'containskey')
    return [{ value: undefined, suffix: [textOfValue(target)], cost: costs.removed, isAsked: true }];
  const list = operator === 'in' && Array.isArray(target) ? target : [target];
  const contrary = list
    .flatMap((one) => oppositeValues(one))
    .map((value) => ({ value, cost: costs.opposite }));
  return [...contrary, ...bounds(operator, target, false), ...others, removal, ...anythingElse(list)];
}

/** Where only a text is ruled out, any other will do for the policy; that a text was missing says that one is needed. */
function anythingElse(ruledOut: readonly Value[]): WantedValue[] {
  if (!ruledOut.every((one) => typeof one === 'string')) return [];
  const cost = ruledOut.includes('') ? costs.placeholder : costs.anything;
  return [{ value: placeholder, cost, isPlaceholder: true }];
}

function opposites({ before }: Wish): WantedValue[] {
  if (before === undefined || before instanceof Unknown) return [];
  return oppositeValues(before).map((value) => ({ value, cost: costs.opposite }));
}

/** The values of a list, the well-known ones before names that only one service has. */
function listed(target: readonly Value[], before: Value | undefined): WantedValue[] {
  const contrary = before === undefined ? [] : oppositeValues(before).map(textOfValue).map(fold);
  return target.slice(0, 20).map((value) => {
    const isPlain = contrary.includes(fold(textOfValue(value))) || oppositeValues(value).length > 0;
    return { value, cost: isPlain ? costs.asked : costs.asked + 0.5 };
  });
}

/** Numbers at the edge of an ordering; versions and other texts only where the edge itself is allowed. */
function bounds(operator: string, target: Value, wanted: boolean): WantedValue[] {
  const isUp = operator.startsWith('greater') === wanted;
  if (!/^(less|greater)(orequals)?$/.test(operator)) return [];
  const includesEdge = operator.endsWith('orequals') === wanted;
  if (includesEdge) return [{ value: target, cost: costs.bound }];
  const number = typeof target === 'string' && target.trim() !== '' ? Number(target) : target;
  if (typeof number !== 'number' || !Number.isFinite(number)) return [];
  return [{ value: isUp ? number + 1 : number - 1, cost: costs.bound }];
}

function likePattern(pattern: string): WantedValue[] {
  if (!pattern.includes('*')) return [{ value: pattern, cost: costs.asked }];
  return [{ value: pattern.replace('*', placeholder), cost: costs.placeholder, isPlaceholder: true }];
}

function matchPattern(pattern: string): string {
  return pattern.slice(0, 256).replaceAll('#', '0').replaceAll(/[?.]/g, 'x');
}

function containing({ target, before, isList }: Wish): WantedValue[] {
  if (target === undefined) return [];
  if (Array.isArray(before)) return [{ value: target, suffix: [before.length], cost: costs.asked }];
  if (typeof before === 'string' && before !== '' && typeof target === 'string')
    return [{ value: `${placeholder}${target}`, cost: costs.placeholder, isPlaceholder: true }];
  return [
    isList === true
      ? { value: target, suffix: [0], cost: costs.asked }
      : { value: target, cost: costs.asked },
  ];
}

function withoutMember(target: Value, before: Value | undefined): WantedValue[] {
  if (!Array.isArray(before)) return [];
  const at = before.findIndex((one) => fold(textOfValue(one)) === fold(textOfValue(target)));
  return at === -1 ? [] : [{ value: undefined, suffix: [at], cost: costs.other, isAsked: true }];
}

function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'string' && fold(value) === 'true');
}

/** Policies compare texts; the property keeps its type. One that is not there has the type that the policy compares with. */
function fitted(value: Value, { before, target }: Wish): Value {
  const isThere = before !== undefined && before !== null && before !== '';
  if (typeof value === 'boolean') return typeof before === 'string' && isThere ? String(value) : value;
  if (typeof value !== 'string') return value;
  if ((!isThere || typeof before === 'boolean') && /^(true|false)$/i.test(value))
    return fold(value) === 'true';
  const isNumber = typeof (isThere ? before : target) === 'number';
  return isNumber && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}
