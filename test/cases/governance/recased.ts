import { fold, isObject, textOfValue, type Value, type ValueObject } from '../../../src/kernel/index.ts';

/** Properties that hold ids and references, which Azure compares without case. */
const idNames: ReadonlySet<string> = new Set([
  'id',
  'scope',
  'notScopes',
  'policyAssignmentId',
  'policyDefinitionId',
  'policyDefinitionReferenceIds',
]);

/** The same objects with their ids in upper case, the links of subscriptions to management groups and the rules of policies left as they are. */
export function recased(objects: readonly ValueObject[]): ValueObject[] {
  return objects.map((object) =>
    fold(textOfValue(object.type ?? null)) === 'microsoft.management/managementgroups/subscriptions'
      ? object
      : (recasedIds(object, undefined) as ValueObject),
  );
}

function recasedIds(value: Value, name: string | undefined): Value {
  if (name === 'policyRule') return value;
  if (typeof value === 'string') return name !== undefined && idNames.has(name) ? value.toUpperCase() : value;
  if (Array.isArray(value)) return value.map((one) => recasedIds(one, name));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, recasedIds(inner, key)]));
}
