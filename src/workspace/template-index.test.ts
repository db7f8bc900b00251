import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { defaultLimits } from '../kernel/index.ts';
import { type FileFacts, indexFiles, TemplateIndex } from './template-index.ts';

const template = (...links: string[]): FileFacts => ({ kind: 'template', links });
const parameters: FileFacts = { kind: 'parameters', links: [] };

function indexOf(files: Record<string, FileFacts>): TemplateIndex {
  const index = new TemplateIndex();
  for (const [path, facts] of Object.entries(files)) index.put(path, facts);
  return index;
}

describe('the templates that a file has a part in', () => {
  it.each<[string, Record<string, FileFacts>, string, string[]]>([
    ['itself', { 'a.json': template() }, 'a.json', ['a.json']],
    ['not one that is not known', { 'a.json': template() }, 'b.json', []],
    ['not of another kind', { 'a.json': { kind: 'other', links: [] } }, 'a.json', []],
    ['the one that links it', { 'a.json': template('b.json'), 'b.json': template() }, 'b.json', ['a.json']],
    [
      'the ones that link what links it',
      {
        'a.json': template('b.json'),
        'd.json': template('b.json'),
        'b.json': template('c.json'),
        'c.json': template(),
      },
      'c.json',
      ['a.json', 'd.json'],
    ],
    [
      'itself too, when it has a parameter file',
      { 'a.json': template('b.json'), 'b.json': template(), 'b.parameters.json': parameters },
      'b.json',
      ['a.json', 'b.json'],
    ],
    [
      'itself, in a circle',
      { 'a.json': template('b.json'), 'b.json': template('a.json') },
      'a.json',
      ['a.json'],
    ],
    ['itself, when it links itself', { 'a.json': template('a.json') }, 'a.json', ['a.json']],
    [
      'the template that a parameter file is for',
      { 'x/a.json': template(), 'a.json': template(), 'x/a.dev.parameters.json': parameters },
      'x/a.dev.parameters.json',
      ['x/a.json'],
    ],
    [
      'the template that a parameter file names',
      {
        'x/a.bicep': template(),
        'b.bicepparam': { ...parameters, links: ['x/a.bicep'], template: 'x/a.bicep' },
      },
      'b.bicepparam',
      ['x/a.bicep'],
    ],
    [
      'itself, when a parameter file names it',
      {
        'a.bicep': template('m.bicep'),
        'm.bicep': template(),
        'm.bicepparam': { ...parameters, links: ['m.bicep'], template: 'm.bicep' },
      },
      'm.bicep',
      ['a.bicep', 'm.bicep'],
    ],
    [
      'the template of the parameter file that extends it',
      {
        'a.bicep': template(),
        'base.bicepparam': parameters,
        'b.bicepparam': { ...parameters, links: ['a.bicep', 'base.bicepparam'], template: 'a.bicep' },
      },
      'base.bicepparam',
      ['a.bicep'],
    ],
    [
      'the parameter file itself, when there is no such template',
      { 'b.bicepparam': { ...parameters, links: ['a.bicep'], template: 'a.bicep' } },
      'b.bicepparam',
      ['b.bicepparam'],
    ],
    ['nothing, for a parameter file alone', { 'a.parameters.json': parameters }, 'a.parameters.json', []],
  ])('are %s', (_, files, path, expected) => {
    expect(indexOf(files).rootsOf(path)).toEqual(expected);
  });

  it('may be found through the parameter file, when they are in a registry', () => {
    const index = indexOf({ 'b.bicepparam': { ...parameters, template: 'b.bicepparam' } });
    expect(index.rootsOf('b.bicepparam')).toEqual(['b.bicepparam']);
  });

  it('change with the links', () => {
    const index = indexOf({ 'a.json': template('b.json'), 'b.json': template() });
    index.put('a.json', template());
    expect(index.rootsOf('b.json')).toEqual(['b.json']);
    index.put('a.json', template('b.json'));
    expect(index.rootsOf('b.json')).toEqual(['a.json']);
    index.put('a.json', undefined);
    expect(index.rootsOf('b.json')).toEqual(['b.json']);
    expect(index.has('a.json')).toBe(false);
  });
});

describe('the files of a folder', () => {
  const schema = (kind: string) => `https://schema.management.azure.com/schemas/2019-04-01/${kind}.json#`;
  const folder = temporaryFolder({
    'a.json': JSON.stringify({
      $schema: schema('deploymentTemplate'),
      resources: [{ type: 'x', properties: { templateLink: { relativePath: 'm/b.json' } } }],
    }),
    'a.parameters.json': JSON.stringify({ $schema: schema('deploymentParameters'), parameters: {} }),
    'm/b.json': JSON.stringify({ $schema: schema('deploymentTemplate'), resources: [] }),
    'package.json': '{}',
    'skip/c.json': JSON.stringify({ $schema: schema('deploymentTemplate'), resources: [] }),
  });
  const index = (paths: string[]) =>
    Object.fromEntries(
      indexFiles({ paths, workingFolder: folder, limits: defaultLimits, exclude: ['skip'] }),
    );

  it('are told apart by what is in them', () => {
    const other = { kind: 'other', links: [] };
    expect(index(['.'])).toEqual({
      'a.json': template('m/b.json'),
      'a.parameters.json': parameters,
      'm/b.json': template(),
      'package.json': other,
      'skip/c.json': other,
    });
  });

  it.each([
    ['m', ['m/b.json']],
    ['m/b.json', ['m/b.json']],
    ['nowhere', []],
  ])('are those of the path %s', (path, expected) => {
    expect(Object.keys(index([path]))).toEqual(expected);
  });
});
