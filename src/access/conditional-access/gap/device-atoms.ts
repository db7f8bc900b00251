import { comparisonsOf, type DeviceComparison } from '../device-rule/device-rule.ts';
import type { DeviceValue } from '../device-rule/evaluate-device-rule.ts';
import type { Policy } from '../policy/policy.ts';
import type { Atom, Dimension } from './atom.ts';

/** Devices that are told apart at most; rules that name more values of more properties are followed in part. */
const deviceCountMax = 4096;
const otherValue = 'something else';

/**
 * The devices that policies tell apart: one that is not registered, and registered ones with each combination of the values that device filters
 * compare with. For `-eq`, `-ne`, `-in` and `-notIn` these are all there are
 * (`isComplete`); for parts of texts they are the plain ones.
 */
export function deviceDimension(policies: readonly Policy[]): Dimension & { readonly isComplete: boolean } {
  const comparisons = policies.flatMap(({ deviceFilter }) =>
    deviceFilter?.condition === undefined ? [] : comparisonsOf(deviceFilter.condition),
  );
  const values = new Map<string, Set<string | null>>([
    ['isCompliant', new Set(['False', 'True'])],
    ['trustType', new Set(['AzureAD', 'ServerAD', 'Workplace'])],
  ]);
  for (const comparison of comparisons) addValues(values, comparison);
  let isComplete = comparisons.every(({ operator }) => operator === 'eq' || operator === 'in');
  let devices: Record<string, DeviceValue>[] = [{ mdmAppId: null }];
  for (const [property, choices] of values) {
    const isList = property === 'physicalIds' || property === 'systemLabels';
    isComplete &&= devices.length * choices.size <= deviceCountMax;
    devices = devices
      .flatMap((device) =>
        [...choices].map((value) => ({ ...device, [property]: isList && value !== null ? [value] : value })),
      )
      .slice(0, deviceCountMax);
  }
  const unregistered: Atom = {
    label: 'a device that is not registered',
    facts: { device: { isRegistered: false } },
    distance: 0,
  };
  return { name: 'device', atoms: [unregistered, ...devices.map(atomOf)], isComplete };
}

function addValues(values: Map<string, Set<string | null>>, comparison: DeviceComparison): void {
  const { property, operator } = comparison;
  const choices = values.get(property) ?? new Set<string | null>([null, otherValue]);
  values.set(property, choices);
  if (property === 'isCompliant') return;
  for (const value of comparison.values) {
    choices.add(value);
    if (value !== null && operator === 'startsWith') choices.add(`${value}~`);
    if (value !== null && operator === 'endsWith') choices.add(`~${value}`);
    if (value !== null && operator === 'contains') choices.add(`~${value}~`);
  }
}

function atomOf(properties: Record<string, DeviceValue>): Atom {
  const told = Object.entries(properties).filter(
    ([name, value]) => value !== null && value !== otherValue && (name !== 'isCompliant' || value === 'True'),
  );
  const label = `a device with ${told.map(([name, value]) => `${name} ${value}`).join(', ')}`;
  return { label, facts: { device: { isRegistered: true, properties } }, distance: told.length };
}
