import type { Condition, JunctionCondition } from './condition.ts';
import { conditionKey } from './print-condition.ts';

/** A condition, or its truth where that is decided. */
export type Reduced = Condition | boolean;

/** Above this many inner AND or OR nothing is compared with each other: the condition stays correct, but may say a thing twice. */
const absorptionCountMax = 200;

/**
 * The shortest form that the laws give: NOT only before leaves, no AND in AND or OR in OR, nothing twice, nothing that another part implies,
 * and `true` or `false` where the form alone decides.
 */
export function simplifyCondition(condition: Condition): Reduced {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return junction(condition, condition.conditions.map(simplifyCondition));
    case 'not':
      return negation(simplifyCondition(condition.condition));
    default:
      return condition;
  }
}

/** The opposite of a simplified condition, simplified (De Morgan). */
export function negation(condition: Reduced): Reduced {
  if (typeof condition === 'boolean') return !condition;
  const { start, end } = condition;
  switch (condition.kind) {
    case 'and':
    case 'or':
      return junction(
        { kind: condition.kind === 'and' ? 'or' : 'and', start, end },
        condition.conditions.map(negation),
      );
    case 'not':
      return condition.condition;
    default:
      return { kind: 'not', condition, start, end };
  }
}

/** All or any of simplified conditions, simplified. */
export function junction(
  { kind, start, end }: Omit<JunctionCondition, 'conditions'>,
  parts: readonly Reduced[],
): Reduced {
  const decisive = kind === 'or';
  const kept = new Map<string, Condition>();
  for (const part of parts) {
    if (part === decisive) return decisive;
    if (typeof part === 'boolean') continue;
    for (const one of part.kind === kind ? part.conditions : [part]) {
      const key = conditionKey(one);
      if (!kept.has(key)) kept.set(key, one);
    }
  }
  for (const key of kept.keys()) if (key.startsWith('!') && kept.has(key.slice(1))) return decisive;
  const conditions = absorb(kept);
  const [first] = conditions;
  if (first === undefined) return !decisive;
  return conditions.length === 1 ? first : { kind, conditions, start, end };
}

/** Without the parts that another one implies: `a AND (a OR b)` is `a`, and `a OR (a AND b)` too. */
function absorb(kept: ReadonlyMap<string, Condition>): readonly Condition[] {
  const conditions = [...kept.values()];
  const compounds = conditions.filter(isJunction);
  if (compounds.length === 0 || compounds.length > absorptionCountMax) return conditions;
  const parts = compounds.map((one) => new Set(one.conditions.map(conditionKey)));
  const isImplied = (at: number): boolean =>
    [...parts[at]!].some((key) => kept.has(key)) ||
    parts.some((other, index) => index !== at && isWithin(other, parts[at]!, index < at));
  const implied = new Set<Condition>(compounds.filter((_, at) => isImplied(at)));
  return conditions.filter((one) => !implied.has(one));
}

function isJunction(condition: Condition): condition is JunctionCondition {
  return condition.kind === 'and' || condition.kind === 'or';
}

/** Whether all of some are among others; of two equal sets only one may go, so for them the caller says which. */
function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>, whenEqual: boolean): boolean {
  if (some.size > all.size || (some.size === all.size && !whenEqual)) return false;
  for (const one of some) if (!all.has(one)) return false;
  return true;
}
