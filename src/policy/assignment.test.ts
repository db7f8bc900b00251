import { describe, expect, test } from 'vitest';
import type { Value, ValueObject } from '../kernel/index.ts';
import { type PolicyAssignment, parseAssignment } from './assignment.ts';

const scope = '/subscriptions/00000000-0000-0000-0000-000000000001';
const definition = '/providers/Microsoft.Authorization/policyDefinitions/tls';

function parsed(properties: ValueObject): PolicyAssignment {
  const assignment = parseAssignment({
    name: 'Base',
    properties: { policyDefinitionId: definition, ...properties },
  });
  if (typeof assignment === 'string') throw new Error(assignment);
  return assignment;
}

describe('parseAssignment', () => {
  test('reads what Azure answers', () => {
    const properties = {
      displayName: 'Baseline',
      scope,
      definitionVersion: '1.*.*',
      parameters: { effect: { value: 'Deny' }, bare: 5 },
      notScopes: [`${scope}/resourceGroups/rg`, 7],
      enforcementMode: 'DoNotEnforce',
    };
    expect(parsed(properties)).toMatchObject({
      id: `${scope}/providers/Microsoft.Authorization/policyAssignments/Base`,
      name: 'Base',
      displayName: 'Baseline',
      scope,
      definitionId: definition,
      definitionVersion: '1.*.*',
      parameters: { effect: 'Deny' },
      notScopes: [`${scope}/resourceGroups/rg`],
      enforcementMode: 'DoNotEnforce',
    });
  });

  test('has defaults', () => {
    expect(parsed({})).toMatchObject({
      displayName: 'Base',
      scope: '',
      definitionVersion: undefined,
      parameters: {},
      notScopes: [],
      enforcementMode: 'Default',
      nonComplianceMessages: [],
      effectOverrides: [],
      selection: undefined,
    });
  });

  test('reads what az prints, without `properties` and in any case', () => {
    expect(
      parseAssignment({
        Name: 'x',
        PolicyDefinitionId: definition,
        EnforcementMode: 'ENROLL',
        NotScopes: [scope],
      }),
    ).toMatchObject({
      name: 'x',
      enforcementMode: 'Enroll',
      notScopes: [scope],
    });
  });

  test.each<[Value, string]>([
    ['x', 'an object'],
    [[], 'an object'],
    [{}, 'policyDefinitionId'],
    [{ properties: { policyDefinitionId: 5 } }, 'policyDefinitionId'],
  ])('says what is wrong with %j', (json, problem) => {
    expect(parseAssignment(json)).toContain(problem);
  });

  test.each<[string, Value]>([
    ['notScopes', 'x'],
    ['parameters', []],
    ['overrides', {}],
    ['resourceSelectors', 'x'],
    ['nonComplianceMessages', { message: 'x' }],
    ['enforcementMode', 5],
  ])('takes %s for missing when it is of another shape', (name, value) => {
    expect(parsed({ [name]: value })).toEqual(parsed({}));
  });
});

describe('overrides', () => {
  test('are kept in the order written, those of versions left out', () => {
    const overrides = [
      {
        kind: 'policyEffect',
        value: 'disabled',
        selectors: [{ kind: 'policyDefinitionReferenceId', in: ['a', 'b'] }],
      },
      { kind: 'policyVersion', value: '2.0.0' },
      {
        kind: 'PolicyEffect',
        value: 'Deny',
        selectors: [{ kind: 'PolicyDefinitionReferenceId', notIn: ['a'] }],
      },
      { kind: 'policyEffect', value: 'audit' },
      { kind: 'policyEffect' },
    ];
    expect(parsed({ overrides }).effectOverrides).toEqual([
      { effect: 'disabled', in: ['a', 'b'], notIn: undefined, selection: undefined },
      { effect: 'Deny', in: undefined, notIn: ['a'], selection: undefined },
      { effect: 'audit', in: undefined, notIn: undefined, selection: undefined },
    ]);
  });

  test('by location have a selection', () => {
    const selectors = [{ kind: 'resourceLocation', in: ['eastus'] }];
    const [override] = parsed({
      overrides: [{ kind: 'policyEffect', value: 'deny', selectors }],
    }).effectOverrides;
    expect(override?.selection).toMatchObject({ kind: 'leaf', operator: 'in' });
  });
});

test('messages have the verb of what is enforced in the place that libraries leave for it', () => {
  const nonComplianceMessages = [
    { message: 'TLS {enforcementMode} be 1.2' },
    { message: 'x', policyDefinitionReferenceId: 'tls' },
    'odd',
  ];
  expect(parsed({ nonComplianceMessages }).nonComplianceMessages).toEqual([
    { message: 'TLS must be 1.2', referenceId: undefined },
    { message: 'x', referenceId: 'tls' },
  ]);
  const lax = parsed({ nonComplianceMessages, enforcementMode: 'DoNotEnforce' });
  expect(lax.nonComplianceMessages[0]?.message).toBe('TLS should be 1.2');
});
