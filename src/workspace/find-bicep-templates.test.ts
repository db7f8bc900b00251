import { describe, expect, it } from 'vitest';
import { BicepProgram } from '../bicep/index.ts';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { defaultLimits } from '../kernel/index.ts';
import { bicepFilesOf } from './bicep-files.ts';
import { findTemplates, type TemplateSearch } from './find-templates.ts';

const template = 'param a string';
const uses = (path: string) => `using '${path}'\nparam a = 'x'`;
const json = `{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0", "resources": []}`;
const jsonParameters = `{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#", "contentVersion": "1.0.0.0", "parameters": {}}`;
const built = json.replace('"resources"', '"metadata": {"_generator": {"name": "bicep"}}, "resources"');

/** What is found: `template < its parameter files`, and `code file` for what is said. */
function findIn(files: Record<string, string>, search: Partial<TemplateSearch> = {}) {
  const workingFolder = temporaryFolder(files);
  const paths = search.paths ?? ['.'];
  const program = new BicepProgram(
    bicepFilesOf({
      workingFolder,
      paths,
      limits: defaultLimits,
      environment: {},
      libraryFolder: `${workingFolder}/.library`,
      homeFolder: workingFolder,
      overlay: search.overlay,
    }),
  );
  const { templates, diagnostics } = findTemplates({
    exclude: [],
    parameterFiles: [],
    limits: defaultLimits,
    ...search,
    paths,
    workingFolder,
    program,
  });
  return {
    found: templates.map(({ document, parameterFiles }) =>
      [document.source.path, ...parameterFiles.map((file) => file.source.path)].join(' < '),
    ),
    said: diagnostics.map((entry) => `${entry.code} ${entry.file ?? entry.message}`),
  };
}

describe('Bicep templates in a folder', () => {
  it.each<[string, Record<string, string>, string[], string[]]>([
    ['by their ending', { 'a.bicep': template, 'b/c.BICEP': template }, ['a.bicep', 'b/c.BICEP'], []],
    [
      'with each parameter file that uses them',
      {
        'main.bicep': template,
        'other.bicepparam': uses('main.bicep'),
        'env/prod.bicepparam': uses('../main.bicep'),
      },
      ['main.bicep < other.bicepparam < env/prod.bicepparam'],
      [],
    ],
    [
      'not with one that has the same name but uses another',
      { 'main.bicep': template, 'other.bicep': template, 'main.bicepparam': uses('other.bicep') },
      ['main.bicep', 'other.bicep < main.bicepparam'],
      [],
    ],
    [
      'without those that are modules, or imported from',
      {
        'main.bicep': "import { x } from 'shared.bicep'\nmodule m 'modules/m.bicep' = { name: x }",
        'modules/m.bicep': "module n '../n.bicep' = { name: 'n' }",
        'n.bicep': '',
        'shared.bicep': "@export()\nvar x = 'x'",
      },
      ['main.bicep'],
      [],
    ],
    [
      'and a module that has a parameter file',
      {
        'main.bicep': "module m 'm.bicep' = { name: 'm', params: { a: 'x' } }",
        'm.bicep': template,
        'm.bicepparam': uses('m.bicep'),
      },
      ['m.bicep < m.bicepparam', 'main.bicep'],
      [],
    ],
    [
      'with JSON parameter files by their name',
      {
        'main.bicep': template,
        'main.parameters.json': jsonParameters,
        'main.test.parameters.json': jsonParameters,
      },
      ['main.bicep < main.parameters.json < main.test.parameters.json'],
      [],
    ],
    [
      'without a parameter file that others extend',
      {
        'main.bicep': template,
        'base.bicepparam': "using none\nparam a = 'x'",
        'p.bicepparam': "using 'main.bicep'\nextends 'base.bicepparam'",
      },
      ['main.bicep < p.bicepparam'],
      [],
    ],
    [
      'and a parameter file whose template is not there is said',
      { 'main.bicep': template, 'p.bicepparam': uses('none.bicep') },
      ['main.bicep'],
      ['LG2019 p.bicepparam', 'LG7101 p.bicepparam'],
    ],
    [
      'for JSON templates too',
      { 'main.json': json, 'p.bicepparam': "using 'main.json'" },
      ['main.json < p.bicepparam'],
      [],
    ],
    [
      'not once more as what was built from them',
      { 'main.bicep': template, 'main.json': built },
      ['main.bicep'],
      [],
    ],
    [
      'but JSON that was written by hand',
      { 'main.bicep': template, 'main.json': json },
      ['main.bicep', 'main.json'],
      [],
    ],
  ])('are found %s', (_name, files, found, said) => {
    const result = findIn(files);
    expect({ ...result, found: result.found.sort() }).toEqual({ found, said });
  });
});

describe('a Bicep file that is named', () => {
  const files = {
    'infra/main.bicep': template,
    'infra/main.json': built,
    'infra/a.bicepparam': uses('main.bicep'),
    'infra/b.bicepparam': uses('./main.bicep'),
    'infra/c.bicepparam': uses('other.bicep'),
    'infra/main.parameters.json': jsonParameters,
    'env/far.bicepparam': uses('../infra/main.bicep'),
  };

  it.each<[string, Partial<TemplateSearch>, string[], string[]]>([
    [
      'as a template comes with what is beside it',
      { paths: ['infra/main.bicep'] },
      ['infra/main.bicep < infra/a.bicepparam < infra/b.bicepparam < infra/main.parameters.json'],
      [],
    ],
    [
      'as a parameter file comes with its template',
      { paths: ['env/far.bicepparam'] },
      ['infra/main.bicep < env/far.bicepparam'],
      [],
    ],
    [
      'as --parameters is the only one',
      { paths: ['infra/main.bicep'], parameterFiles: ['env/far.bicepparam'] },
      ['infra/main.bicep < env/far.bicepparam'],
      [],
    ],
    [
      'as --parameters, each of several',
      { paths: ['infra/main.bicep'], parameterFiles: ['infra/b.bicepparam', 'infra/main.parameters.json'] },
      ['infra/main.bicep < infra/b.bicepparam < infra/main.parameters.json'],
      [],
    ],
    [
      'as --parameters for another template is said to be so',
      { paths: ['infra/main.json'], parameterFiles: ['infra/a.bicepparam'] },
      ['infra/main.json'],
      ['LG2019 infra/a.bicepparam'],
    ],
  ])('%s', (_name, search, found, said) => {
    expect(findIn(files, search)).toEqual({ found, said });
  });

  it('is what an editor has not saved', () => {
    const overlay = new Map([['infra/new.bicepparam', uses('main.bicep')]]);
    expect(findIn({ 'infra/main.bicep': template }, { paths: ['infra/main.bicep'], overlay }).found).toEqual([
      'infra/main.bicep < infra/new.bicepparam',
    ]);
  });
});

it('a template outside of what is checked is not read', () => {
  const folder = temporaryFolder({ 'secret.bicep': template, 'work/p.bicepparam': uses('../secret.bicep') });
  const { templates, diagnostics } = findTemplates({
    paths: ['.'],
    workingFolder: `${folder}/work`,
    exclude: [],
    parameterFiles: [],
    limits: defaultLimits,
  });
  expect(templates).toEqual([]);
  expect(diagnostics.map((entry) => entry.code)).toContain('LG2019');
});
