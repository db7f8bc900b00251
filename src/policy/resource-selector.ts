import { fold, isObject, textOfValue, Unknown, type Value, type ValueObject } from '../kernel/index.ts';
import { allOf, anyOf, type Condition, fieldCondition } from './condition.ts';
import { get } from './policy-parameters.ts';

/**
 * What the selectors of an assignment limit it to, as a condition on the resource
 * (articles/governance/policy/concepts/assignment-structure.md#resource-selectors): all selectors of one resource selector, any of several.
 * `undefined` when it is not limited.
 */
export function readResourceSelectors(value: Value | undefined): Condition | undefined {
  if (!Array.isArray(value)) return undefined;
  return anyOf(value.filter(isObject).map((one) => selectorsCondition(get(one, 'selectors')) ?? everything));
}

/** The condition of a list of selectors, all of which must be fulfilled; `undefined` for none. */
export function selectorsCondition(value: Value | undefined): Condition | undefined {
  return Array.isArray(value) ? allOf(value.filter(isObject).map(selectorCondition)) : undefined;
}

const everything: Condition = { kind: 'allOf', conditions: [], pointer: '' };

function selectorCondition(selector: ValueObject): Condition {
  const kind = get(selector, 'kind');
  const included = get(selector, 'in');
  const values = included ?? get(selector, 'notIn') ?? [];
  const condition = (typeof kind === 'string' ? conditions.get(fold(kind)) : undefined)?.(values);
  if (condition === undefined) return undecided(textOfValue(kind ?? null));
  return included === undefined ? { kind: 'not', condition, pointer: '' } : condition;
}

const conditions: ReadonlyMap<string, (values: Value) => Condition> = new Map<
  string,
  (values: Value) => Condition
>([
  ['resourcelocation', (values) => fieldCondition('location', 'in', values)],
  ['resourcetype', (values) => fieldCondition('type', 'in', values)],
  ['resourcewithoutlocation', subscriptionLevelResources],
]);

/** `subscriptionLevelResources` is the only value that there is. */
function subscriptionLevelResources(): Condition {
  const hasNoLocation = fieldCondition('location', 'exists', false);
  const isInNoGroup = fieldCondition('id', 'notContains', '/resourceGroups/');
  return { kind: 'allOf', conditions: [hasNoLocation, isInNoGroup], pointer: '' };
}

/** A selector of a kind that says nothing about the resource, such as who makes the request. */
function undecided(kind: string): Condition {
  const cause = { kind: 'external', name: `whether the ${kind} selector of the assignment applies` } as const;
  const unknown = new Unknown(kind, { causes: [cause] });
  return {
    kind: 'leaf',
    left: { kind: 'value', value: { kind: 'literal', value: unknown } },
    operator: 'equals',
    right: { kind: 'literal', value: true },
    pointer: '',
  };
}
