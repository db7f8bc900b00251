import { chmodSync, closeSync, ftruncateSync, openSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { defaultLimits } from '../kernel/index.ts';
import { findTemplates, type TemplateSearch } from './find-templates.ts';

const template = `{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0", "resources": []}`;
const parameters = `{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#", "contentVersion": "1.0.0.0", "parameters": {}}`;

const linking = (...links: string[]) =>
  JSON.stringify({
    ...JSON.parse(template),
    resources: links.map((relativePath) => ({
      type: 'Microsoft.Resources/deployments',
      properties: { templateLink: { relativePath } },
    })),
  });

/** What is found: `template < its parameter files`, and `code file` for what is said. */
function find(folder: string, search: Partial<TemplateSearch> = {}): { found: string[]; said: string[] } {
  const { templates, diagnostics } = findTemplates({
    paths: ['.'],
    workingFolder: folder,
    exclude: [],
    parameterFiles: [],
    limits: defaultLimits,
    ...search,
  });
  return {
    found: templates.map(({ document, parameterFiles }) =>
      [document.source.path, ...parameterFiles.map((file) => file.source.path)].join(' < '),
    ),
    said: diagnostics.map((entry) => `${entry.code} ${entry.file ?? entry.message}`),
  };
}

function findIn(files: Record<string, string | Buffer>, search: Partial<TemplateSearch> = {}) {
  return find(temporaryFolder(files), search);
}

describe('templates in a folder', () => {
  it.each<[string, Record<string, string>, string[], string[]]>([
    ['by their schema', { 'a.json': template, 'package.json': '{}', 'b.txt': template }, ['a.json'], []],
    ['in folders within', { 'a/b/c.json': template }, ['a/b/c.json'], []],
    ['as JSON with comments', { 'a.jsonc': `// x\n${template}` }, ['a.jsonc'], []],
    [
      'not in hidden folders and node_modules',
      { '.git/a.json': template, 'node_modules/a.json': template },
      [],
      [],
    ],
    [
      'with a parameter file',
      { 'x.json': template, 'x.parameters.json': parameters },
      ['x.json < x.parameters.json'],
      [],
    ],
    [
      'with a parameter file for each environment',
      { 'x.json': template, 'x.dev.parameters.json': parameters, 'X.prod.parameters.json': parameters },
      ['x.json < X.prod.parameters.json < x.dev.parameters.json'],
      [],
    ],
    [
      'with the environment at the end',
      { 'x.json': template, 'x.parameters.dev.json': parameters },
      ['x.json < x.parameters.dev.json'],
      [],
    ],
    [
      'not with the parameter file of another',
      { 'x.json': template, 'x.y.json': template, 'x.y.parameters.json': parameters },
      ['x.json < x.y.parameters.json', 'x.y.json < x.y.parameters.json'],
      [],
    ],
    [
      'not with one in another folder',
      { 'x.json': template, 'a/x.parameters.json': parameters },
      ['x.json'],
      ['LG2019 a/x.parameters.json'],
    ],
    [
      'and says which parameter file is for none',
      { 'x.json': template, 'y.parameters.json': parameters },
      ['x.json'],
      ['LG2019 y.parameters.json'],
    ],
    [
      'without those that another one links',
      { 'x.json': linking('m/y.json'), 'm/y.json': template },
      ['x.json'],
      [],
    ],
    [
      'without those that an expression links',
      {
        'x.json': linking("[uri(deployment().properties.templateLink.uri, 'm/y.json')]"),
        'm/y.json': template,
      },
      ['x.json'],
      [],
    ],
    [
      'without those under other names',
      { 'x.json': linking('m a/yö.json'), 'm a/yö.json': template },
      ['x.json'],
      [],
    ],
    [
      'with linked ones that have parameters of their own',
      { 'x.json': linking('y.json'), 'y.json': template, 'y.parameters.json': parameters },
      ['x.json', 'y.json < y.parameters.json'],
      [],
    ],
    ['that are cut off', { 'x.json': template.slice(0, -2), 'y.json': template }, ['x.json', 'y.json'], []],
    [
      'that are nested too deep',
      { 'x.json': `${template.slice(0, -2)}${'['.repeat(600)}${']'.repeat(600)}]}`, 'y.json': template },
      ['y.json'],
      ['LG1003 x.json'],
    ],
    [
      'whose schema is not one of them',
      { 'x.json': template.replace('deploymentTemplate', 'createUiDefinition') },
      [],
      [],
    ],
  ])('are found %s', (_, files, found, said) => {
    expect(findIn(files)).toEqual({ found, said });
  });

  it('are not looked for in what is excluded', () => {
    const files = { 'a.json': template, 'test/b.json': template, 'c.test.json': template };
    expect(findIn(files, { exclude: ['test', '*.test.json'] }).found).toEqual(['a.json']);
  });

  it('can be in UTF-16, and nothing is said of files that are no text', () => {
    const files = {
      'a.json': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(template, 'utf16le')]),
      'b.json': Buffer.from(`\ufeff${template}`),
      'c.json': Buffer.from([0x00, 0xff, 0xc3, 0x28]),
    };
    expect(findIn(files)).toEqual({ found: ['a.json', 'b.json'], said: [] });
  });

  it.skipIf(process.platform === 'win32')(
    'can be symbolic links within the folder, but not out of it',
    () => {
      const outside = temporaryFolder({ 'x.json': template });
      const folder = temporaryFolder({ 'shared/p.json': parameters, 'a/main.json': template });
      symlinkSync('../shared/p.json', join(folder, 'a/main.parameters.json'));
      symlinkSync(join(outside, 'x.json'), join(folder, 'out.json'));
      symlinkSync('nowhere.json', join(folder, 'nowhere.json'));
      symlinkSync('..', join(folder, 'a/circle'));
      expect(find(folder)).toEqual({
        found: ['a/main.json < a/main.parameters.json'],
        said: ['LG1006 nowhere.json', 'LG1006 out.json', 'LG2019 shared/p.json'],
      });
      expect(find(folder, { exclude: ['*where.json', 'out.json', 'shared'] }).said).toEqual([]);
    },
  );
});

describe('a file that is named', () => {
  it('comes with its parameter files, and nothing else', () => {
    const files = { 'a/x.json': template, 'a/x.dev.parameters.json': parameters, 'a/y.json': template };
    expect(findIn(files, { paths: ['a/x.json'] }).found).toEqual(['a/x.json < a/x.dev.parameters.json']);
  });

  it.each(['./a/x.json', 'a//x.json', 'a/../a/x.json'])('is shown in one way: %s', (path) => {
    expect(findIn({ 'a/x.json': template }, { paths: [path, 'a'] }).found).toEqual(['a/x.json']);
  });

  it('is a template though it does not say so, though another one links it, and though it is excluded', () => {
    const files = { 'x.json': '{"resources": []}', 'y.json': linking('z.json'), 'z.json': template };
    expect(findIn(files, { paths: ['x.json', 'y.json', 'z.json'], exclude: ['*'] }).found).toEqual([
      'x.json',
      'y.json',
      'z.json',
    ]);
  });

  it.each<[string, string | Buffer, string[]]>([
    ['is not there', '', ['LG5002 there is nothing at `none.json`']],
    ['is something else', '{"name": "x"}', ['LG5003 no deployment template was found in x.json']],
    ['is no text', Buffer.from([0xc3, 0x28]), ['LG1007 x.json']],
    ['is larger than the limit', 'x'.repeat(2000), ['LG1002 x.json']],
  ])('is complained about when it %s', (_, content, said) => {
    const limits = { ...defaultLimits, fileBytesMax: 1000 };
    const paths = [content === '' ? 'none.json' : 'x.json'];
    expect(
      findIn({ 'x.json': content, 'y.json': template }, { paths: [...paths, 'y.json'], limits }),
    ).toEqual({
      found: ['y.json'],
      said,
    });
  });

  it('says what is wrong with its parameter file', () => {
    const files = { 'x.json': template, 'x.parameters.json': Buffer.from([0xc3, 0x28]) };
    expect(findIn(files, { paths: ['x.json'] })).toEqual({
      found: ['x.json'],
      said: ['LG1007 x.parameters.json'],
    });
  });
});

describe('parameter files that are named', () => {
  it('are for every template, instead of those beside it', () => {
    const files = {
      'a.json': template,
      'a.parameters.json': parameters,
      'b.json': template,
      'p/q.json': parameters,
    };
    expect(findIn(files, { parameterFiles: ['p/q.json'] })).toEqual({
      found: ['a.json < p/q.json', 'b.json < p/q.json'],
      said: [],
    });
  });

  it('are complained about where they cannot be read', () => {
    expect(findIn({ 'a.json': template }, { parameterFiles: ['none.json'] }).said).toEqual([
      'LG1006 none.json',
    ]);
  });
});

describe('limits', () => {
  it('refuse a huge file by its size, without reading it', () => {
    const folder = temporaryFolder({ 'y.json': template });
    const file = openSync(join(folder, 'x.json'), 'w');
    ftruncateSync(file, 200 * 1024 * 1024);
    closeSync(file);
    const before = process.memoryUsage().rss;
    const started = performance.now();
    for (const paths of [['.'], ['x.json', 'y.json']])
      expect(find(folder, { paths })).toEqual({ found: ['y.json'], said: ['LG1002 x.json'] });
    expect(performance.now() - started).toBeLessThan(500);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('are those of the search in folders too', () => {
    const limits = { ...defaultLimits, fileBytesMax: 10 };
    expect(findIn({ 'x.json': template }, { limits })).toEqual({ found: [], said: ['LG1002 x.json'] });
  });

  it.skipIf(process.getuid?.() === 0)('of the operating system are said (not to root, who has none)', () => {
    const folder = temporaryFolder({ 'x.json': template });
    chmodSync(join(folder, 'x.json'), 0o000);
    expect(find(folder)).toEqual({ found: [], said: ['LG1006 x.json'] });
  });
});

describe('texts that an editor has not saved', () => {
  const overlay = (texts: Record<string, string>) => ({ overlay: new Map(Object.entries(texts)) });

  it.each<[string, Record<string, string>, Record<string, string>, string[], string[]]>([
    ['win over the disk', { 'a.json': '{}' }, { 'a.json': template }, ['.'], ['a.json']],
    ['win over a template on the disk', { 'a.json': template }, { 'a.json': '{}' }, ['.'], []],
    ['need no file', {}, { 'm/a.json': template }, ['.'], ['m/a.json']],
    [
      'count only where is looked',
      { 'm/x.txt': '' },
      { 'm/a.json': template, 'n/b.json': template },
      ['m'],
      ['m/a.json'],
    ],
    ['need no file when they are named', {}, { 'a.json': template }, ['a.json'], ['a.json']],
    [
      'bring parameter files for a template that is named',
      { 'a.json': template },
      { 'a.dev.parameters.json': parameters },
      ['a.json'],
      ['a.json < a.dev.parameters.json'],
    ],
  ])('%s', (_, files, texts, paths, expected) => {
    expect(findIn({ 'x.txt': '', ...files }, { ...overlay(texts), paths }).found).toEqual(expected);
  });

  it('are held to the limit of a file', () => {
    const limits = { ...defaultLimits, fileBytesMax: 10 };
    const { said } = findIn({}, { ...overlay({ 'a.json': template }), paths: ['a.json'], limits });
    expect(said).toEqual(['LG1002 a.json']);
  });

  it('are left out where they are excluded', () => {
    expect(findIn({}, { ...overlay({ 'a.json': template }), exclude: ['a.json'] }).found).toEqual([]);
  });
});
