import { describe, expect, it } from 'vitest';
import { isObject, parseJson, Unknown, type Value } from '../kernel/index.ts';
import { expand } from './expand.ts';
import { readParameterFile } from './parameter-file.ts';

const types = { text: 'string', flag: 'bool', count: 'int', list: 'array', settings: 'object' };

/** The value of a parameter that a JSON parameter file gives, and the codes of what is said of it. */
function given(name: keyof typeof types, value: unknown): { value: Value; codes: string[] } {
  const template = parseJson(
    'main.json',
    JSON.stringify({
      parameters: { [name]: { type: types[name] } },
      resources: [],
      outputs: { o: { type: types[name], value: `[parameters('${name}')]` } },
    }),
  );
  const file = parseJson('main.parameters.json', JSON.stringify({ parameters: { [name]: { value } } }));
  const expanded = expand(template, { parameters: readParameterFile(file.root) });
  const output = expanded.outputs.o;
  return {
    value: isObject(output) ? (output.value ?? null) : null,
    codes: expanded.diagnostics.map(({ code }) => code),
  };
}

describe('a value that the Azure Developer CLI completes', () => {
  it.each<[keyof typeof types, unknown, unknown]>([
    ['text', '${NAME=a b}', 'a b'],
    ['text', '${NAME=}', ''],
    ['flag', '${NAME=true}', true],
    ['flag', '${NAME=False}', false],
    ['count', '${NAME=-12}', -12],
    ['list', ['${NAME=a}', 1], ['a', 1]],
    ['settings', { a: '${NAME=a}' }, { a: 'a' }],
  ])('%s %j is its default', (name, value, expected) => {
    expect(given(name, value)).toEqual({ value: expected, codes: [] });
  });

  it.each<[keyof typeof types, unknown]>([
    ['text', '${NAME}'],
    ['text', 'rg-${NAME}-${OTHER=x}'],
    ['flag', '${NAME}'],
    ['count', '${NAME}'],
    ['list', '${NAME}'],
    ['settings', '$(secretOrRandomPassword ${NAME} password)'],
  ])('%s %j is not known, and no mistake', (name, text) => {
    const { value, codes } = given(name, text);
    expect(value).toBeInstanceOf(Unknown);
    expect(value instanceof Unknown && value.causes[0]).toMatchObject({
      kind: 'external',
      name: 'environment variable NAME',
    });
    expect(codes).toEqual([]);
  });

  it.each(['echo ${name}', '$NAME', '${}', '{NAME}', '${NAME', '$${'])(
    '%j is a text like any other',
    (text) => {
      expect(given('text', text)).toEqual({ value: text, codes: [] });
    },
  );

  it('still says that a default is of the wrong type', () => {
    expect(given('count', '${NAME=many}').codes).toEqual(['LG2010']);
  });
});
