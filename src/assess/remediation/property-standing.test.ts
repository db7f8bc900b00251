import { describe, expect, it } from 'vitest';
import type { PropertyPath } from './property-change.ts';
import { standingOf } from './property-standing.ts';

const cases: readonly [PropertyPath, object, object][] = [
  [['properties', 'color'], { isFixed: false, isNeeded: false, kind: undefined }, {}],
  [['id'], { isFixed: true }, { isFixed: true }],
  [['Type'], { isFixed: true }, { isFixed: true }],
  [[], { isFixed: true }, { isFixed: true }],
  [['properties'], { isFixed: true }, { isFixed: true }],
  [['properties', 'provisioningState'], { isFixed: true }, { isFixed: false }],
  [['properties', 'list', 0, 'provisioningState'], { isFixed: false }, { isFixed: false }],
  [['location'], { isIdentity: true, isNeeded: true }, { isIdentity: false, isNeeded: false }],
  [['kind'], { isIdentity: true }, { isIdentity: false }],
  [['sku', 'name'], { kind: 'sku', isNeeded: true }, { kind: undefined }],
  [['properties', 'type'], { kind: 'type' }, { kind: undefined }],
  [['properties', 'ipAddress', 'type'], { kind: undefined }, { kind: undefined }],
  [['properties', 'subnets', 0, 'name'], { kind: 'name', isIdentity: false }, { kind: undefined }],
  [['properties', 'roleDefinitionId'], { isNeeded: true, kind: undefined }, { isNeeded: true }],
];

describe('the standing of a property', () => {
  it.each(cases)('at %j is %j, of a new resource %j', (path, there, isNew) => {
    expect(standingOf(path, false)).toMatchObject(there);
    expect(standingOf(path, true)).toMatchObject(isNew);
  });
});
