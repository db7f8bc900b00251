import { closest, fold, isObject, type Value } from '../kernel/index.ts';
import type { PolicyDefinition } from './definition.ts';
import type { PolicyParameter } from './policy-parameters.ts';

/** Something wrong with the parameter values that a policy is assigned with. */
export interface ParameterProblem {
  readonly code: 'LG3005' | 'LG3006' | 'LG3007' | 'LG3009';
  readonly details: Readonly<Record<string, string>>;
}

/** The values in force for a definition's parameters, and what is wrong with those given. */
export interface BoundParameters {
  readonly values: ReadonlyMap<string, Value>;
  readonly problems: readonly ParameterProblem[];
}

/**
 * Joins given values with defaults (definition-structure-parameters.md). Allowed values are compared case-sensitively, as Azure does for
 * assignments. Given names that are not declared are kept (a bare rule declares none) but reported where others are declared.
 */
export function bindParameters(
  definition: PolicyDefinition,
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
  const { name, type, allowedValues } = parameter;
  if (!hasType(value, type))
    return { code: 'LG3007', details: { name, expected: `of type ${type}`, found: describe(value) } };
  if (allowedValues === undefined) return undefined;
  const members = Array.isArray(value) ? value : [value];
  const allowed = allowedValues.map((one) => JSON.stringify(one));
  if (members.every((member) => allowed.includes(JSON.stringify(member)))) return undefined;
  if (allowed.includes(JSON.stringify(value))) return undefined;
  return { code: 'LG3006', details: { name, allowed: allowed.slice(0, 10).join(', ') } };
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
      return Number.isInteger(Number(value)) && value !== '' && value !== null;
    case 'float':
      return Number.isFinite(Number(value)) && value !== '' && value !== null;
    case 'string':
    case 'datetime':
      return typeof value === 'string';
    default:
      return true;
  }
}

function describe(value: Value): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}
