import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { grantOfAction } from '../../../../src/access/role/index.ts';
import { loadActions, loadAppRoles, loadDirectoryRoles } from '../../../../src/library/index.ts';
import { describeWithShared } from '../../../shared-folder.ts';
import { builtInRoles, type EscalationEstate, escalationsIn, rules } from './escalation-case.ts';

const write = 'Microsoft.Authorization/roleAssignments/write';
const facts = new URL('../../../../facts/', import.meta.url).pathname;

describe('built-in roles that assign roles', () => {
  const writers = builtInRoles.filter((role) => grantOfAction(role, write).granted !== 'never');
  const conditioned = writers.filter((role) => grantOfAction(role, write).granted === 'on-condition');

  test('three of them do without a condition, and 25 with one', () => {
    expect(writers.length - conditioned.length).toBe(3);
    expect(conditioned).toHaveLength(25);
  });

  test('the three are escalations to any role, and no other built-in role is, above what it is given at', async () => {
    const users = writers.map(({ roleName }) => `holder of ${roleName}`);
    const estate: EscalationEstate = {
      users,
      managementGroups: { root: '' },
      assignments: writers.map(({ roleName }) => ({
        role: roleName,
        to: `holder of ${roleName}`,
        at: 'mg:root',
      })),
    };
    const { paths, cut } = await escalationsIn(estate);
    const found = paths.filter(({ to }) => to.kind === 'anyRole').map(({ from }) => from.id);
    expect(cut).toEqual([]);
    expect(found).toHaveLength(3);
    const names = paths.flatMap(({ steps }) =>
      steps.flatMap(({ evidence }) => evidence.map(({ what }) => what)),
    );
    for (const role of ['Owner', 'User Access Administrator', 'Role Based Access Control Administrator'])
      expect(names.some((what) => what.startsWith(`${role} at`))).toBe(true);
  });

  test('of the three only the Owner has it all anyway', async () => {
    const standing = await Promise.all(
      writers
        .filter((role) => !conditioned.includes(role))
        .map(async ({ roleName }) => {
          const assignments = [{ role: roleName, to: 'ann', at: 'prod' }];
          const { paths } = await escalationsIn({ users: ['ann'], assignments });
          return [roleName, paths.map(({ isStanding }) => isStanding)];
        }),
    );
    expect(Object.fromEntries(standing)).toEqual({
      Owner: [true],
      'User Access Administrator': [false],
      'Role Based Access Control Administrator': [false],
    });
  });
});

describe('the rules', () => {
  test('name directory actions, directory roles and application permissions that exist', () => {
    const { roles } = loadDirectoryRoles(facts);
    const actions = new Set(roles.flatMap((role) => role.actions.map((action) => action.toLowerCase())));
    const guids = new Set(roles.map(({ name }) => name));
    const names = new Set(
      loadAppRoles(facts)
        .all()
        .map(({ value }) => value.toLowerCase()),
    );
    for (const { id, directory, directoryRoles, appRoles } of rules.rules)
      expect({
        id,
        actions: directory.filter((one) => !actions.has(one)),
        roles: directoryRoles.filter((one) => !guids.has(one)),
        names: appRoles.filter((one) => !names.has(one)),
      }).toEqual({ id, actions: [], roles: [], names: [] });
    expect([...rules.unprotectedRoles].filter((one) => !guids.has(one))).toEqual([]);
  });

  test('name Azure actions of which each is known, or granted by a role that is not for everything', () => {
    const known = loadActions(facts);
    const planes = { control: new Set(known.control), data: new Set(known.data) };
    const narrow = builtInRoles.filter(
      (role) => grantOfAction(role, 'Contoso.Shop/things/write').granted === 'never',
    );
    for (const { id, needs } of rules.rules)
      for (const { plane, anyOf } of needs)
        expect({
          id,
          unknown: anyOf.filter(
            (action) =>
              !planes[plane].has(action.toLowerCase()) &&
              !narrow.some((role) => grantOfAction(role, action, plane).granted !== 'never'),
          ),
        }).toEqual({ id, unknown: [] });
  });
});

describeWithShared('the published attack paths', 'corpus/threat/attack-paths.json', (path) => {
  const published: readonly { readonly id: string }[] = JSON.parse(readFileSync(path, 'utf8'));

  test('each has a rule, and rules name no others', () => {
    const named = new Set(rules.rules.flatMap(({ paths }) => paths));
    expect([...named].sort()).toEqual(published.map(({ id }) => id).sort());
  });
});
