import { expect, it } from 'vitest';
import { memoryEstate } from '../../estate/index.ts';
import type { Value } from '../../kernel/index.ts';
import { smallFacts, smallId } from '../estate/access.case.ts';
import { readAccess } from '../estate/index.ts';
import { coveringAssignment } from './covering-assignment.ts';

const subscription = '/subscriptions/sub-a';
const group = `${subscription}/resourceGroups/rg`;

function assignmentAt(scope: string) {
  const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/1`;
  const roleDefinitionId = `/providers/Microsoft.Authorization/roleDefinitions/${smallId('role', 'Reader')}`;
  return { id, properties: { roleDefinitionId, principalId: smallId('principal', 'alice'), scope } };
}

function collected(scope: string): Value {
  return { kind: 'AZSubscriptionRoleAssignment', data: { roleAssignments: [assignmentAt(scope)] } };
}

it.each<[string, Value, Value, boolean]>([
  ['covers one below', assignmentAt(subscription), assignmentAt(group), true],
  ['covers one below that may have a condition', assignmentAt(subscription), collected(group), true],
  ['that may have a condition covers none', collected(subscription), assignmentAt(group), false],
  ['that may have a condition covers no other', collected(subscription), collected(group), false],
])('an assignment above %s', async (_, above, below, isCovered) => {
  const { estate } = memoryEstate([above, below], '2026-11-01T00:00:00Z');
  const model = await readAccess(estate, smallFacts);
  const at = model.azure.all.findIndex(({ scope }) => scope === group);
  expect(at).toBeGreaterThanOrEqual(0);
  expect(coveringAssignment(model, at) !== undefined).toBe(isCovered);
});
