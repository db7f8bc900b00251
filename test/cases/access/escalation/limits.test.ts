import { expect, test } from 'vitest';
import { escalations } from '../../../../src/access/escalation/index.ts';
import { smallId } from '../../../../src/access/estate/access.case.ts';
import { type EscalationEstate, escalationsIn, groundOf, pathText, rules } from './escalation-case.ts';

const estate: EscalationEstate = {
  users: ['ann', 'bob'],
  identities: { web: true },
  resources: { 'prod/app/Microsoft.Compute/virtualMachines/web': { identities: ['web'] } },
  assignments: [
    { role: 'Virtual Machine Contributor', to: 'ann', at: 'prod' },
    { role: 'User Access Administrator', to: 'web', at: 'prod' },
    { role: 'User Access Administrator', to: 'bob', at: 'prod' },
  ],
};

test('an answer that is whole says nothing of limits', async () => {
  const { paths, cut, starts } = await escalationsIn(estate);
  expect({ paths: paths.length, cut, starts }).toEqual({ paths: 3, cut: [], starts: 3 });
});

test.each([
  [{ startsMax: 1 }, 'only 1 of 3 principals were looked from'],
  [{ pathsMax: 1 }, 'only 1 of 3 paths are listed'],
  [{ nodesOfStartMax: 1 }, 'not everything that 3 of 3 starts lead to was looked at'],
  [{ stepsOfNodeMax: 0 }, 'not everything that 3 of 3 starts lead to was looked at'],
  [{ endsOfStartMax: 1 }, 'not everything that 3 of 3 starts lead to was looked at'],
  [{ removalNodesAllMax: 1 }, 'what to take away was not looked for to the end on 3 of 3 paths'],
])('an answer cut short by %o says so', async (limits, cut) => {
  expect((await escalationsIn(estate, { limits })).cut).toEqual([cut]);
});

test('what was taken away most is named first', async () => {
  const { removals } = await escalationsIn(estate, { from: 'ann' });
  expect(removals.map(({ cuts }) => cuts)).toEqual([1]);
});

test('to a scope leads any role above it, and to a name the principal', async () => {
  const to = async (text: string) =>
    (await escalationsIn(estate, { from: 'ann', to: text })).paths.map((path) => pathText(path, estate));
  expect(await to('prod/app')).toEqual([
    'ann: runs-command-on-machine > acts-as-identity > assigns-roles = anyRole prod',
  ]);
  expect(await to('web')).toEqual(['ann: runs-command-on-machine > acts-as-identity = web']);
  expect(await to('other')).toEqual([]);
});

test('whoever runs code in a resource is a start too, and an unknown start has no paths', async () => {
  const from = async (text: string) =>
    (await escalationsIn(estate, { from: text })).paths.map((path) => pathText(path, estate));
  expect(await from('prod/app/Microsoft.Compute/virtualMachines/web')).toEqual([
    'resource web: acts-as-identity > assigns-roles = anyRole prod',
  ]);
  expect(await from('prod/app/Microsoft.Compute/virtualMachines/none')).toEqual([]);
});

test('what was not exported is named', async () => {
  const { unseen } = await escalationsIn({
    ...estate,
    directory: [{ role: 'User Administrator', to: 'ann', at: 'bob' }],
  });
  expect(unseen).toContain('activation rules of PIM were not exported');
});

test('what is eligible for a time leads nowhere before and after it', async () => {
  const { ground } = await groundOf({
    users: ['ann'],
    groups: { admins: [] },
    assignments: [{ role: 'User Access Administrator', to: 'admins', at: 'prod' }],
    objects: [
      {
        '@odata.type': '#microsoft.graph.privilegedAccessGroupEligibilityScheduleInstance',
        id: 'ann in November',
        principalId: smallId('principal', 'ann'),
        groupId: smallId('principal', 'admins'),
        accessId: 'member',
        startDateTime: '2026-11-01T00:00:00Z',
        endDateTime: '2026-12-01T00:00:00Z',
      },
    ],
  });
  const countAt = (at?: string) =>
    escalations(ground, { rules, from: smallId('principal', 'ann'), at }).paths.length;
  expect([undefined, '2026-10-01', '2026-11-15', '2026-12-15'].map(countAt)).toEqual([1, 0, 1, 0]);
});
