import { describe, expect, it } from 'vitest';
import { assignment, definition, definitionId, isStorage, sourceOf } from './assess.case.ts';
import { policySet } from './policy-set.ts';

const archetype = (name: string, assignments: string[]) => ({
  name,
  policy_assignments: assignments,
  policy_definitions: [],
  policy_set_definitions: [],
  role_definitions: [],
});

const group = (id: string, parent_id: string | null, archetypes: string[]) => ({ id, parent_id, archetypes });

const assignments = ['at-root', 'at-zones', 'at-corp', 'at-online', 'at-none'];

function source(groups: readonly object[]) {
  return sourceOf(
    definition('one', isStorage),
    ...assignments.map((name) => assignment(name, definitionId('one'))),
    archetype('root', ['at-root', 'at-gone']),
    archetype('zones', ['at-zones']),
    archetype('corp', ['at-corp']),
    archetype('online', ['at-online']),
    { name: 'alz', management_groups: groups },
  );
}

const tree = [
  group('alz', null, ['root']),
  group('landingzones', 'alz', ['Zones']),
  group('corp', 'LANDINGZONES', ['corp']),
  group('online', 'landingzones', ['online', 'unheard-of']),
];

function inherited(groups: readonly object[], managementGroup?: string): string[] {
  const { policies } = policySet({ source: source(groups), managementGroup });
  return policies.map((one) => `${one.assignment.name} ${one.assignment.scope.split('/').at(-1)}`);
}

describe('assignments that a management group inherits', () => {
  it.each([
    ['corp', ['at-corp corp', 'at-zones landingzones', 'at-root alz']],
    ['Online', ['at-online online', 'at-zones landingzones', 'at-root alz']],
    ['alz', ['at-root alz']],
    [undefined, ['at-corp corp', 'at-zones landingzones', 'at-root alz']],
  ])('are those of %s and its parents', (managementGroup, expected) => {
    expect(inherited(tree, managementGroup)).toEqual(expected);
  });

  it('are all of them where nobody says which group and none has a usual name', () => {
    expect(inherited([group('mine', null, ['root'])])).toHaveLength(assignments.length);
  });

  it('end where parents go in a circle or are not there', () => {
    expect(inherited([group('corp', 'other', ['corp']), group('other', 'corp', ['root'])])).toEqual([
      'at-corp corp',
      'at-root other',
    ]);
    expect(inherited([group('corp', 'gone', ['corp'])])).toEqual(['at-corp corp']);
  });

  it('are none for a group that is not there, which is said', () => {
    const set = policySet({ source: source(tree), managementGroup: 'corpp' });
    expect(set.policies).toEqual([]);
    expect(set.diagnostics).toMatchObject([
      { code: 'LG5004', message: '`.` has no management group `corpp`; did you mean `corp`?' },
    ]);
  });

  it('have ids at their group', () => {
    const [first] = policySet({ source: source(tree) }).policies;
    expect(first?.assignment.id).toBe(
      '/providers/Microsoft.Management/managementGroups/corp/providers/Microsoft.Authorization/policyAssignments/at-corp',
    );
  });
});
