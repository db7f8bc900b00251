import { fold } from '../../../kernel/index.ts';
import { allOf, anyOf, not, type Truth } from '../sign-in/truth.ts';
import { isExtensionAttribute } from './device-property.ts';
import type { DeviceComparison, DeviceRule } from './device-rule.ts';

/** The value of a device's property; `null` where it has none. */
export type DeviceValue = string | boolean | readonly string[] | null;

/** A device as a sign-in presents it. */
export type Device =
  /** Not registered: it has no properties at all. */
  | { readonly isRegistered: false }
  /** The properties by name, as the documentation spells them; one that is not listed is not known. */
  | { readonly isRegistered: true; readonly properties: Readonly<Record<string, DeviceValue>> };

/**
 * Whether a device matches a rule (docs/identity/conditional-access/concept-condition-filters-for-devices.md). Texts are compared without regard
 * to case. A property without a value, as all of an unregistered device, fails positive operators and satisfies negative ones. Extension
 * attributes have a value only on devices that are managed, compliant or hybrid joined. What `-match` says is not decided.
 */
export function evaluateDeviceRule(rule: DeviceRule, device: Device): Truth {
  switch (rule.kind) {
    case 'and':
      return allOf(rule.rules.map((part) => evaluateDeviceRule(part, device)));
    case 'or':
      return anyOf(rule.rules.map((part) => evaluateDeviceRule(part, device)));
    case 'not':
      return not(evaluateDeviceRule(rule.rule, device));
    default: {
      const found = compare(rule, propertyOf(device, rule.property));
      return rule.isNegative ? not(found) : found;
    }
  }
}

function propertyOf(device: Device, property: string): DeviceValue | undefined {
  if (!device.isRegistered) return null;
  const { properties } = device;
  const value = properties[property];
  if (!isExtensionAttribute(property) || value === null) return value;
  const isManaged = anyOf([
    isText(properties.isCompliant, 'true'),
    isText(properties.trustType, 'serverad'),
    properties.mdmAppId === undefined ? undefined : properties.mdmAppId !== null,
  ]);
  return isManaged === false ? null : isManaged === undefined ? undefined : value;
}

function isText(value: DeviceValue | undefined, folded: string): Truth {
  return value === undefined ? undefined : fold(String(value)) === folded;
}

function compare({ operator, values }: DeviceComparison, value: DeviceValue | undefined): Truth {
  if (value === undefined) return undefined;
  const [first = null] = values;
  if (value === null) return (operator === 'eq' || operator === 'in') && values.includes(null);
  if (operator === 'match') return undefined;
  if (typeof value === 'object')
    return operator === 'contains' && value.some((item) => first !== null && fold(item) === fold(first));
  const text = fold(String(value));
  return values.some((other) => other !== null && holds(operator, text, fold(other)));
}

function holds(operator: DeviceComparison['operator'], text: string, other: string): boolean {
  switch (operator) {
    case 'startsWith':
      return text.startsWith(other);
    case 'endsWith':
      return text.endsWith(other);
    case 'contains':
      return text.includes(other);
    default:
      return text === other;
  }
}
