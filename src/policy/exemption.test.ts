import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../kernel/index.ts';
import { parseDefinition } from './definition.ts';
import { isExemptible, isInForce, isWithinScope, parseExemption } from './exemption.ts';

const group = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/Shop';
const id = `${group}/providers/Microsoft.Authorization/policyExemptions/Legacy`;
const assignment =
  '/providers/Microsoft.Management/managementGroups/Corp/providers/Microsoft.Authorization/policyAssignments/Base';

describe('parseExemption', () => {
  test('reads what Azure answers', () => {
    const properties = {
      displayName: 'Legacy shop',
      policyAssignmentId: assignment,
      policyDefinitionReferenceIds: ['Tls', 5, 'HTTPS'],
      exemptionCategory: 'Mitigated',
      expiresOn: '2026-12-31T00:00:00Z',
    };
    expect(parseExemption(id, { id, name: 'Legacy', properties })).toEqual({
      id,
      displayName: 'Legacy shop',
      scope: group,
      assignmentId: assignment.toLowerCase(),
      referenceIds: ['tls', 'https'],
      category: 'Mitigated',
      expiresOn: '2026-12-31T00:00:00Z',
      selection: undefined,
    });
  });

  test('reads what az prints, without `properties`', () => {
    const parsed = parseExemption(id.toUpperCase(), { PolicyAssignmentId: assignment });
    expect(parsed).toMatchObject({
      displayName: 'LEGACY',
      category: 'Waiver',
      referenceIds: [],
      scope: group.toUpperCase(),
    });
  });

  test('is for the innermost resource that its id names', () => {
    const inner = `${group}/providers/Contoso.Shop/things/a/providers/microsoft.authorization/PolicyExemptions/x`;
    expect(parseExemption(inner, { policyAssignmentId: assignment })).toMatchObject({
      scope: `${group}/providers/Contoso.Shop/things/a`,
    });
  });

  test.each<[string, string, Value, string]>([
    ['not an object', id, [], 'an object'],
    ['without an assignment', id, { properties: {} }, 'policyAssignmentId'],
    [
      'with another id',
      `${group}/providers/Contoso.Shop/things/a`,
      { policyAssignmentId: assignment },
      'its id',
    ],
    ['with an end that is no date', id, { policyAssignmentId: assignment, expiresOn: 'soon' }, 'expiresOn'],
    ['with an end that is a number', id, { policyAssignmentId: assignment, expiresOn: 1 }, 'expiresOn'],
  ])('says what is wrong: %s', (_, name, json, problem) => {
    expect(parseExemption(name, json)).toContain(problem);
  });

  test('is in force until its end', () => {
    const parsed = parseExemption(id, { policyAssignmentId: assignment, expiresOn: '2026-06-15T00:00:00Z' });
    if (typeof parsed === 'string') throw new Error(parsed);
    expect(isInForce(parsed, '2026-06-14T23:59:59Z')).toBe(true);
    expect(isInForce(parsed, '2026-06-15T00:00:00Z')).toBe(false);
    expect(isInForce({ ...parsed, expiresOn: undefined }, '9999-01-01T00:00:00Z')).toBe(true);
  });
});

describe('isExemptible', () => {
  test.each([
    ['All', true],
    ['indexed', true],
    ['Microsoft.Kubernetes.Data', true],
    ['microsoft.keyvault.data', true],
    ['Microsoft.Network.Data', true],
    ['Microsoft.DataFactory.Data', false],
    ['Microsoft.ManagedHSM.Data', false],
  ])('mode %s: %s', (mode, exemptible) => {
    const rule = { if: { field: 'type', equals: 'a/b' }, then: { effect: 'audit' } };
    const parsed = parseDefinition({ properties: { mode, policyRule: rule } });
    expect('definition' in parsed && isExemptible(parsed.definition)).toBe(exemptible);
  });
});

describe('isWithinScope', () => {
  test.each([
    [group, group, true],
    [`${group}/providers/a/b/c`, group, true],
    [`${group}-two`, group, false],
    [group.toUpperCase(), `${group}/`, true],
    [group, '/', true],
    [group, '', true],
    ['/subscriptions/00000000-0000-0000-0000-000000000001', group, false],
  ])('%s in %s: %s', (inner, outer, within) => {
    expect(isWithinScope(inner, outer)).toBe(within);
  });

  test('orders ids', () => {
    const segments = fc.array(fc.constantFrom('a', 'b', 'ab'), { maxLength: 4 });
    const idOf = (parts: readonly string[]) => parts.map((part) => `/${part}`).join('');
    fc.assert(
      fc.property(segments, segments, (outer, inner) => {
        expect(isWithinScope(idOf([...outer, ...inner]), idOf(outer))).toBe(true);
        expect(isWithinScope(idOf(inner), idOf(outer))).toBe(outer.every((part, at) => inner[at] === part));
      }),
    );
  });
});
