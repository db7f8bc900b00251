import { describe, expect, it } from 'vitest';
import { ScopeTree, scopeOfId } from '../../estate/index.ts';
import {
  type PolicyAssignment,
  parseAssignment,
  parseDefinition,
  resolveAssignment,
} from '../../policy/index.ts';
import { InForce } from './in-force.ts';

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';
const other = '/subscriptions/00000000-0000-0000-0000-000000000002';
const group = `${subscription}/resourceGroups/rg`;
const resource = `${group}/providers/Contoso.Shop/things/a`;

function assigned(scope: string, notScopes: readonly string[] = []) {
  const parsed = parseDefinition({ name: 'p', if: { field: 'type', like: '*' }, then: { effect: 'audit' } });
  const definition = 'definition' in parsed ? parsed.definition : undefined;
  const assignment = parseAssignment({
    name: 'a',
    scope,
    notScopes: [...notScopes],
    policyDefinitionId: 'p',
  });
  return resolveAssignment(assignment as PolicyAssignment, {
    definition: () => definition,
    initiative: () => undefined,
  }).policies;
}

function inForce(...list: readonly (readonly [string, string[]?])[]) {
  const policies = list.flatMap(([scope, notScopes]) => assigned(scope, notScopes));
  return new InForce(policies, new ScopeTree([scopeOfId(subscription), scopeOfId(group)]));
}

describe('InForce', () => {
  it('shares one list between all places with the same policies, so that it is compiled once', () => {
    const policies = inForce([subscription], [other]);
    const first = policies.at(resource).policies;
    expect(policies.at(`${subscription}/resourceGroups/b/providers/Contoso.Shop/things/b`).policies).toBe(
      first,
    );
    expect(policies.at(`${other}/resourceGroups/c/providers/Contoso.Shop/things/c`).policies).toEqual([1]);
  });

  it('shares the lists of resources with an assignment or an exclusion of their own', () => {
    const policies = inForce([subscription], [subscription, [resource]], [`${resource}b`]);
    expect(policies.at(resource).policies).toEqual([0]);
    expect(policies.at(`${resource}/parts/p`).policies).toBe(policies.at(resource.toUpperCase()).policies);
    expect(policies.at(`${resource}b`).policies).toEqual([0, 1, 2]);
    expect(policies.at(`${group}/providers/Contoso.Shop/things/z`).policies).toEqual([0, 1]);
  });

  it('has assignments without a scope in force everywhere', () => {
    const policies = inForce([''], ['/']);
    expect(policies.at(resource).policies).toEqual([0, 1]);
    expect(policies.at('/providers/Contoso.Shop/things/tenant').policies).toEqual([0, 1]);
  });

  it('tells the scopes that a resource is in', () => {
    expect(
      inForce()
        .at(resource)
        .chain.map(({ id }) => id),
    ).toEqual([group, subscription]);
  });
});
