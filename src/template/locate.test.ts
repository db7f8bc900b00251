import { describe, expect, it } from 'vitest';
import { formatPlace, type JsonDocument, parseJson, placeOf } from '../kernel/index.ts';
import { expand } from './expand.ts';
import { locate } from './locate.ts';
import { readParameterFile } from './parameter-file.ts';
import type { ValuePath } from './pass-through.ts';

/** Lines of a template: the numbers in the tests below are those of the array, from 1. */
function located(
  lines: string[],
  path: ValuePath,
  others: { parameters?: string[]; linked?: string[]; at?: number } = {},
) {
  const document = (name: string, text: string[]): JsonDocument => parseJson(name, text.join('\n'));
  const { resources } = expand(document('main.json', lines), {
    parameters: readParameterFile(document('main.parameters.json', others.parameters ?? ['{}']).root),
    readLinked: (_, name) => document(name, others.linked ?? []),
  });
  const { place, origins, owner, exact } = locate(resources[others.at ?? 0]!.instance, path);
  return {
    place: lineOf(formatPlace(place)),
    origins: origins.map((origin) => `${origin.kind} ${origin.name} ${lineOf(formatPlace(origin.place))}`),
    owner: lineOf(formatPlace(placeOf(owner))),
    exact,
  };
}

function lineOf(place: string): string {
  return place.replace(/:\d+$/, '').replace(/\.json/, '');
}

/** A template whose resource has, on line 3, the property `a`, after the lines of other sections. */
function withProperty(a: string, ...sections: string[]): string[] {
  return [
    '{"resources": [',
    '{"type": "A.B/c", "name": "x", "properties": {',
    `"a": ${a}`,
    '}}]',
    ...sections.map((line) => `,${line}`),
    '}',
  ];
}

describe('locate', () => {
  it.each<[string, string[], ValuePath, string, string[], string]>([
    ['a literal', withProperty('{"b":\n 1}'), ['properties', 'a', 'b'], 'main:4', [], 'main:4'],
    ['an item', withProperty('[0,\n 1]'), ['properties', 'a', 1], 'main:4', [], 'main:4'],
    [
      'a default',
      withProperty('"[parameters(\'p\')]"', '"parameters": {"p": {"type": "int", "defaultValue":\n 1}}'),
      ['properties', 'a'],
      'main:3',
      ['default p main:6'],
      'main:6',
    ],
    [
      'a variable',
      withProperty('"[variables(\'v\')]"', '"variables": {"v": 1}'),
      ['properties', 'a'],
      'main:3',
      ['variable v main:5'],
      'main:5',
    ],
    [
      'a variable by way of another',
      withProperty('"[variables(\'v\')]"', '"variables": {"v": "[variables(\'w\').k]"', '"w": {"k":\n 1}}'),
      ['properties', 'a'],
      'main:3',
      ['variable v main:5', 'variable w main:7'],
      'main:7',
    ],
    [
      'a part of a variable',
      withProperty('"[variables(\'v\')]"', '"variables": {"v": {"k":\n 1}}'),
      ['properties', 'a', 'K'],
      'main:3',
      ['variable v main:6'],
      'main:6',
    ],
    [
      'the branch of an if',
      withProperty(
        "\"[if(equals(1, 1), variables('v'), variables('w'))]\"",
        '"variables": {"v": 1',
        '"w": 2}',
      ),
      ['properties', 'a'],
      'main:3',
      ['variable v main:5'],
      'main:5',
    ],
    [
      'what coalesce takes',
      withProperty("\"[coalesce(variables('v'), variables('w'))]\"", '"variables": {"v": null', '"w": 2}'),
      ['properties', 'a'],
      'main:3',
      ['variable w main:6'],
      'main:6',
    ],
    [
      'what union takes',
      withProperty(
        "\"[union(variables('v'), variables('w'))]\"",
        '"variables": {"v": {"k": 1}',
        '"w": {"j": 2}}',
      ),
      ['properties', 'a', 'k'],
      'main:3',
      ['variable v main:5'],
      'main:5',
    ],
    [
      'what shallowMerge takes, which is all of a property',
      withProperty(
        "\"[shallowMerge(createArray(variables('v'), createObject('k', variables('w'))))]\"",
        '"variables": {"v": {"k": {"i": 1}, "j": 2}',
        '"w": {"i": 3}}',
      ),
      ['properties', 'a', 'k', 'i'],
      'main:3',
      ['variable w main:6'],
      'main:6',
    ],
    [
      'what an earlier part of shallowMerge has',
      withProperty(
        "\"[shallowMerge(createArray(variables('v'), createObject('k', variables('w'))))]\"",
        '"variables": {"v": {"k": {"i": 1}, "j": 2}',
        '"w": {"i": 3}}',
      ),
      ['properties', 'a', 'j'],
      'main:3',
      ['variable v main:5'],
      'main:5',
    ],
    [
      'a member of a new object',
      withProperty("\"[createObject('j', 1, 'k', variables('w'))]\"", '"variables": {"v": 1', '"w": 2}'),
      ['properties', 'a', 'k'],
      'main:3',
      ['variable w main:6'],
      'main:6',
    ],
    [
      'an item of a new array',
      withProperty('"[createArray(1, variables(\'w\'))]"', '"variables": {"v": 1', '"w": 2}'),
      ['properties', 'a', 1],
      'main:3',
      ['variable w main:6'],
      'main:6',
    ],
    [
      'an element by index',
      withProperty('"[variables(\'l\')[1]]"', '"variables": {"l": [0,\n 1]}'),
      ['properties', 'a'],
      'main:3',
      ['variable l main:6'],
      'main:6',
    ],
    [
      'the first element',
      withProperty('"[first(variables(\'l\'))]"', '"variables": {"l": [\n0, 1]}'),
      ['properties', 'a'],
      'main:3',
      ['variable l main:6'],
      'main:6',
    ],
    [
      'a value found by tryGet',
      withProperty("\"[tryGet(variables('o'), 'k')]\"", '"variables": {"o": {\n"k": 1}}'),
      ['properties', 'a'],
      'main:3',
      ['variable o main:6'],
      'main:6',
    ],
    [
      'all parts of a text',
      withProperty("\"[concat(variables('v'), variables('w'))]\"", '"variables": {"v": "1"', '"w": "2"}'),
      ['properties', 'a'],
      'main:3',
      ['variable v main:5', 'variable w main:6'],
      'main:6',
    ],
    [
      'a copied property',
      withProperty('1, "copy": [{"name": "l", "count": 2, "input":\n {"k":\n 1}}]'),
      ['properties', 'l', 1, 'k'],
      'main:5',
      [],
      'main:5',
    ],
    [
      'a copied variable',
      withProperty(
        '"[variables(\'l\')]"',
        '"variables": {"copy": [{"name": "l", "count": 2, "input":\n {"k":\n 1}}]}',
      ),
      ['properties', 'a', 1, 'k'],
      'main:3',
      ['variable l main:7'],
      'main:7',
    ],
  ])('finds %s', (_, lines, path, place, origins, owner) => {
    expect(located(lines, path)).toEqual({ place, origins, owner, exact: true });
  });

  it('finds a value in the parameter file, and in a part of it', () => {
    const lines = withProperty('"[parameters(\'p\').k]"', '"parameters": {"p": {"type": "object"}}');
    const parameters = ['{"parameters": {', '"p": {"value": {', '"k": 1}}}}'];
    expect(located(lines, ['properties', 'a'], { parameters })).toEqual({
      place: 'main:3',
      origins: ['parameter p main.parameters:3'],
      owner: 'main.parameters:3',
      exact: true,
    });
  });

  it('finds the declaration of a parameter without a value, and a key vault reference', () => {
    const lines = withProperty('"[parameters(\'p\')]"', '"parameters": {', '"p": {"type": "string"}}').map(
      (line) => line.replace(/^,"p"/, '"p"'),
    );
    expect(located(lines, ['properties', 'a']).origins).toEqual(['parameter p main:6']);
    const parameters = ['{', '"p": {"reference": {"keyVault": {}}}}'];
    expect(located(lines, ['properties', 'a'], { parameters }).origins).toEqual([
      'parameter p main.parameters:2',
    ]);
  });

  const nested = (scope: string, name = 'parameters') => [
    '{"parameters": {"p": {"type": "int", "defaultValue":',
    '1}}, "resources": [{"type": "Microsoft.Resources/deployments", "name": "n", "properties": {',
    `"expressionEvaluationOptions": {"scope": "${scope}"},`,
    '"parameters": {"q": {"value":',
    '"[parameters(\'p\')]"}},',
    '"template": {"parameters": {"q": {"type": "int"}},',
    '"resources": [{"type": "A.B/c", "name": "x", "properties": {',
    `"a": "[${name}('${scope === 'inner' ? 'q' : 'p'}')]"}}],`,
    '"outputs": {"o": {"type": "int", "value": "[parameters(\'q\')]"}}',
    '}}}, {"type": "A.B/c", "name": "y", "properties": {',
    '"b": "[reference(\'n\').outputs.o.value]"}}]}',
  ];

  it('goes through a nested template with inner scope', () => {
    expect(located(nested('inner'), ['properties', 'a'])).toEqual({
      place: 'main:8',
      origins: ['nested-template q main:5', 'default p main:2'],
      owner: 'main:2',
      exact: true,
    });
  });

  it('goes from outer scope straight to the parent', () => {
    expect(located(nested('outer'), ['properties', 'a'])).toMatchObject({
      place: 'main:8',
      origins: ['default p main:2'],
    });
  });

  it('goes from an output into the nested template and out again', () => {
    expect(located(nested('inner'), ['properties', 'b'], { at: 1 })).toEqual({
      place: 'main:11',
      origins: ['output o main:9', 'nested-template q main:5', 'default p main:2'],
      owner: 'main:2',
      exact: true,
    });
  });

  it('goes from a linked template to the one that links it', () => {
    const lines = [
      '{"resources": [{"type": "Microsoft.Resources/deployments", "name": "n", "properties": {',
      '"templateLink": {"relativePath": "linked.json"},',
      '"parameters": {"q": {"value":',
      '1}}}}]}',
    ];
    const linked = [
      '{"parameters": {"q": {"type": "int"}},',
      '"resources": [{"type": "A.B/c", "name": "x", "properties": {',
      '"a": "[parameters(\'q\')]"}}]}',
    ];
    expect(located(lines, ['properties', 'a'], { linked })).toEqual({
      place: 'linked:3',
      origins: ['linked-template q main:4'],
      owner: 'main:4',
      exact: true,
    });
  });

  it('knows the element of a copied resource', () => {
    const lines = [
      '{"variables": {"l": [0,',
      '1]}, "resources": [{"type": "A.B/c", "name": "[string(copyIndex())]", "copy": {"name": "c", "count": 2}, "properties": {',
      '"a": "[variables(\'l\')[copyIndex()]]"}}]}',
    ];
    expect(located(lines, ['properties', 'a'], { at: 1 }).origins).toEqual(['variable l main:2']);
    expect(located(lines, ['properties', 'a'], { at: 0 }).origins).toEqual(['variable l main:1']);
  });

  it.each<[ValuePath, string, boolean]>([
    [['properties', 'gone'], 'main:2', false],
    [['properties', 'a', 'deeper'], 'main:3', false],
    [['gone'], 'main:2', false],
    [[], 'main:2', true],
  ])('gives the nearest place for %j, which is not there', (path, place, exact) => {
    expect(located(withProperty('1'), path)).toMatchObject({ place, exact });
  });

  it('ends where values refer to themselves', () => {
    const lines = withProperty('"[variables(\'v\')]"', '"variables": {"v": "[variables(\'v\')]"}');
    expect(located(lines, ['properties', 'a'])).toMatchObject({
      place: 'main:3',
      origins: ['variable v main:5'],
    });
  });
});
