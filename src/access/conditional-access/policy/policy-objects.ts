import { isObject, type Value } from '../../../kernel/index.ts';

/** The JSON objects of policies in an answer of Graph, a list of them, or one policy. */
export function policyObjects(value: Value): Value[] {
  if (Array.isArray(value)) return value;
  const list = isObject(value) ? value.value : undefined;
  return Array.isArray(list) ? list : [value];
}
