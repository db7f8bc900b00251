import { describe, expect, it } from 'vitest';
import { parseJson } from '../../kernel/index.ts';
import { aliases, inForce, noPublicAccess, storage, storageRule, templateOf, types } from '../assess.case.ts';
import { Checker } from '../check.ts';
import { type FixedCode, fixCode } from './fix-code.ts';

const deployment = (relativePath: string) => ({
  type: 'Microsoft.Resources/deployments',
  apiVersion: '2022-09-01',
  name: 'd',
  properties: { mode: 'Incremental', templateLink: { relativePath } },
});
const text = (...resources: object[]) => templateOf(resources).source.text;
const open = (name: string) => storage({ publicNetworkAccess: 'Enabled' }, { name });

/** Fixes templates; answers what was checked too, each check as the paths of its templates. */
function fixed(
  templates: Readonly<Record<string, string>>,
  linked: Readonly<Record<string, string>> = {},
  rules: readonly object[] = [storageRule('open', noPublicAccess)],
): FixedCode & { readonly checks: readonly string[]; readonly texts: Readonly<Record<string, string>> } {
  const checker = new Checker({
    policies: inForce(...rules),
    aliases,
    types,
    now: '2026-06-15T12:00:00.000Z',
    version: '0.0.0',
  });
  const checks: string[] = [];
  const check = (texts: ReadonlyMap<string, string>, only?: ReadonlySet<string>) => {
    const paths = Object.keys(templates).filter((path) => only?.has(path) !== false);
    checks.push(paths.join(' '));
    const read = (path: string) => parseJson(path, texts.get(path) ?? templates[path] ?? linked[path] ?? '');
    return checker.check({
      templates: paths.map((path) => ({ document: read(path), parameters: [] })),
      readLinked: (_, path) => read(path),
    });
  };
  const code = fixCode({ first: check(new Map()), check, aliases, refusal: () => undefined });
  const texts = Object.fromEntries(code.files.map(({ after }) => [after.path, after.text]));
  return { ...code, checks, texts };
}

describe('code is fixed', () => {
  it('template by template, and checked as a whole at the end', () => {
    const {
      checks,
      files,
      fixed: gone,
      left,
    } = fixed({ 'a.json': text(open('a')), 'b.json': text(open('b')) });
    expect([files.length, gone.length, left.length]).toEqual([2, 2, 0]);
    expect([checks[0], checks.at(-1)]).toEqual(['a.json b.json', 'a.json b.json']);
    expect(new Set(checks.slice(1, -1))).toEqual(new Set(['a.json', 'b.json']));
  });

  it('together where templates link one file', () => {
    const { checks, texts } = fixed(
      { 'a.json': text(deployment('c.json')), 'b.json': text(deployment('c.json')) },
      { 'c.json': text(open('c')) },
    );
    expect(Object.keys(texts)).toEqual(['c.json']);
    expect(checks.slice(1)).not.toContain('a.json');
  });

  it('not at all where one template would be the worse for what another needs', () => {
    const rules = [
      storageRule('open', { allOf: [{ field: 'location', equals: 'westeurope' }, noPublicAccess] }),
      storageRule('shut', {
        allOf: [
          { field: 'tags.kept', exists: true },
          { ...noPublicAccess, notEquals: 'Enabled' },
        ],
      }),
    ];
    const shared = JSON.stringify({
      ...(JSON.parse(text(open('c'))) as object),
      parameters: { kept: { type: 'object', defaultValue: {} } },
      resources: [{ ...open('c'), tags: "[parameters('kept')]" }],
    });
    const kept = deployment('c.json');
    const { texts, left } = fixed(
      {
        'a.json': text(deployment('c.json')),
        'b.json': text({
          ...kept,
          properties: { ...kept.properties, parameters: { kept: { value: { kept: 'x' } } } },
        }),
      },
      { 'c.json': shared },
      rules,
    );
    expect(texts).toEqual({});
    expect(left.map(({ reason }) => reason)).toEqual(left.map(() => 'it would break `Display shut` for c'));
  });

  it('with the reason for what is left', () => {
    const rules = [storageRule('owner', { field: 'tags.owner', exists: false })];
    const { left, files } = fixed({ 'a.json': text(open('a')) }, {}, rules);
    expect(files).toEqual([]);
    expect(left.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('it needs a person: a placeholder'),
    ]);
  });
});
