import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../kernel/index.ts';
import {
  type BicepConfig,
  builtInBicepConfig,
  extendedPath,
  fullReference,
  isArtifactReference,
  parseArtifactReference,
  readBicepConfig,
  resolveReference,
} from './index.ts';

const subscription = '00000000-0000-0000-0000-000000000001';
const digest = `sha256:${'0a'.repeat(32)}`;

const config = configOf({
  moduleAliases: {
    br: {
      contoso: { registry: 'contoso.azurecr.io', modulePath: 'bicep/modules' },
      plain: { registry: 'localhost:5000' },
      empty: { modulePath: 'bicep' },
    },
    ts: {
      prod: { subscription, resourceGroup: 'specs' },
      half: { subscription },
      none: {},
    },
  },
});

function configOf(value: unknown, base?: BicepConfig): BicepConfig {
  return readBicepConfig(parseJson('infra/bicepconfig.json', JSON.stringify(value)), base);
}

/** The reference without aliases, or the code and the words of what is wrong. */
function resolved(text: string, under: BicepConfig = config): string {
  const reference = parseArtifactReference(text);
  if ('problem' in reference) return `${reference.code}: ${reference.problem}`;
  const result = resolveReference(reference, under);
  return 'problem' in result ? `${result.code}: ${result.problem}` : fullReference(result);
}

describe('a reference to an artifact', () => {
  it.each([
    ['br:contoso.azurecr.io/bicep/storage:v1', 'br:contoso.azurecr.io/bicep/storage:v1'],
    ['br:localhost:5000/storage:v1', 'br:localhost:5000/storage:v1'],
    ['br:[2001:db8::1]:5000/storage:v1', 'br:[2001:db8::1]:5000/storage:v1'],
    [`br:contoso.azurecr.io/storage@${digest}`, `br:contoso.azurecr.io/storage@${digest}`],
    [
      'br/public:avm/res/storage/storage-account:0.9.0',
      'br:mcr.microsoft.com/bicep/avm/res/storage/storage-account:0.9.0',
    ],
    ['br/contoso:storage:v1', 'br:contoso.azurecr.io/bicep/modules/storage:v1'],
    [`br/contoso:storage@${digest}`, `br:contoso.azurecr.io/bicep/modules/storage@${digest}`],
    ['br/plain:a/b:V1.0_x', 'br:localhost:5000/a/b:V1.0_x'],
    [`ts:${subscription}/a.(b)/é_-1:2.0`, `ts:${subscription}/a.(b)/é_-1:2.0`],
    ['ts/prod:storage:1.0', `ts:${subscription}/specs/storage:1.0`],
  ])('%s is %s', (text, expected) => {
    expect(resolved(text)).toBe(expected);
    expect(isArtifactReference(text)).toBe(true);
  });

  it.each([
    ['modules/a.bicep', 'BCP189'],
    ['oci:a/b:1', 'BCP189'],
    ['BR/public:a:1', 'BCP189'],
    [':a:1', 'BCP189'],
    ['br:', 'BCP193'],
    ['br:storage:v1', 'BCP193'],
    ['br:user@contoso.azurecr.io/a:1', 'BCP193'],
    ['br:../../etc/passwd:1', 'BCP193'],
    ['br:/a:1', 'BCP193'],
    ['br:x/../../y', 'BCP195'],
    ['br:x/../y:1', 'BCP195'],
    ['br:x/a//b:1', 'BCP195'],
    ['br:x/Storage:1', 'BCP195'],
    ['br:x/a%2f..:1', 'BCP195'],
    ['br:x/a\\b:1', 'BCP195'],
    ['br:x/a$b:1', 'BCP195'],
    ['br:x/a', 'BCP196'],
    ['br:x/a:', 'BCP196'],
    ['br:x/a@', 'BCP196'],
    [`br:x/a:${'1'.repeat(129)}`, 'BCP197'],
    ['br:x/a:../1', 'BCP195'],
    ['br:x/a:..', 'BCP198'],
    ['br:x/a:1:2', 'BCP198'],
    ['br:x/a:v 1', 'BCP198'],
    [`br:x/${'a/'.repeat(128)}b:1`, 'BCP199'],
    [`br:${'x'.repeat(256)}/a:1`, 'BCP200'],
    ['br/:a:1', 'BCP211'],
    ['br/a/b:c:1', 'BCP211'],
    ['br/../x:a:1', 'BCP211'],
    ['ts/nobody:a:1', 'BCP212'],
    ['br/contosso:a:1', 'BCP213'],
    ['ts/none:a:1', 'BCP214'],
    ['ts/half:a:1', 'BCP215'],
    ['br/empty:a:1', 'BCP216'],
    ['br/contoso:../a:1', 'BCP195'],
    ['br/contoso:a', 'BCP196'],
    ['ts:a', 'BCP194'],
    [`ts:${subscription}/a/b`, 'BCP194'],
    [`ts:${subscription}/a/b/c:1`, 'BCP194'],
    ['ts:x/a/b:1', 'BCP217'],
    [`ts:${subscription}/${'a'.repeat(91)}/b:1`, 'BCP218'],
    [`ts:${subscription}/../b:1`, 'BCP219'],
    [`ts:${subscription}/a/${'b'.repeat(91)}:1`, 'BCP220'],
    [`ts:${subscription}/a/..:1`, 'BCP221'],
    [`ts:${subscription}/a/b:${'1'.repeat(91)}`, 'BCP222'],
    [`ts:${subscription}/a/b:1:2`, 'BCP223'],
    ['br:x/a@sha256:00', 'BCP224'],
  ])('%s is refused as %s', (text, code) => {
    expect(resolved(text)).toMatch(new RegExp(`^${code}: `));
  });

  it('says which alias was meant, and where aliases are defined', () => {
    expect(resolved('br/contosso:a:1')).toContain(
      '`infra/bicepconfig.json` does not define it; did you mean `contoso`?',
    );
    expect(resolved('br/fabrikam-modules:a:1')).toContain(
      'define it there as moduleAliases.br.fabrikam-modules',
    );
    expect(resolved('br/fabrikam:a:1', builtInBicepConfig)).toContain('there is no bicepconfig.json');
    expect(resolved('br/publik:a:1', builtInBicepConfig)).toContain('did you mean `public`?');
    expect(resolved('br/empty:a:1')).toBe(
      'BCP216: moduleAliases.br.empty in `infra/bicepconfig.json` has no `registry`',
    );
  });

  it('never makes a problem longer than a few lines', () => {
    expect(resolved(`br:x/a:${'..'.repeat(60)}`).length).toBeLessThan(300);
    expect(resolved(`br/${'!'.repeat(100_000)}:a:1`).length).toBeLessThan(300);
  });

  it('never leads out of a folder, whatever it says', () => {
    const piece = fc.constantFrom(
      'br',
      'ts',
      '/',
      ':',
      '..',
      '.',
      'a',
      'A1',
      '@',
      '%2e',
      '\\',
      '$',
      '#',
      'public',
      subscription,
      digest,
      ' ',
      '\0',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }),
        fc.constantFrom('', 'br:', 'br/public:', 'br:x/', 'ts:', `ts:${subscription}/`),
        (pieces, start) => {
          const reference = parseArtifactReference(start + pieces.join(''));
          if ('problem' in reference) return;
          const result = resolveReference(reference, config);
          if ('problem' in result) return;
          const parts = Object.values(result).flatMap((part: string | undefined) => part?.split('/') ?? []);
          expect(
            parts.filter((part) => part === '' || part === '..' || part === '.' || /[\\\0\s%$#]/.test(part)),
          ).toEqual([]);
          const again = parseArtifactReference(fullReference(result));
          expect('problem' in again ? again : resolveReference(again, config)).toEqual(result);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('bicepconfig.json', () => {
  it('keeps what is built in, and may change it', () => {
    expect(config.registryAliases.get('public')).toEqual({
      registry: 'mcr.microsoft.com',
      modulePath: 'bicep',
    });
    const mirrored = configOf({ moduleAliases: { br: { public: { registry: 'mirror.contoso.com' } } } });
    expect(resolved('br/public:avm/a:1', mirrored)).toBe('br:mirror.contoso.com/bicep/avm/a:1');
  });

  it('lies over the one that it extends', () => {
    const leaf = configOf(
      {
        extends: ' ../base.json ',
        moduleAliases: { br: { contoso: { modulePath: 'other' } } },
        cacheRootDirectory: '~/c',
      },
      config,
    );
    expect(resolved('br/contoso:a:1', leaf)).toBe('br:contoso.azurecr.io/other/a:1');
    expect(resolved('ts/prod:a:1', leaf)).toBe(`ts:${subscription}/specs/a:1`);
    expect(leaf.cacheRootDirectory).toBe('~/c');
    expect(extendedPath(parseJson('a', '{"extends": " ../base.json "}'))).toBe('../base.json');
    expect(extendedPath(parseJson('a', '{"extends": " "}'))).toBeUndefined();
  });

  it('has comments, and parts that are something else than they should be', () => {
    const odd = readBicepConfig(
      parseJson(
        'bicepconfig.json',
        '{ // comment\n "moduleAliases": { "br": { "x": 1, "y": { "registry": 2 } }, "ts": [] }, "cacheRootDirectory": 1, }',
      ),
    );
    expect(resolved('br/x:a:1', odd)).toMatch(/^BCP216/);
    expect(resolved('br/y:a:1', odd)).toMatch(/^BCP216/);
    expect(odd.cacheRootDirectory).toBeUndefined();
    expect(readBicepConfig(parseJson('bicepconfig.json', '[]')).registryAliases).toEqual(
      builtInBicepConfig.registryAliases,
    );
  });

  it('has names of exact case', () => {
    expect(resolved('br/Contoso:a:1')).toContain('did you mean `contoso`?');
    const wrong = configOf({ ModuleAliases: { br: { x: { registry: 'a' } } } });
    expect(resolved('br/x:a:1', wrong)).toMatch(/^BCP213/);
  });
});
