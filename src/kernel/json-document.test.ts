import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './json-document.ts';
import { type JsonNode, plainValue } from './json-node.ts';
import { defaultLimits } from './limits.ts';
import { placeOf } from './span.ts';
import type { Value } from './value.ts';

function read(text: string): Value | undefined {
  const { root } = parseJson('f.json', text);
  return root === undefined ? undefined : plainValue(root);
}

function saidOf(text: string): string[] {
  return parseJson('f.json', text).diagnostics.map(({ code, message, span }) => {
    const place = span && placeOf(span);
    return `${code} ${place?.line}:${place?.column} ${message}`;
  });
}

describe('parseJson', () => {
  it.each<[string, string, Value]>([
    ['comments', '/* a { */ {"a": 1 // [ b\n}', { a: 1 }],
    ['comments that end with a carriage return', '// c\r{"a": 1}', { a: 1 }],
    ['trailing commas', '{"a": [1, 2,],}', { a: [1, 2] }],
    ['strings over several lines', '{"a": "one\r\n  two\nthree"}', { a: 'one\r\n  two\nthree' }],
    ['strings over several lines beside escapes', '["a\\"\n\\\\", "b"]', ['a"\n\\', 'b']],
    ['keys over several lines', '{"a\nb": 1}', { 'a\nb': 1 }],
    ['tabs in strings', '["a\tb"]', ['a\tb']],
    ['a byte order mark', '\uFEFF{"a": 1}', { a: 1 }],
    [
      '64-bit integers',
      '[9007199254740993, -9223372036854775808, 1]',
      [9007199254740993n, -9223372036854775808n, 1],
    ],
    ['numbers that are no integers', '[1e30, 1.5, -0.25]', [1e30, 1.5, -0.25]],
    ['scalars', '[null, true, false, ""]', [null, true, false, '']],
    ['names of prototypes', '{"constructor": 1, "toString": 2}', { constructor: 1, toString: 2 }],
  ])('reads %s', (_, text, value) => {
    expect(read(text)).toEqual(value);
    expect(saidOf(text)).toEqual([]);
  });

  it.each([
    ['', undefined, ['LG1001 1:1 not valid JSON: a value is expected here']],
    ['nul', undefined, ['LG1001 1:1 not valid JSON: invalid symbol']],
    ['{"a" 1}', {}, ['LG1001 1:6 not valid JSON: a colon is expected here']],
    ['{"a": 1\n "b": 2}', { a: 1, b: 2 }, ['LG1001 2:2 not valid JSON: a comma is expected here']],
    ['[1, 2', [1, 2], ['LG1001 1:6 not valid JSON: the closing bracket is missing']],
    ['{"a": "x', { a: 'x' }, ['LG1001 1:7 not valid JSON: the string is not closed']],
    ['{"a": 1} x', { a: 1 }, ['LG1001 1:10 not valid JSON: invalid symbol']],
    [
      '{"a": 1, "a": 2}',
      { a: 2 },
      ['LG1004 1:10 the key `a` is given more than once in this object; the last one counts'],
    ],
    [
      '{"a": 1, "__proto__": {"b": 2}}',
      { a: 1 },
      ['LG1005 1:10 the key `__proto__` cannot be used as a property name'],
    ],
  ] as const)('keeps what it can of %j and says what is wrong', (text, value, said) => {
    expect(read(text)).toEqual(value);
    expect(saidOf(text)).toEqual(said);
  });

  it('says one thing of a text with many errors', () => {
    expect(saidOf('{,,,"a" 1 ]]} }')).toHaveLength(1);
  });

  it('survives being cut at every place', () => {
    const text =
      '\uFEFF{ // c\n "a": [1, {"b": "x\\u00e9\ny"}, -2.5e3], /* d */ "__proto__": null, "e": true }';
    for (let end = 0; end < text.length; end++) {
      const { root, diagnostics, source } = parseJson('f.json', text.slice(0, end));
      expect(diagnostics.filter((entry) => entry.code === 'LG1001')).toHaveLength(1);
      if (root !== undefined) checkSpans(root, 0, source.text.length);
    }
  });

  it.each([
    ['nested arrays', '['.repeat(513)],
    ['brackets that do not fit', `[${'}'.repeat(1000)},${'['.repeat(100_000)}`],
    [
      'depth that is taken back by brackets that do not fit',
      `${'['.repeat(500)}${'}'.repeat(500)},`.repeat(50),
    ],
    ['depth behind a comment of an old line ending', `// c\r${'['.repeat(100_000)}`],
    ['depth behind a string that is not closed', `["a\n${',['.repeat(100_000)}`],
  ])('refuses %s', (_, text) => {
    const { root, diagnostics } = parseJson('f.json', text);
    expect(root).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'LG1003', file: 'f.json' }]);
  });

  it('takes the depth that it states', () => {
    const nested = (depth: number) =>
      parseJson('f', '['.repeat(depth) + ']'.repeat(depth), { ...defaultLimits, documentDepthMax: 5 });
    expect(nested(5).diagnostics).toEqual([]);
    expect(nested(6).root).toBeUndefined();
    expect(parseJson('f', '"[[[[[["', { ...defaultLimits, documentDepthMax: 5 }).diagnostics).toEqual([]);
  });

  it('reads many strings that are not closed in linear time', () => {
    expect(saidOf(`["${'\n\\"'.repeat(200_000)}`)).toHaveLength(1);
  });

  it('reads all JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        fc.pre(!text.includes('__proto__') && !text.includes('-0'));
        expect(withoutBigInts(read(text)!)).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, and keeps spans inside the text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '\n',
      '\r',
      '1',
      '-',
      'true',
      '//',
      '/*',
      '*/',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const { root, source, diagnostics } = parseJson('f.json', parts.join(''));
        if (root !== undefined) checkSpans(root, 0, source.text.length);
        for (const { span } of diagnostics) expect(span!.end).toBeLessThanOrEqual(source.text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('remembers where things stand', () => {
    const { root } = parseJson('f.json', '{\n  "a": [10,\n    "x"]\n}');
    const array = (root as Extract<JsonNode, { kind: 'object' }>).properties[0]!;
    expect(placeOf({ source: root!.source, start: array.nameStart, end: array.nameEnd })).toMatchObject({
      line: 2,
      column: 3,
      endColumn: 6,
    });
    const item = (array.value as Extract<JsonNode, { kind: 'array' }>).items[1]!;
    expect(placeOf(item)).toMatchObject({ file: 'f.json', line: 3, column: 5, endLine: 3, endColumn: 8 });
  });
});

/** As JSON.parse reads it: all numbers are floats. */
function withoutBigInts(value: Value): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? Number(member) : member)),
  );
}

function checkSpans(node: JsonNode, start: number, end: number): void {
  expect(node.start).toBeGreaterThanOrEqual(start);
  expect(node.end).toBeLessThanOrEqual(end);
  expect(node.end).toBeGreaterThanOrEqual(node.start);
  if (node.kind === 'array') for (const item of node.items) checkSpans(item, node.start, node.end);
  if (node.kind === 'object')
    for (const { value } of node.properties) checkSpans(value, node.start, node.end);
}
