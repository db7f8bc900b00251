import { describe, expect, it } from 'vitest';
import { Unknown, type Value, type ValueObject } from '../../kernel/index.ts';
import { azCommands, changeCommands } from './az-commands.ts';
import { changeAt, type PropertyPath } from './property-change.ts';
import type { Remediation, RemediationTask } from './remediation.ts';

const id = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st';
const body: ValueObject = { properties: { rules: [{ a: 1 }, { a: 2 }], site: {} }, tags: { old: 'x' } };
const commands = (...changes: [PropertyPath, Value | undefined][]) =>
  changeCommands(
    changes.map(([path, after]) => changeAt(body, path, after)),
    { id, body },
  );
const update = `az resource update --ids ${id}`;

describe('the commands of a change', () => {
  it.each<[string, [PropertyPath, Value | undefined], string]>([
    ['a boolean', [['properties', 'site', 'on'], true], '--set properties.site.on=true'],
    [
      'a text, so that it stays one',
      [['properties', 'site', 'tls'], '1.2'],
      `--set 'properties.site.tls="1.2"'`,
    ],
    [
      'a missing object as a whole',
      [['properties', 'net', 'acl', 'mode'], 'Deny'],
      `--set 'properties.net={"acl":{"mode":"Deny"}}'`,
    ],
    ['a member', [['properties', 'rules', 1, 'a'], 3], "--set 'properties.rules[1].a=3'"],
    ['a new member', [['properties', 'rules', 2], { a: 3 }], `--add properties.rules '{"a":3}'`],
    ['a removal', [['properties', 'site'], undefined], '--remove properties.site'],
    ['a member that goes', [['properties', 'rules', 0], undefined], '--remove properties.rules 0'],
  ])('set %s', (_, change, expected) => {
    expect(commands(change)).toEqual({ commands: [`${update} ${expected}`], missing: [] });
  });

  it('set many properties at once, and take members from the end', () => {
    expect(
      commands(
        [['properties', 'rules', 0], undefined],
        [['properties', 'rules', 1], undefined],
        [['properties', 'site', 'x'], 1],
      ).commands,
    ).toEqual([
      `${update} --set properties.site.x=1 --remove properties.rules 1 --remove properties.rules 0`,
    ]);
  });

  it.each<[string, [PropertyPath, Value | undefined], string]>([
    ['add', [['tags', 'owner'], 'shop team'], "--operation Merge --tags 'owner=shop team'"],
    ['remove', [['tags', 'old'], undefined], '--operation Delete --tags old=x'],
    ['add many of', [['tags'], { a: 'b', c: 'd' }], '--operation Merge --tags a=b c=d'],
  ])('%s tags', (_, change, expected) => {
    expect(commands(change).commands).toEqual([`az tag update --resource-id ${id} ${expected}`]);
  });

  it.each<[string, [PropertyPath, Value | undefined]]>([
    ['a name with a dot', [['properties', 'a.b'], 1]],
    ['a tag with an equals sign', [['tags', 'a=b'], 'x']],
    ['a tag that would be an option', [['tags', '--subscription'], 'x']],
    ['a tag that would be a file', [['tags', '@secret'], 'x']],
    ['a secret', [['properties', 'password'], 'not-a-real-one']],
    ['a secret in an object', [['properties', 'site'], { list: [{ clientSecret: 'not-a-real-one' }] }]],
    ['a secret in a tag', [['tags', 'password'], 'not-a-real-one']],
    ['a value that is not known', [['properties', 'x'], new Unknown('x')]],
    ['a line break', [['tags', 'a'], 'x\ny']],
    ['another place', [['location'], 'westeurope']],
  ])('leave out %s and say so', (_, change) => {
    const { commands: written, missing } = commands(change);
    expect(written).toEqual([]);
    expect(missing).toHaveLength(1);
    expect(missing[0]).not.toContain('not-a-real-one');
  });

  it('need an id', () => {
    const [change] = [changeAt(body, ['properties', 'x'], 1)];
    expect(changeCommands([change], { id: new Unknown('id'), body }).missing[0]).toContain(
      'id of the resource',
    );
  });
});

const task: RemediationTask = {
  name: 'remediate-x',
  assignmentId:
    '/providers/Microsoft.Management/managementGroups/corp/providers/Microsoft.Authorization/policyAssignments/a',
  referenceId: 'ref 1',
  principalId: '00000000-0000-0000-0000-000000000001',
  roles: [
    {
      roleId: '00000000-0000-0000-0000-00000000000a',
      scope: '/providers/Microsoft.Management/managementGroups/corp',
    },
  ],
};
const deployment = (rest: Partial<RemediationTask> = {}): Remediation => ({
  kind: 'deployment',
  resources: [],
  task: { ...task, ...rest },
  proof: undefined,
  notes: [],
});

describe('the commands of a task', () => {
  it('give the identity its roles, then start it where the resource is', () => {
    expect(azCommands(deployment(), { id, body } as never).commands).toEqual([
      'az role assignment create --assignee-object-id 00000000-0000-0000-0000-000000000001 --assignee-principal-type ServicePrincipal --role 00000000-0000-0000-0000-00000000000a --scope /providers/Microsoft.Management/managementGroups/corp',
      `az policy remediation create --name remediate-x --policy-assignment ${task.assignmentId} --definition-reference-id 'ref 1' --resource-group rg --subscription s`,
    ]);
  });

  it('start it at the management group of the assignment where the resource has no place', () => {
    const { commands: written } = azCommands(deployment({ referenceId: undefined }), {
      id: undefined,
      body,
    } as never);
    expect(written[1]).toMatch(/ --management-group corp$/);
  });

  it('name what stands for an identity that is not known', () => {
    const { commands: written } = azCommands(deployment({ principalId: undefined }), { id, body } as never);
    expect(written[0]).toContain("--assignee-object-id '<principal id of the assignment>'");
  });

  it('leave out what could do more than be a value', () => {
    const { commands: written, missing } = azCommands(deployment({ assignmentId: '@/etc/passwd' }), {
      id,
      body,
    } as never);
    expect(written).toHaveLength(1);
    expect(missing).toEqual(['the remediation task has characters that no command line holds safely']);
  });
});

describe('the commands of another resource', () => {
  const related = (rest: object): Remediation =>
    ({
      kind: 'related',
      action: 'create',
      type: 't',
      name: 'n',
      id: `${id}/guards/g`,
      body: { properties: { on: true } },
      changes: [],
      notes: [],
      proof: { before: [], after: 'compliant', evaluations: 1 },
      ...rest,
    }) as Remediation;

  it('make it', () => {
    expect(azCommands(related({}), { id, body } as never).commands).toEqual([
      `az resource create --id ${id}/guards/g --properties '{"on":true}'`,
    ]);
  });

  it('change it', () => {
    const changes = [changeAt({ properties: { on: false } }, ['properties', 'on'], true)];
    expect(azCommands(related({ action: 'change', changes }), { id, body } as never).commands).toEqual([
      `az resource update --ids ${id}/guards/g --set properties.on=true`,
    ]);
  });

  it('are none where it is not known where it belongs, and none for what is not proved', () => {
    expect(azCommands(related({ id: undefined }), { id, body } as never)).toMatchObject({
      commands: [],
      missing: [expect.stringContaining('belongs')],
    });
    expect(azCommands({ kind: 'unknown', reason: 'x' }, { id, body } as never)).toEqual({
      commands: [],
      missing: [],
    });
  });
});
