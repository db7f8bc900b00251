import { findKey, fold, isObject, type Value, type ValueObject } from '../kernel/index.ts';

/** A declared parameter (definition-structure-parameters.md). */
export interface PolicyParameter {
  readonly name: string;
  /** Folded: `string`, `array`, `object`, `boolean`, `integer`, `float`, `datetime`. */
  readonly type: string;
  readonly defaultValue: Value | undefined;
  readonly allowedValues: readonly Value[] | undefined;
}

/** A property by name, without regard to case. */
export function get(object: ValueObject, name: string): Value | undefined {
  const key = findKey(object, name);
  return key === undefined ? undefined : object[key];
}

/** `{ name: { value } }` as `{ name: value }`. */
export function parameterValues(parameters: ValueObject): ValueObject {
  const values: ValueObject = {};
  for (const [name, entry] of Object.entries(parameters)) {
    const key = isObject(entry) ? findKey(entry, 'value') : undefined;
    if (key !== undefined && name !== '__proto__') values[name] = (entry as ValueObject)[key]!;
  }
  return values;
}

/** The declared parameters of a definition or an initiative by folded name. */
export function readParameters(declared: Value | undefined): Map<string, PolicyParameter> {
  const parameters = new Map<string, PolicyParameter>();
  if (declared === undefined || !isObject(declared)) return parameters;
  for (const [name, declaration] of Object.entries(declared)) {
    if (!isObject(declaration)) continue;
    const allowed = get(declaration, 'allowedValues');
    parameters.set(fold(name), {
      name,
      type: fold(text(get(declaration, 'type')) ?? 'string'),
      defaultValue: get(declaration, 'defaultValue'),
      allowedValues: Array.isArray(allowed) ? allowed : undefined,
    });
  }
  return parameters;
}

function text(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
