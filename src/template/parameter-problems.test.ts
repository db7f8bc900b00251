import { describe, expect, it } from 'vitest';
import { parseJson } from '../kernel/index.ts';
import { readParameterFile } from './parameter-file.ts';
import { parameterProblems } from './parameter-problems.ts';

const template = parseJson(
  'main.json',
  JSON.stringify({
    parameters: {
      text: { type: 'string', allowedValues: ['a', 'b'] },
      number: { type: 'int', maxValue: 3 },
      missing: { type: 'string' },
    },
    resources: [],
  }),
).root!;

describe('what a template refuses of values', () => {
  it.each<[unknown, string[]]>([
    [{ text: { value: 'a' }, number: { expression: '[add(1, 2)]' } }, []],
    [{ text: { value: 1 } }, ['LG2010']],
    [{ text: { value: 'c' } }, ['LG2011']],
    [{ number: { expression: '[add(1, 3)]' } }, ['LG2012']],
    [{ number: { expression: "[externalInputs('x')]" } }, []],
    [{ other: { value: 1 } }, ['LG2013']],
  ])('%j', (parameters, codes) => {
    const sources = readParameterFile(parseJson('p.json', JSON.stringify({ parameters })).root);
    expect(parameterProblems(template, sources).map((entry) => entry.code)).toEqual(codes);
  });
});
