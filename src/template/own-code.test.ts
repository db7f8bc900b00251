import { describe, expect, it } from 'vitest';
import { formatPlace, parseJson } from '../kernel/index.ts';
import { expand } from './expand.ts';
import { locate } from './locate.ts';
import type { ValuePath } from './pass-through.ts';

const link = 'br:contoso.azurecr.io/bicep/site:1.0.0';

/** Line 3 uses a module, line 4 gives its parameter; the module's code is that of `link` unless another path is given. */
function located(path: ValuePath, from = link) {
  const main = [
    '{"parameters": {"p": {"type": "string", "defaultValue":',
    '"1.1"}}, "resources": [{"type":',
    '"Microsoft.Resources/deployments", "name": "n", "properties": {',
    '"parameters": {"q": {"value": "[parameters(\'p\')]"}},',
    `"templateLink": {"relativePath": "${from}"}}}]}`,
  ];
  const code = {
    parameters: { q: { type: 'string' } },
    variables: { v: "[parameters('q')]" },
    resources: [
      { type: 'A.B/c', name: 'x', properties: { a: "[variables('v')]", b: 'fixed', c: "[parameters('q')]" } },
    ],
  };
  const { resources } = expand(parseJson('main.json', main.join('\n')), {
    readLinked: (_, name) => parseJson(name, JSON.stringify(code)),
  });
  const { place, span, origins, owner, exact } = locate(resources[0]!.instance, path);
  const withoutColumn = (text: string) => text.replace(/:\d+$/, '');
  return {
    place: withoutColumn(formatPlace(place)),
    of: span.source.path,
    origins: origins.map((one) => `${one.kind} ${one.name} ${withoutColumn(formatPlace(one.place))}`),
    owner: owner.source.path,
    exact,
  };
}

describe('a value in a module of a registry', () => {
  it('is shown where its reader gives it', () => {
    const shown = { place: 'main.json:4', of: 'main.json', owner: 'main.json', exact: true };
    const given = ['linked-template q main.json:4', 'default p main.json:2'];
    expect(located(['properties', 'c'])).toEqual({ ...shown, origins: given });
    expect(located(['properties', 'a'])).toEqual({ ...shown, origins: [`variable v ${link}:1`, ...given] });
  });

  it('is shown where its reader uses the module when the module itself has it', () => {
    expect(located(['properties', 'b'])).toMatchObject({
      place: 'main.json:3',
      of: 'main.json',
      origins: [],
    });
    expect(located([])).toMatchObject({ place: 'main.json:3', of: 'main.json' });
  });

  it('is not told to be written there', () => {
    expect(located(['properties', 'b']).owner).toBe(link);
    expect(located([]).owner).toBe(link);
  });

  it('is shown in a template spec no more than in a registry', () => {
    expect(located(['properties', 'b'], 'ts:0/rg/site:1.0').place).toBe('main.json:3');
  });

  it('is shown in the module when that is a file of the reader', () => {
    expect(located(['properties', 'b'], 'modules/site.json').place).toBe('modules/site.json:1');
  });
});
