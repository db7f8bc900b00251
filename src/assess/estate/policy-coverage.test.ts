import { describe, expect, it } from 'vitest';
import { memoryEstate } from '../../estate/index.ts';
import type { Value, ValueObject } from '../../kernel/index.ts';
import { estatePolicies } from './estate-policies.ts';
import { deprecatedPolicies, shadowedPolicies } from './policy-coverage.ts';

const corp = '/providers/Microsoft.Management/managementGroups/corp';
const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';
const definitionId = `${corp}/providers/Microsoft.Authorization/policyDefinitions/tags`;

function definition(metadata: ValueObject = {}, displayName = 'Resources have tags'): Value {
  return {
    id: definitionId,
    type: 'Microsoft.Authorization/policyDefinitions',
    properties: {
      displayName,
      mode: 'All',
      metadata,
      parameters: { effect: { type: 'String', defaultValue: 'Audit' } },
      policyRule: { if: { field: 'tags', exists: false }, then: { effect: "[parameters('effect')]" } },
    },
  };
}

function assignment(scope: string, name: string, properties: ValueObject = {}): Value {
  return {
    id: `${scope}/providers/Microsoft.Authorization/policyAssignments/${name}`,
    type: 'Microsoft.Authorization/policyAssignments',
    name,
    properties: { policyDefinitionId: definitionId, displayName: name, ...properties },
  };
}

const tree: Value[] = [
  { id: corp, type: 'Microsoft.Management/managementGroups', properties: { displayName: 'Corp' } },
  {
    id: subscription,
    type: 'microsoft.resources/subscriptions',
    properties: { managementGroupAncestorsChain: [{ name: 'corp', displayName: 'Corp' }] },
  },
];

function policiesOf(...objects: readonly Value[]) {
  const { estate } = memoryEstate([...tree, ...objects], '2026-11-01T00:00:00Z');
  const { assigned } = estatePolicies({ estate, libraries: [], everywhere: [] });
  return { assigned, scopes: estate.scopes };
}

describe('a deprecated policy', () => {
  it.each<[ValueObject, string, readonly string[]]>([
    [{ deprecated: true }, 'Resources have tags', []],
    [{ deprecated: true, supersededBy: 'tags-2, tags-3' }, 'Resources have tags', ['tags-2', 'tags-3']],
    [{}, '[Deprecated]: Resources have tags', []],
  ])('with %j and the name %s is told with its successors', (metadata, name, successors) => {
    const { assigned } = policiesOf(definition(metadata, name), assignment(corp, 'a'));
    expect(deprecatedPolicies(assigned)).toEqual([
      { name: 'Resources have tags', assignment: 'a', successors },
    ]);
  });

  it('is none when it is in use by right', () => {
    const { assigned } = policiesOf(definition({ deprecated: false }), assignment(corp, 'a'));
    expect(deprecatedPolicies(assigned)).toEqual([]);
  });
});

describe('a policy is shadowed', () => {
  const shadows = (...assignments: readonly Value[]) => {
    const { assigned, scopes } = policiesOf(definition(), ...assignments);
    return shadowedPolicies(assigned, scopes).map(({ assignment: lower, by }) => [lower.name, by.name]);
  };

  it('by the same one above', () => {
    expect(shadows(assignment(corp, 'above'), assignment(subscription, 'below'))).toEqual([
      ['below', 'above'],
    ]);
  });

  it('by the first of two at one scope', () => {
    expect(shadows(assignment(corp, 'first'), assignment(corp, 'second'))).toEqual([['second', 'first']]);
  });

  it.each<[string, ValueObject]>([
    ['has another effect', { parameters: { effect: { value: 'Deny' } } }],
    ['is not enforced', { enforcementMode: 'DoNotEnforce' }],
    ['excludes something', { notScopes: [`${subscription}/resourceGroups/rg`] }],
    [
      'selects resources',
      { resourceSelectors: [{ selectors: [{ kind: 'resourceLocation', in: ['eastus'] }] }] },
    ],
  ])('but not where the one above %s', (_name, properties) => {
    expect(shadows(assignment(corp, 'above', properties), assignment(subscription, 'below'))).toEqual([]);
  });
});
