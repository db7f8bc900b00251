import { findKey, isObject, Unknown, type Value, type ValueObject } from '../../kernel/index.ts';
import type { Argument, Call, TemplateFunction } from '../template-function.ts';
import { distinctValues } from './distinct.ts';
import { isUnknown, refuse, setKey } from './operands.ts';

/** The known arguments that all have to be arrays or all objects; the first says which. */
export function kindOf(args: readonly Argument[], call: Call): 'array' | 'object' | undefined {
  let kind: 'array' | 'object' | undefined;
  for (const [position, argument] of args.entries()) {
    const own = isUnknown(argument) ? argument.type : Array.isArray(argument) ? 'array' : 'object';
    const isFitting = isUnknown(argument) || Array.isArray(argument) || isObject(argument);
    if (!isFitting || (kind && own && own !== kind && !isUnknown(argument))) {
      return refuse(call, args, position, kind ? `an ${kind} like the others` : 'arrays or objects');
    }
    if (own === 'array' || own === 'object') kind ??= own;
  }
  return kind;
}

function mayBeObject(value: Value): boolean {
  return value instanceof Unknown
    ? (value.type ?? 'object') === 'object' && value.prefix === '' && value.suffix === ''
    : isObject(value);
}

/** Merges objects deeply. `unknownAt` makes the unknown that stands for the property at a path of the result. */
function mergeDeep(
  objects: readonly ValueObject[],
  path: string,
  call: Call,
  unknownAt: (path: string, isObjectForSure: boolean) => Unknown,
): ValueObject {
  const merged: ValueObject = {};
  for (const object of objects) {
    for (const [key, value] of Object.entries(object)) {
      const present = findKey(merged, key);
      const earlier = present === undefined ? undefined : merged[present]!;
      const here = `${path}${/^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key.replaceAll("'", "''")}']`}`;
      setKey(
        call,
        merged,
        key,
        earlier === undefined ? value : mergeValue(earlier, value, here, call, unknownAt),
      );
    }
  }
  return merged;
}

function mergeValue(
  earlier: Value,
  later: Value,
  path: string,
  call: Call,
  unknownAt: (path: string, isObjectForSure: boolean) => Unknown,
): Value {
  // A later value replaces an earlier one, except that two objects are merged.
  if (!mayBeObject(earlier) || !mayBeObject(later)) return later;
  if (isObject(earlier) && isObject(later)) return mergeDeep([earlier, later], path, call, unknownAt);
  return unknownAt(path, isObject(later) || (later instanceof Unknown && later.type === 'object'));
}

/**
 * `union` of arrays, without repeats, or of objects, merged deeply: a later value replaces an earlier one, only objects
 * inside are merged in turn (template-functions-object.md).
 */
export const union: TemplateFunction = {
  name: 'union',
  argumentsMin: 1,
  argumentsMax: Number.POSITIVE_INFINITY,
  unknowns: 'handle',
  run(args, call) {
    const kind = kindOf(args, call);
    if (kind === undefined || args.some(isUnknown)) return call.unknown({ type: kind });
    if (kind === 'array') {
      return distinctValues((args as Value[][]).flat()) ?? call.unknown({ type: 'array' });
    }
    return mergeDeep(args as ValueObject[], '', call, (path, isObjectForSure) => {
      const whole = call.unknown();
      const type = isObjectForSure ? ('object' as const) : undefined;
      return whole.derive(whole.expression + path, { type, causes: whole.causes, secret: whole.secret });
    });
  },
};
