import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, plainValue, type Value } from '../../kernel/index.ts';
import { printJson, printValue } from './print-json.ts';
import { templateText } from './template-text.ts';

describe('JSON text', () => {
  it('keeps the order of properties and the digits of integers', () => {
    const text = '{\n  "b": 1,\n  "2": 9007199254740993,\n  "1": [\n    {},\n    [],\n    "\\"x\\\\"\n  ]\n}';
    expect(printJson(parseJson('a.json', text).root!)).toBe(text);
  });

  it('is what JSON.stringify makes of any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const expected = JSON.stringify(value, undefined, 2);
        expect(printValue(value as Value)).toBe(expected);
        const { root } = parseJson('a.json', expected);
        if (!expected.includes('__proto__') && !expected.includes('e+') && !expected.includes('-0'))
          expect(JSON.parse(printJson(root!))).toEqual(JSON.parse(expected));
      }),
    );
  });
});

describe('a template', () => {
  it('says what made it, before what else its metadata says', () => {
    const read = (text: string) => {
      const { root } = parseJson('a.json', text);
      if (root?.kind !== 'object') throw new Error('no object');
      const built = templateText(root, { name: 'landguard', version: '1.2.3' });
      expect(templateText(root, { name: 'landguard', version: '1.2.3' })).toBe(built);
      return plainValue(parseJson('b.json', built).root!);
    };
    const generator = { name: 'landguard', version: '1.2.3' };
    const made = read('{"$schema": "x", "contentVersion": "1", "metadata": {"a": 1}, "resources": []}');
    expect(JSON.stringify(made)).toBe(
      JSON.stringify({
        $schema: 'x',
        contentVersion: '1',
        metadata: { _generator: generator, a: 1 },
        resources: [],
      }),
    );
    expect(Object.keys(read('{"contentVersion": "1", "resources": []}') ?? {})).toEqual([
      'contentVersion',
      'metadata',
      'resources',
    ]);
  });
});
