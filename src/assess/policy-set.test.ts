import { describe, expect, it } from 'vitest';
import {
  assignment,
  definition,
  definitionId,
  initiative,
  isStorage,
  noPublicAccess,
  sourceOf,
  storageRule,
} from './assess.case.ts';
import { policySet } from './policy-set.ts';

const one = definition('one', isStorage);
const two = definition('two', isStorage);
const old = definition('old', isStorage, 'audit', { displayName: '[Deprecated]: Old' });

function namesOf(set: ReturnType<typeof policySet>): string[] {
  return set.policies.map(({ policy }) => policy.definition.name);
}

describe('the policies of a source', () => {
  it.each<[string, object[], string[]]>([
    ['single definitions', [one, two], ['one', 'two']],
    [
      'initiatives, and the definitions that none holds',
      [initiative('i', ['one']), one, two],
      ['one', 'two'],
    ],
    ['no deprecated definitions', [one, old], ['one']],
    ['deprecated definitions that an initiative holds', [initiative('i', ['old']), old], ['old']],
    [
      'only what is assigned, where there are assignments',
      [assignment('a', definitionId('one')), one, two],
      ['one'],
    ],
    [
      'initiatives that are assigned',
      [
        assignment(
          'a',
          '/providers/Microsoft.Management/managementGroups/mg/providers/Microsoft.Authorization/policySetDefinitions/i',
        ),
        initiative('i', ['two', 'one']),
        one,
        two,
      ],
      ['two', 'one'],
    ],
  ])('are %s', (_, objects, names) => {
    const set = policySet({ source: sourceOf(...objects) });
    expect(namesOf(set)).toEqual(names);
    expect(set.diagnostics).toEqual([]);
  });

  it('are the definitions one by one where there are too many initiatives to be a choice', () => {
    const many = Array.from({ length: 21 }, (_, index) => initiative(`i${index}`, ['one']));
    expect(namesOf(policySet({ source: sourceOf(...many, one, two) }))).toEqual(['one', 'two']);
  });

  it('are not those of a catalogue that need values nobody gives', () => {
    const many = Array.from({ length: 21 }, (_, index) => initiative(`i${index}`, ['one']));
    const needy = definition('needy', isStorage, 'audit', { parameters: { tagName: { type: 'String' } } });
    const set = policySet({ source: sourceOf(...many, one, needy) });
    expect(namesOf(set)).toEqual(['one']);
    expect(set.diagnostics).toMatchObject([{ code: 'LG3005', level: 'note', file: 'Display needy' }]);
    expect(policySet({ source: sourceOf(one, needy) }).diagnostics).toMatchObject([
      { code: 'LG3005', level: 'error' },
    ]);
  });

  it.each([
    ['name', 'TWO'],
    ['display name', 'display two'],
    ['id', definitionId('two')],
  ])('can be one that is picked by %s', (_, pick) => {
    const source = sourceOf(assignment('a', definitionId('one')), one, two);
    expect(namesOf(policySet({ source, pick }))).toEqual(['two']);
  });

  it('can be an initiative that is picked', () => {
    const set = policySet({ source: sourceOf(initiative('i', ['one', 'two']), one, two), pick: 'i' });
    expect(namesOf(set)).toEqual(['one', 'two']);
    expect(set.policies[0]?.initiative?.name).toBe('i');
  });

  it('carry what the assignment says', () => {
    const set = policySet({
      source: sourceOf(
        assignment('a', definitionId('one'), {
          scope: '/providers/Microsoft.Management/managementGroups/corp',
          enforcementMode: 'DoNotEnforce',
          nonComplianceMessages: [{ message: 'Ask the platform team.' }],
        }),
        one,
      ),
    });
    expect(set.policies).toMatchObject([
      {
        enforced: false,
        message: 'Ask the platform team.',
        assignment: { scope: '/providers/Microsoft.Management/managementGroups/corp' },
      },
    ]);
  });

  it('are looked up in other sources too, in their own first', () => {
    const own = sourceOf(assignment('a', definitionId('one')), assignment('b', definitionId('two')), one);
    const other = sourceOf(definition('one', isStorage, 'deny'), two);
    const set = policySet({ source: own }, [own, other]);
    expect(set.policies.map(({ policy }) => [policy.definition.name, policy.effect.name])).toEqual([
      ['one', 'audit'],
      ['two', 'audit'],
    ]);
  });
});

describe('what is wrong with a source', () => {
  it.each<[string, object[], string, string]>([
    ['an assignment of nothing', [assignment('a', definitionId('gone')), one], 'LG3008', 'gone'],
    ['an initiative that points nowhere', [initiative('i', ['gone', 'one']), one], 'LG3008', 'gone'],
    [
      'an assignment without a definition',
      [{ ...assignment('a', ''), properties: {} }, one],
      'LG3001',
      'policyDefinitionId',
    ],
    ['an unknown effect', [definition('bad', isStorage, 'explode')], 'LG3004', '`explode`'],
    ['an unknown operator', [definition('bad', { field: 'type', equalz: 'x' })], 'LG3002', 'equalz'],
    ['a rule without a condition', [definition('bad', {})], 'LG3002', ''],
    [
      'an unknown alias',
      [storageRule('bad', { field: 'Microsoft.Storage/storageAccounts/nope', exists: true })],
      '',
      '',
    ],
    [
      'no policies at all',
      [
        {
          name: 'x',
          policy_assignments: [],
          policy_definitions: [],
          policy_set_definitions: [],
          role_definitions: [],
        },
      ],
      'LG5004',
      'there is no policy in `.`',
    ],
  ])('is said: %s', (_, objects, code, text) => {
    const { diagnostics } = policySet({ source: sourceOf(...objects) });
    expect(diagnostics.map((entry) => entry.code)).toEqual(code === '' ? [] : [code]);
    for (const entry of diagnostics) {
      expect(entry.message).toContain(text);
      expect(entry.advice).not.toContain('{');
    }
  });

  it('keeps the rest', () => {
    const set = policySet({
      source: sourceOf(definition('bad', isStorage, 'explode'), one, initiative('i', ['gone', 'two']), two),
    });
    expect(namesOf(set).sort()).toEqual(['one', 'two']);
  });

  it('is said at its place in the file', () => {
    const { diagnostics } = policySet({
      source: sourceOf(definition('bad', { field: 'type', equalz: 'x' })),
    });
    expect(diagnostics[0]).toMatchObject({ file: '000.json', span: { source: { path: '000.json' } } });
  });

  it('is a policy that is picked and not there', () => {
    const { policies, diagnostics } = policySet({ source: sourceOf(one), pick: 'none' });
    expect(policies).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'LG4001', message: expect.stringContaining('none') }]);
  });

  it('does not stop a policy that looks at public access', () => {
    expect(policySet({ source: sourceOf(storageRule('s', noPublicAccess)) }).policies).toHaveLength(1);
  });
});
