import { findKey, isObject, Unknown, type Value } from '../../kernel/index.ts';
import type { Argument, Call, TemplateFunction } from '../template-function.ts';
import { mapCandidates } from './candidates.ts';
import { deepEquals, some, type Tri } from './deep-equals.ts';
import { isInteger, isUnknownString, refuse, valueAt } from './operands.ts';

function contained(args: readonly Argument[], call: Call): Tri {
  const item = valueAt(call, args, 1);
  const container = valueAt(call, args, 0);
  if (container instanceof Unknown) return inUnknown(container, item);
  if (Array.isArray(container)) return some(container, (member) => deepEquals(member, item));
  if (typeof container !== 'string' && !isObject(container)) {
    return refuse(call, args, 0, 'an array, an object or a string');
  }
  if (item instanceof Unknown) {
    return typeof container === 'string' ? unknownInText(container, item) : unknownKey(container, item);
  }
  if (typeof item !== 'string' && !isInteger(item)) return refuse(call, args, 1, 'a string or an int');
  const text = String(item);
  return typeof container === 'string' ? container.includes(text) : findKey(container, text) !== undefined;
}

function inUnknown(container: Unknown, item: Value): Tri {
  if (typeof item !== 'string' || !isUnknownString(container)) return undefined;
  return item === '' || container.prefix.includes(item) || container.suffix.includes(item) || undefined;
}

function unknownInText(text: string, item: Unknown): Tri {
  return text.includes(item.prefix) && text.includes(item.suffix) ? undefined : false;
}

function unknownKey(object: object, key: Unknown): Tri {
  const keys = Object.keys(object).map((name) => name.toLowerCase());
  const [prefix, suffix] = [key.prefix.toLowerCase(), key.suffix.toLowerCase()];
  return keys.some((name) => name.startsWith(prefix) && name.endsWith(suffix)) ? undefined : false;
}

/**
 * `contains`: a member of an array and a part of a string with regard to case, a key of an object without
 * (template-functions-string.md).
 */
export const contains: TemplateFunction = {
  name: 'contains',
  argumentsMin: 2,
  argumentsMax: 2,
  unknowns: 'handle',
  returns: 'bool',
  run(args, call) {
    const decided = contained(args, call);
    if (decided !== undefined) return decided;
    const position = args.findIndex((argument) => argument instanceof Unknown);
    if (position < 0 || args[1 - position] instanceof Unknown) return call.unknown({ type: 'bool' });
    return mapCandidates(args[position] as Unknown, call, { type: 'bool' }, (candidate) => {
      return contained(args.with(position, candidate), call) ?? call.unknown({ type: 'bool' });
    });
  },
};
