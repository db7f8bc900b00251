import { findKey, isKnown, Unknown, type Value, type ValueObject } from '../kernel/index.ts';
import { describeValue } from './describe-value.ts';
import { printExpression } from './expression-printer.ts';
import { EvaluationError } from './template-function.ts';

/** A property of a value, found without regard to case. */
export function memberOf(target: Value, name: string, safe = false): Value {
  if (target instanceof Unknown) return memberOfUnknown(target, name, safe);
  if (target === null && safe) return null;
  if (typeof target !== 'object' || target === null || Array.isArray(target)) {
    throw new EvaluationError(`\`${name}\` is asked of ${describeValue(target)}, which has no properties`);
  }
  const key = findKey(target, name);
  if (key !== undefined) return target[key]!;
  if (safe) return null;
  const names = Object.keys(target);
  const shown = names.length === 0 ? 'none' : names.slice(0, 8).join(', ') + (names.length > 8 ? ', …' : '');
  throw new EvaluationError(`the object has no property \`${name}\`; it has ${shown}`);
}

function memberOfUnknown(target: Unknown, name: string, safe: boolean): Value {
  const known = target.known?.();
  const key = known === undefined || Array.isArray(known) ? undefined : findKey(known, name);
  const text = accessText(target, name, safe);
  return key === undefined ? target.derive(text) : openPart((known as ValueObject)[key]!, target, text);
}

/**
 * A part that is known of something that is not. What is written for an object or array says nothing of what else it will
 * have, so it stays open: asking for more gives an unknown, not an error.
 */
export function openPart(part: Value, whole: Unknown, text: string): Value {
  if (typeof part !== 'object' || part === null || part instanceof Unknown || whole.partsAreWhole)
    return part;
  return whole.derive(text, { known: () => part, type: Array.isArray(part) ? 'array' : 'object' });
}

function accessText(target: Unknown, name: string, safe: boolean): string {
  return `${target.expression}.${safe ? '?' : ''}${name}`;
}

const candidateCountMax = 16;

/** An element of an array by position, or a property of an object by name. */
export function elementOf(target: Value, index: Value, safe = false): Value {
  if (typeof index === 'string' && (target === null || typeof target === 'object')) {
    if (!Array.isArray(target)) return memberOf(target, index, safe);
  }
  if (target instanceof Unknown) return elementOfUnknown(target, index);
  if (index instanceof Unknown) {
    const choices = Array.isArray(target)
      ? target
      : target !== null && typeof target === 'object'
        ? Object.values(target)
        : [];
    const candidates =
      !safe && choices.length <= candidateCountMax && choices.length > 0 && choices.every(isKnown)
        ? choices
        : undefined;
    return index.derive(`${printExpression(target)}[${index.expression}]`, { candidates });
  }
  if (target === null && safe) return null;
  if (!Array.isArray(target))
    throw new EvaluationError(`an element is asked of ${describeValue(target)}, which is not an array`);
  if (typeof index !== 'number' || !Number.isInteger(index)) {
    throw new EvaluationError(`an array is indexed by an integer, not by ${describeValue(index)}`);
  }
  const element = target[index];
  if (element !== undefined) return element;
  if (safe) return null;
  throw new EvaluationError(`the array has ${target.length} elements, so there is none at ${index}`);
}

function elementOfUnknown(target: Unknown, index: Value): Value {
  const known = target.known?.();
  const text = `${target.expression}[${printExpression(index)}]`;
  const element = Array.isArray(known) && typeof index === 'number' ? known[index] : undefined;
  return element === undefined ? target.derive(text) : openPart(element, target, text);
}
