import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { reportOf } from './run-cli.case.ts';

const $schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const storage = {
  type: 'Microsoft.Storage/storageAccounts',
  apiVersion: '2023-05-01',
  name: 'st',
  location: 'x',
  properties: {},
};
const template = (rest: object = {}) =>
  JSON.stringify({ $schema, contentVersion: '1.0.0.0', resources: [storage], ...rest }, null, 2);
const policy = (name: string, condition: object, effect: unknown = 'deny') => ({
  name,
  properties: { displayName: name, mode: 'All', policyRule: { if: condition, then: { effect } } },
});
const always = { field: 'type', equals: 'Microsoft.Storage/storageAccounts' };

/** Checks bad.json beside a good template with a rule that the good one breaks. */
async function check(files: Record<string, string>, paths = ['.']) {
  const folder = temporaryFolder({
    'good.json': template(),
    'policies/one.json': JSON.stringify(policy('one', always)),
    ...files,
  });
  const report = await reportOf(folder, [...paths, '-p', 'policies']);
  expect(report.findings.some((one) => one.place.file === 'good.json' && one.policy.name === 'one')).toBe(
    true,
  );
  return {
    exitCode: report.exitCode,
    said: report.diagnostics.map((one) => {
      expect(one.advice.length, one.code).toBeGreaterThan(10);
      expect(`${one.message} ${one.advice}`).not.toMatch(/\{\w+\}|undefined|\[object/);
      expect(one.message).not.toMatch(/\.$|\n/);
      const { place } = one as unknown as { place?: { file: string; line: number } };
      return `${one.code} ${place === undefined ? (one.file ?? '') : `${place.file}:${place.line}`}`;
    }),
  };
}

const long = (text: string, count: number) => text.repeat(count);

describe('a bad template', () => {
  it.each<[string, string, string[]]>([
    ['is cut off', template().slice(0, -4), ['LG1001 bad.json:12']],
    ['is an array', '[1, 2]', ['LG2001 bad.json:1']],
    ['is a text', '"hello"', ['LG2001 bad.json:1']],
    ['is not JSON', 'resources:\n  - a', ['LG1001 bad.json:1']],
    ['is empty', '', ['LG1001 bad.json:1']],
    ['has parameters that are a list', template({ parameters: [] }), ['LG2002 bad.json:13']],
    ['has resources that are a text', template({ resources: 'x' }), ['LG2002 bad.json:4']],
    [
      'has a parameter of the wrong type',
      template({ parameters: { a: { type: 'int', defaultValue: 'x' } } }),
      ['LG2010 bad.json:16'],
    ],
    [
      'has variables that refer to each other',
      template({
        variables: { a: "[variables('b')]", b: "[variables('a')]" },
        outputs: { o: { type: 'string', value: "[variables('a')]" } },
      }),
      ['LG2008'],
    ],
    [
      'calls a function that is not there',
      template({ outputs: { o: { type: 'string', value: "[concatt('a')]" } } }),
      ['LG2005 bad.json:16'],
    ],
    [
      'names a parameter that is not there',
      template({ outputs: { o: { type: 'string', value: "[parameters('a')]" } } }),
      ['LG2006 bad.json:16'],
    ],
    [
      'copies a million times',
      template({
        resources: [
          { ...storage, name: "[concat('s', copyIndex())]", copy: { name: 'c', count: 1_000_000 } },
        ],
      }),
      ['LG2014'],
    ],
    [
      'nests an expression 10,000 deep',
      template({
        outputs: { o: { type: 'string', value: `[${long('toLower(', 10_000)}'a'${long(')', 10_000)}]` } },
      }),
      ['LG2003 bad.json:16'],
    ],
    [
      'nests its text 10,000 deep',
      `{"$schema": "${$schema}", "x": ${long('[', 10_000)}${long(']', 10_000)}}`,
      ['LG1003 bad.json'],
    ],
    [
      'has the key __proto__',
      template().replace('"properties": {}', '"properties": {"__proto__": {"polluted": true}}'),
      ['LG1005 bad.json:10'],
    ],
    [
      'is for an unknown scope',
      template({
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/galaxyDeploymentTemplate.json#',
      }),
      ['LG2021 bad.json:2'],
    ],
  ])('%s', async (_, text, said) => {
    const result = await check({ 'bad.json': text }, ['good.json', 'bad.json']);
    expect(result.said[0]).toContain(said[0]);
    expect(result.exitCode).toBe(2);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('has no value for a parameter, which is no error', async () => {
    const result = await check({ 'bad.json': template({ parameters: { a: { type: 'string' } } }) });
    expect(result).toEqual({ said: ['LG2009 bad.json:14'], exitCode: 1 });
  });

  it('links what is not there and what is outside, which is no error', async () => {
    const links = ['none.json', '../../etc/passwd', 'https://example.com/x.json'];
    const resources = links.map((relativePath, index) => ({
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2022-09-01',
      name: `d${index}`,
      properties: { mode: 'Incremental', templateLink: { relativePath } },
    }));
    const result = await check({ 'bad.json': template({ resources }) });
    expect(result.said.map((one) => one.split(':')[0])).toEqual(links.map(() => 'LG2016 bad.json'));
  });

  it.each<[string, unknown, string]>([
    ['of the wrong type', { a: { value: 'x' } }, 'LG2010'],
    ['that are not declared', { b: { value: 1 } }, 'LG2013'],
    ['that are no objects', { a: 1 }, 'LG2022'],
  ])('has parameter values %s', async (_, parameters, code) => {
    const file = {
      $schema: $schema.replace('Template', 'Parameters'),
      contentVersion: '1.0.0.0',
      parameters,
    };
    const { said } = await check({
      'bad.json': template({ parameters: { a: { type: 'int', defaultValue: 1 } } }),
      'bad.parameters.json': JSON.stringify(file),
    });
    expect(said.map((one) => one.split(' ')[0])).toContain(code);
    expect(said[0]).toContain('bad.parameters.json:1');
  });
});

describe('a bad policy', () => {
  it.each<[string, object | string, string]>([
    ['is not JSON', '{"properties": {', 'LG1001'],
    ['is no policy', '{}', 'LG4002'],
    ['has an unknown operator', policy('bad', { field: 'type', equalz: 'x' }), 'LG3002'],
    ['has an unknown effect', policy('bad', always, 'explode'), 'LG3004'],
    ['has no condition', policy('bad', {}), 'LG3002'],
    [
      'has a parameter without a value',
      {
        ...policy('bad', always),
        properties: {
          ...policy('bad', always).properties,
          parameters: { p: { type: 'String' } },
          policyRule: { if: { field: 'type', equals: "[parameters('p')]" }, then: { effect: 'deny' } },
        },
      },
      'LG3005',
    ],
    [
      'is an initiative that points nowhere',
      {
        name: 'bad',
        properties: {
          displayName: 'bad',
          policyDefinitions: [
            { policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/gone' },
          ],
        },
      },
      'LG3008',
    ],
    [
      'is an assignment of nothing',
      {
        name: 'bad',
        type: 'Microsoft.Authorization/policyAssignments',
        properties: { policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/gone' },
      },
      'LG3008',
    ],
  ])('%s', async (_, content, code) => {
    const assignments = {
      name: 'good',
      type: 'Microsoft.Authorization/policyAssignments',
      properties: { policyDefinitionId: 'one' },
    };
    const { said, exitCode } = await check({
      'policies/bad.json': typeof content === 'string' ? content : JSON.stringify(content, null, 2),
      ...(JSON.stringify(content).includes('policyAssignments')
        ? { 'policies/a.json': JSON.stringify(assignments) }
        : {}),
    });
    expect(said.map((one) => one.split(' ')[0])).toEqual([code]);
    expect(exitCode).toBe(code === 'LG4002' ? 1 : 2);
  });

  it('that is hostile takes no time', async () => {
    const name = 'a'.repeat(4000);
    const pattern = `${long('*a', 500)}b`;
    const resources = [{ ...storage, name }];
    const started = performance.now();
    await check({
      'bad.json': template({ resources }),
      'policies/like.json': JSON.stringify(policy('like', { field: 'name', like: pattern })),
      'policies/match.json': JSON.stringify(policy('match', { field: 'name', match: long('?#.', 2000) })),
      'policies/contains.json': JSON.stringify(
        policy('contains', { field: 'name', contains: long('a', 3000) }),
      ),
    });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
