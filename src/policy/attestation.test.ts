import { describe, expect, test } from 'vitest';
import type { Value } from '../kernel/index.ts';
import { defaultAttestedState, parseAttestation } from './attestation.ts';
import { bindPolicy } from './bound-policy.ts';
import { parseDefinition } from './definition.ts';

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';
const id = `${subscription}/providers/Microsoft.PolicyInsights/attestations/Audit`;
const assignment = `${subscription}/providers/Microsoft.Authorization/policyAssignments/Base`;

describe('parseAttestation', () => {
  test('reads what Azure answers', () => {
    const properties = {
      policyAssignmentId: assignment,
      policyDefinitionReferenceId: 'Plan',
      complianceState: 'Compliant',
      expiresOn: '2026-12-31T00:00:00Z',
      comments: 'seen',
    };
    expect(parseAttestation(id, { properties })).toEqual({
      id,
      resourceId: subscription.toLowerCase(),
      assignmentId: assignment.toLowerCase(),
      referenceId: 'plan',
      state: 'compliant',
      expiresOn: '2026-12-31T00:00:00Z',
    });
  });

  test('is for the innermost resource that its id names, whatever its case', () => {
    const inner = `${subscription}/resourceGroups/RG/providers/MICROSOFT.POLICYINSIGHTS/Attestations/x`;
    expect(parseAttestation(inner, { policyAssignmentId: assignment })).toMatchObject({
      resourceId: `${subscription}/resourcegroups/rg`,
      referenceId: undefined,
      state: 'unknown',
    });
  });

  test.each<[string, string, Value, string]>([
    ['not an object', id, 'x', 'an object'],
    ['without an assignment', id, { properties: {} }, 'policyAssignmentId'],
    ['with another id', assignment, { policyAssignmentId: assignment }, 'its id'],
    ['with an end that is no date', id, { policyAssignmentId: assignment, expiresOn: 'soon' }, 'expiresOn'],
  ])('says what is wrong: %s', (_, name, json, problem) => {
    expect(parseAttestation(name, json)).toContain(problem);
  });
});

describe('defaultAttestedState', () => {
  test.each<[Value | undefined, string]>([
    [undefined, 'unknown'],
    [{}, 'unknown'],
    [{ defaultState: 'Compliant' }, 'compliant'],
    [{ defaultState: 'Non-compliant' }, 'nonCompliant'],
    [{ DefaultState: 'noncompliant' }, 'nonCompliant'],
    [{ defaultState: 5 }, 'unknown'],
  ])('of %j is %s', (details, state) => {
    const then = { effect: 'manual', ...(details === undefined ? {} : { details }) };
    const parsed = parseDefinition({ if: { field: 'type', equals: 'a/b' }, then });
    const policy = 'definition' in parsed ? bindPolicy(parsed.definition).policy : undefined;
    expect(policy && defaultAttestedState(policy)).toBe(state);
  });
});
