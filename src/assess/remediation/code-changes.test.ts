import { describe, expect, it } from 'vitest';
import type { JsonDocument } from '../../kernel/index.ts';
import {
  aliases,
  checked,
  documentOf,
  noPublicAccess,
  parametersOf,
  storage,
  storageRule,
  templateOf,
} from '../assess.case.ts';
import type { CheckInput } from '../check.ts';
import { codeChanges } from './code-changes.ts';
import { remediationOf } from './remediation-of.ts';
import type { CodeChanges } from './remediation-text.ts';

const secure = storageRule('secure', noPublicAccess);

/** The code changes for the first finding of a check. */
function changesOf(
  templates: JsonDocument | CheckInput['templates'],
  rule: object = secure,
  rest: Partial<CheckInput> = {},
): CodeChanges {
  const { evaluations, expansions } = checked(templates, [rule], rest);
  const item = [...evaluations.values()][0]!;
  const options = { resolver: { aliases }, context: item.resource.context };
  const remediation = remediationOf(item.evaluation, item.assigned, options);
  if (remediation.kind !== 'change') throw new Error(JSON.stringify(remediation));
  const { template } = expansions.find(({ expansion }) =>
    expansion.resources.includes(item.resource.expanded),
  )!;
  return codeChanges(remediation.changes, { item, template, readLinked: rest.readLinked }, options);
}

/** The lines that a diff takes away and adds. */
function edits({ diffs }: CodeChanges): string[] {
  return diffs.flatMap((diff) =>
    diff
      .split('\n')
      .filter((line) => /^[-+](?![-+])/.test(line))
      .map((line) => line.replace(/\s+/g, ' ')),
  );
}

const open = { publicNetworkAccess: 'Enabled' };

describe('a value in the code', () => {
  it('is replaced where it is written', () => {
    const changes = changesOf(templateOf([storage(open)]));
    expect(edits(changes)).toEqual([
      '- "publicNetworkAccess": "Enabled"',
      '+ "publicNetworkAccess": "Disabled"',
    ]);
    expect(changes).toMatchObject({
      holds: true,
      places: [{ isEdited: true, note: undefined, place: { file: 'main.json' } }],
    });
  });

  it.each<[string, object, object]>([
    ['a variable', { variables: { access: 'Enabled' } }, { publicNetworkAccess: "[variables('access')]" }],
    [
      'a default',
      { parameters: { access: { type: 'string', defaultValue: 'Enabled' } } },
      { publicNetworkAccess: "[parameters('access')]" },
    ],
    [
      'a part of an object',
      { variables: { all: { net: 'Enabled' } } },
      { publicNetworkAccess: "[variables('all').net]" },
    ],
  ])('is replaced in %s that it comes from', (_, rest, properties) => {
    const changes = changesOf(templateOf([storage(properties)], rest));
    expect(edits(changes)[1]).toContain('"Disabled"');
    expect(changes.holds).toBe(true);
    expect(changes.places[0]!.note).toContain('everything that uses it changes');
  });

  it('is replaced in the parameter file', () => {
    const document = templateOf([storage({ publicNetworkAccess: "[parameters('access')]" })], {
      parameters: { access: { type: 'string' } },
    });
    const changes = changesOf([{ document, parameters: parametersOf({ access: 'Enabled' }) }]);
    expect(changes.places[0]!.place.file).toBe('main.parameters.json');
    expect(changes.diffs[0]).toContain('--- a/main.parameters.json');
    expect(changes.holds).toBe(true);
  });

  it('is added to its object', () => {
    const changes = changesOf(templateOf([storage({ supportsHttpsTrafficOnly: true })]));
    expect(edits(changes)).toEqual([
      '- "supportsHttpsTrafficOnly": true',
      '+ "supportsHttpsTrafficOnly": true,',
      '+ "publicNetworkAccess": "Disabled"',
    ]);
    expect(changes.holds).toBe(true);
  });

  it('is added to the variable that its object comes from', () => {
    const variables = { tags: { team: 'shop' } };
    const rule = storageRule('owner-tag', { field: 'tags.owner', exists: false });
    const changes = changesOf(
      templateOf([storage({}, { tags: "[variables('tags')]" })], { variables }),
      rule,
    );
    expect(edits(changes)).toEqual(['- "team": "shop"', '+ "team": "shop",', '+ "owner": "to-be-set"']);
    expect(changes).toMatchObject({
      holds: true,
      places: [{ note: 'it is the value of variable tags: everything that uses it changes' }],
    });
  });

  it('is taken out with its line', () => {
    const rule = storageRule('no-acl', {
      field: 'Microsoft.Storage/storageAccounts/networkAcls',
      exists: true,
    });
    const changes = changesOf(
      templateOf([storage({ networkAcls: { bypass: 'None' }, accessTier: 'Hot' })]),
      rule,
    );
    expect(edits(changes)).toEqual(['- "networkAcls": {', '- "bypass": "None"', '- },']);
    expect(changes.holds).toBe(true);
  });

  it('several of one object are added together', () => {
    const rule = storageRule('both', {
      anyOf: [
        noPublicAccess,
        { field: 'Microsoft.Storage/storageAccounts/minimumTlsVersion', notEquals: 'TLS1_2' },
      ],
    });
    const changes = changesOf(templateOf([storage()]), rule);
    expect(changes.places).toHaveLength(2);
    expect(changes.holds).toBe(true);
  });

  it('that a loop makes is shared by all its resources', () => {
    const copy = { copy: { name: 'all', count: 2 }, name: "[concat('st', copyIndex())]" };
    const changes = changesOf(templateOf([storage(open, copy)]));
    expect(changes).toMatchObject({ holds: true, places: [{ note: 'every resource of the loop changes' }] });
  });

  it('of a linked template is replaced there', () => {
    const linked = documentOf('linked.json', {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [storage(open)],
    });
    const deployment = {
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2022-09-01',
      name: 'd',
      properties: { mode: 'Incremental', templateLink: { relativePath: 'linked.json' } },
    };
    const changes = changesOf(templateOf([deployment]), secure, { readLinked: () => linked });
    expect(changes.diffs[0]).toContain('--- a/linked.json');
    expect(changes.holds).toBe(true);
  });
});

describe('a value that is not a plain literal', () => {
  it.each<[string, object, object]>([
    ['a call', {}, { publicNetworkAccess: "[toUpper('enabled')]" }],
    ['a choice', {}, { publicNetworkAccess: "[if(true(), 'Enabled', 'Disabled')]" }],
    [
      'a text with a parameter in it',
      { parameters: { a: { type: 'string', defaultValue: 'Ena' } } },
      { publicNetworkAccess: "[concat(parameters('a'), 'bled')]" },
    ],
  ])('is shown, not edited: %s', (_, rest, properties) => {
    expect(changesOf(templateOf([storage(properties)], rest))).toMatchObject({
      diffs: [],
      holds: undefined,
      places: [
        {
          isEdited: false,
          note: 'the value is computed: change the expression',
          place: { file: 'main.json' },
        },
      ],
    });
  });

  it('nothing is added beside what a loop makes', () => {
    const field = 'Microsoft.Storage/storageAccounts/networkAcls.ipRules[*]';
    const looped = { networkAcls: { copy: [{ name: 'ipRules', count: 1, input: { value: '192.0.2.1' } }] } };
    const rule = storageRule('two-rules', { count: { field }, less: 2 });
    expect(changesOf(templateOf([storage(looped)]), rule)).toMatchObject({
      places: [{ isEdited: false, note: 'the object around it is computed: change the expression' }],
      diffs: [],
    });
  });
});
