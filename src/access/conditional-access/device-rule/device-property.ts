import { fold } from '../../../kernel/index.ts';

const plain = [
  'deviceId',
  'displayName',
  'deviceOwnership',
  'enrollmentProfileName',
  'isCompliant',
  'manufacturer',
  'mdmAppId',
  'model',
  'operatingSystem',
  'operatingSystemVersion',
  'physicalIds',
  'profileType',
  'systemLabels',
  'trustType',
];
const extensionPrefix = 'extensionAttribute';
const extensions = Array.from({ length: 15 }, (_, index) => `${extensionPrefix}${index + 1}`);
const byName: ReadonlyMap<string, string> = new Map(
  [...plain, ...extensions].map((name) => [fold(`device.${name}`), name]),
);

/**
 * The property of a device that a word such as `device.isCompliant` means, without `device.`; `undefined` when filters know none of that name
 * (docs/identity/conditional-access/concept-condition-filters-for-devices.md).
 */
export function devicePropertyNamed(word: string): string | undefined {
  return byName.get(fold(word));
}

/** Whether a property has a value only on devices that are managed, compliant or hybrid joined. */
export function isExtensionAttribute(property: string): boolean {
  return property.startsWith(extensionPrefix);
}
