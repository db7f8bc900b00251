import {
  type LeastPrivilegeAnswer,
  leastPrivilege,
  type PrivilegeAdvice,
  type RoleDefinition,
  RoleMatrix,
  readActivityRecord,
} from '../../access/index.ts';
import type { AccessCommand } from './access-command.ts';
import { argumentTexts } from './can.ts';
import type { AccessOptions, OpenedAccess } from './open-access.ts';
import { principalArgument } from './principal-argument.ts';
import { readJsonFile } from './read-json-file.ts';
import { nameOf, section, tellGaps } from './tell-lines.ts';

interface Options extends AccessOptions {
  readonly activity?: string[];
}

/** `landguard access least-privilege`. */
export const leastPrivilegeCommand: AccessCommand<Options> = {
  name: 'least-privilege',
  arguments: [argumentTexts.principal],
  description: 'find the smallest roles that cover what a principal did',
  addOptions: (command) =>
    command.option(
      '--activity <file>',
      'an activity log, as az monitor activity-log list prints it; may be repeated',
      (value: string, previous: string[] = []) => [...previous, value],
    ),
  examples: ['least-privilege app-shop --activity activity.json'],
  answer: ([principal = ''], { activity = [] }, opened) => {
    const { model, facts, view, surroundings } = opened;
    const used = activity
      .flatMap((file) => readJsonFile(file, surroundings))
      .flatMap((event) => readActivityRecord(event) ?? []);
    const roles = [...facts.builtIn(), ...model.roles.own];
    const answer = leastPrivilege(model, principalArgument(model, principal), {
      ...view,
      used,
      roles,
      costOf: costs(roles, opened),
    });
    return { json: answer, lines: tell(answer) };
  },
};

/** What a role costs is how many known actions it grants. */
function costs(roles: readonly RoleDefinition[], { facts }: OpenedAccess): (role: RoleDefinition) => number {
  const { control, data } = facts.actions;
  const matrix = new RoleMatrix(roles, { control, data });
  const counts = new Map(
    roles.map((role, at) => [role, matrix.count('control', at) + matrix.count('data', at)] as const),
  );
  return (role) => counts.get(role) ?? Number.POSITIVE_INFINITY;
}

function tell({ principal, advice, unexplained, unseen }: LeastPrivilegeAnswer): string[] {
  return [
    principal === undefined ? 'nobody' : nameOf(principal),
    ...(advice.length === 0 ? ['has no role that is active'] : advice.flatMap(tellAdvice)),
    ...section(
      'done, but granted by nothing that was seen',
      unexplained.slice(0, shownMax).map(({ action, scope }) => `${action} at ${scope}`),
    ),
    ...tellGaps(unseen),
  ];
}

const shownMax = 20;

function tellAdvice({ advice, roleName, scope, assignmentId, used, roles }: PrivilegeAdvice): string[] {
  const what = {
    remove: 'remove it: nothing of it was used',
    unknown: 'not known: no activity was given',
    keep: 'keep it: no roles with fewer actions have what was used',
    replace: `replace it by ${roles.map((one) => one.roleName).join(' and ')}`,
  }[advice];
  const actions = [...used.control, ...used.data];
  return section(`${roleName} at ${scope}`, [
    what,
    ...actions.slice(0, shownMax).map((one) => `used ${one}`),
    assignmentId,
  ]);
}
