import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactTemplate } from './compact-template.ts';
import { compiledTemplate } from './module-clone.case.ts';

const generator = { name: 'bicep', version: '0.40.2', templateHash: '1' };

describe('a compact template', () => {
  it('is the template without blanks and generators', () => {
    const text = compactTemplate(compiledTemplate('x "y" {z}'));
    const expected = JSON.parse(compiledTemplate('x "y" {z}'));
    delete expected.metadata._generator;
    expect(text).toBe(JSON.stringify(expected));
  });

  it.each([
    ['alone', { _generator: generator }, {}],
    ['last', { name: 'x', _generator: generator }, { name: 'x' }],
    ['between others', { a: 1, _generator: generator, b: 2 }, { a: 1, b: 2 }],
    ['nested', { a: { _generator: generator, b: [{ _generator: generator }] } }, { a: { b: [{}] } }],
    ['of another kind', { _generator: { name: 'other' } }, { _generator: { name: 'other' } }],
  ])('drops a generator %s', (_, metadata, expected) => {
    const text = compactTemplate(JSON.stringify({ $schema: '', metadata, resources: [] }, null, 2));
    expect(JSON.parse(text ?? '').metadata).toEqual(expected);
  });

  it('keeps every value, and numbers and keys as they are written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        const template = {
          $schema: '',
          [`k${text}`]: value,
          text: `"_generator":${JSON.stringify(generator)},${text}`,
          resources: [],
        };
        expect(JSON.parse(compactTemplate(JSON.stringify(template, null, 4)) ?? '')).toEqual(
          JSON.parse(JSON.stringify(template)),
        );
      }),
    );
    const odd = '{ "$schema": "", "resources": [ 9007199254740993, 1.50, 1e3 ], "10": 1, "9": 2, "9": 3 }';
    expect(compactTemplate(odd)).toBe(
      '{"$schema":"","resources":[9007199254740993,1.50,1e3],"10":1,"9":2,"9":3}',
    );
  });

  it('bears long strings', () => {
    const long = JSON.stringify({ $schema: '', resources: [], x: '\\"a '.repeat(500_000) });
    expect(compactTemplate(long)).toBe(long);
  });

  it.each(['', '{', '[]', 'null', '1', '{}', '{"$schema": ""}', '{"resources": []}'])(
    'is not made of %s',
    (text) => {
      expect(compactTemplate(text)).toBeUndefined();
    },
  );
});
