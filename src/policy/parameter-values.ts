import { closest, fold, isObject, Unknown, type Value } from '../kernel/index.ts';
import { deepEquals } from '../template/index.ts';
import type { PolicyParameter } from './policy-parameters.ts';

/** Something wrong with the parameter values that a policy is assigned with. */
export interface ParameterProblem {
  readonly code: 'LG3005' | 'LG3006' | 'LG3007' | 'LG3009';
  readonly details: Readonly<Record<string, string>>;
}

/** What has parameters: a definition or an initiative. */
export interface Parameterized {
  readonly displayName: string;
  readonly parameters: ReadonlyMap<string, PolicyParameter>;
}

/** The values in force for the parameters of a definition or an initiative, and what is wrong with those given. */
export interface BoundParameters {
  readonly values: ReadonlyMap<string, Value>;
  readonly problems: readonly ParameterProblem[];
}

/**
 * Joins given values with defaults (definition-structure-parameters.md). Allowed values are compared case-sensitively, as Azure does for
 * assignments. Given names that are not declared are kept (a bare rule declares none) but reported where others are declared.
 */
export function bindParameters(
  definition: Parameterized,
  given: Readonly<Record<string, Value>>,
  owner: string,
): BoundParameters {
  const values = new Map<string, Value>();
  const problems: ParameterProblem[] = [];
  const givenByName = new Map(Object.entries(given).map(([name, value]) => [fold(name), { name, value }]));
  for (const [key, parameter] of definition.parameters) {
    const value = givenByName.get(key)?.value ?? parameter.defaultValue;
    if (value === undefined) problems.push({ code: 'LG3005', details: { name: parameter.name } });
    else {
      values.set(key, value);
      const problem = givenByName.has(key) ? checkValue(parameter, value) : undefined;
      if (problem !== undefined) problems.push(problem);
    }
  }
  for (const [key, { name, value }] of givenByName) {
    if (definition.parameters.has(key)) continue;
    values.set(key, value);
    if (definition.parameters.size === 0) continue;
    const near = closest(
      name,
      [...definition.parameters.values()].map((parameter) => parameter.name),
    );
    const suggestion = near === undefined ? 'remove it' : `did you mean \`${near}\`?`;
    problems.push({
      code: 'LG3009',
      details: { owner, name, definition: definition.displayName, suggestion },
    });
  }
  return { values, problems };
}

function checkValue(parameter: PolicyParameter, value: Value): ParameterProblem | undefined {
  if (value instanceof Unknown) return undefined;
  const { name, type, allowedValues } = parameter;
  if (!hasType(value, type))
    return { code: 'LG3007', details: { name, expected: `of type ${type}`, found: describe(value) } };
  if (allowedValues === undefined) return undefined;
  const isAllowed = (one: Value) => allowedValues.some((allowed) => deepEquals(allowed, one) !== false);
  if (isAllowed(value) || (Array.isArray(value) && value.every(isAllowed))) return undefined;
  return { code: 'LG3006', details: { name, allowed: allowedValues.slice(0, 10).map(print).join(', ') } };
}

function hasType(value: Value, type: string): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'boolean':
      return typeof value === 'boolean' || (typeof value === 'string' && /^(true|false)$/i.test(value));
    case 'integer':
      return isNumeric(value) && Number.isInteger(Number(value));
    case 'float':
      return isNumeric(value);
    case 'string':
    case 'datetime':
      return typeof value === 'string';
    default:
      return true;
  }
}

function isNumeric(value: Value): boolean {
  if (typeof value === 'string') return value.trim() !== '' && Number.isFinite(Number(value));
  return typeof value === 'number' || typeof value === 'bigint';
}

function print(value: Value): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part));
}

function describe(value: Value): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}
