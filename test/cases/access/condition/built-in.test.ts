import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  attributeFacts,
  type Condition,
  conditionKey,
  conditionVersionProblem,
  conditionWarnings,
  evaluateCondition,
  parseCondition,
  printCondition,
  roleAssignmentFacts,
} from '../../../../src/access/condition/index.ts';
import { Source } from '../../../../src/kernel/index.ts';
import { describeWithShared } from '../../../shared-folder.ts';

interface Permission {
  readonly actions: readonly string[];
  readonly dataActions: readonly string[];
  readonly condition: string | null;
  readonly conditionVersion: string | null;
}

interface Role {
  readonly roleName: string;
  readonly permissions: readonly Permission[];
}

const outside = '00000000-0000-0000-0000-00000000000f';
const token = '@Resource[HasObotoken]';

describeWithShared('the conditions in built-in roles', 'corpus/rbac/role-definitions.json', (path) => {
  const roles = JSON.parse(readFileSync(path, 'utf8')) as readonly Role[];
  const conditioned = roles.flatMap(({ roleName, permissions }) =>
    permissions.flatMap((permission) =>
      permission.condition === null ? [] : [{ roleName, ...permission, text: permission.condition }],
    ),
  );

  it('are 31', () => {
    expect(conditioned).toHaveLength(31);
  });

  it.each(conditioned)('$roleName: reads, prints, reads again', ({ text }) => {
    const condition = read(text);
    const printed = printCondition(condition);
    expect(conditionKey(read(printed))).toBe(conditionKey(condition));
    expect(printCondition(read(printed))).toBe(printed);
  });

  // What is expected is taken from the text by other means than the parser's.
  it.each(conditioned.filter(({ text }) => text.includes('RoleDefinitionId')))(
    '$roleName: allows the roles of its lists and no other',
    ({ text, actions }) => {
      const condition = read(text);
      const withToken = attributeFacts({ [token]: true });
      for (const operation of ['write', 'delete'] as const) {
        const listed = rolesIn(text, operation === 'write' ? 'Request' : 'Resource');
        const decide = (roleDefinitionId: string) => {
          const facts = roleAssignmentFacts(operation, {
            roleDefinitionId,
            principalType: 'ServicePrincipal',
          });
          const attributes = new Map([...(facts.attributes ?? []), ...withToken]);
          return evaluateCondition(condition, { ...facts, attributes }).kind;
        };
        const isGuarded = !text.includes('ActionMatches') || text.includes(`roleAssignments/${operation}'`);
        for (const role of listed) expect(decide(role)).toBe('allowed');
        expect(decide(outside)).toBe(isGuarded ? 'denied' : 'allowed');
      }
      if (text.includes('ActionMatches'))
        for (const action of [
          'Microsoft.Authorization/roleAssignments/read',
          'Microsoft.Compute/*',
          actions[0]!,
        ])
          if (!/roleAssignments\/(write|delete)$/.test(action))
            expect(evaluateCondition(condition, { action }).kind).toBe('allowed');
    },
  );

  it.each(conditioned.filter(({ text }) => text.includes('PrincipalType')))(
    '$roleName: allows service principals alone',
    ({ text }) => {
      const condition = read(text);
      const [roleDefinitionId] = rolesIn(text, 'Request');
      const decide = (principalType: string) =>
        evaluateCondition(condition, roleAssignmentFacts('write', { roleDefinitionId, principalType })).kind;
      expect([decide('ServicePrincipal'), decide('User'), decide('Group')]).toEqual([
        'allowed',
        'denied',
        'denied',
      ]);
    },
  );

  it.each(conditioned.filter(({ text }) => text.includes('HasObotoken')))(
    '$roleName: needs the token',
    ({ text }) => {
      const [roleDefinitionId] = rolesIn(text, 'Request');
      const facts = roleAssignmentFacts('write', { roleDefinitionId });
      const decide = (value: boolean | null) => {
        const attributes = new Map([...(facts.attributes ?? []), ...attributeFacts({ [token]: value })]);
        return evaluateCondition(read(text), { ...facts, attributes }).kind;
      };
      expect([decide(true), decide(false), decide(null)]).toEqual(['allowed', 'denied', 'denied']);
      expect(evaluateCondition(read(text), facts).kind).toBe('allowedIf');
    },
  );

  it.each(conditioned.filter(({ text }) => text.includes('protectionLevel')))(
    '$roleName: allows tables of two levels',
    ({ text }) => {
      const action = 'Microsoft.OperationalInsights/workspaces/tables/data/read';
      const name = '@Resource[Microsoft.OperationalInsights/workspaces/tables:protectionLevel]';
      const decide = (level: string | null) =>
        evaluateCondition(read(text), { action, attributes: attributeFacts({ [name]: level }) }).kind;
      expect(['General', 'Protected', 'Secret', null].map(decide)).toEqual([
        'allowed',
        'allowed',
        'denied',
        'denied',
      ]);
      expect(evaluateCondition(read(text), { action: 'Microsoft.Insights/Logs/Read' }).kind).toBe('allowed');
    },
  );

  it('each fall under one of these tests', () => {
    expect(conditioned.filter(({ text }) => text.includes('RoleDefinitionId'))).toHaveLength(29);
    expect(
      conditioned.filter(({ text }) => /protectionLevel|HasObotoken\] boolequals true\s*$/.test(text)),
    ).toHaveLength(2);
  });

  it('have no deny lists and hold neither always nor never', () => {
    const codes = conditioned.flatMap(({ text, actions, dataActions }) =>
      conditionWarnings(read(text), new Source('condition', text), [...actions, ...dataActions]).map(
        ({ code }) => code,
      ),
    );
    // Three of them ask the request of a deletion, which has no attributes: they never allow one.
    expect(codes.filter((code) => code !== 'LG8019')).toEqual(['LG8017', 'LG8017', 'LG8017']);
    expect(codes.filter((code) => code === 'LG8019')).toHaveLength(23);
  });

  it('are of version 2.0, with one exception', () => {
    const odd = conditioned.filter(
      ({ text, conditionVersion }) =>
        conditionVersionProblem(conditionVersion, new Source('c', text)) !== undefined,
    );
    expect(odd.map(({ conditionVersion }) => conditionVersion)).toEqual(['1.0']);
  });
});

function read(text: string): Condition {
  const { condition, diagnostics } = parseCondition(new Source('condition', text));
  expect(diagnostics).toEqual([]);
  if (condition === undefined) throw new Error('the diagnostics say why');
  return condition;
}

/** The GUIDs in braces after the source's role definition id. */
function rolesIn(text: string, source: 'Request' | 'Resource'): string[] {
  const [, after] = text.split(`@${source}[Microsoft.Authorization/roleAssignments:RoleDefinitionId]`);
  const inside = after?.slice(after.indexOf('{') + 1, after.indexOf('}')) ?? '';
  return inside
    .split(',')
    .map((guid) => guid.trim())
    .filter((guid) => guid !== '');
}
