import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonEntry, JsonSplitter } from './json-splitter.ts';

interface Split {
  readonly entries: readonly JsonEntry[];
  readonly problems: Readonly<Record<string, { count: number; line: number }>>;
  readonly documentCount: number;
}

function split(text: string, chunkBytes = 7, entryBytesMax = 1_000_000): Split {
  const bytes = Buffer.from(text);
  const splitter = new JsonSplitter(entryBytesMax);
  const entries: JsonEntry[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    entries.push(...splitter.push(bytes.subarray(at, at + chunkBytes)));
  }
  splitter.end();
  return { entries, problems: Object.fromEntries(splitter.problems), documentCount: splitter.documentCount };
}

function values(text: string, chunkBytes?: number): unknown[] {
  return split(text, chunkBytes).entries.map(({ text }) => JSON.parse(text));
}

describe('JsonSplitter', () => {
  it.each([
    ['a document', '{"a":1}', [{ a: 1 }]],
    ['NDJSON', '{"a":1}\n{"a":2}\r\n\n{"a":3}', [{ a: 1 }, { a: 2 }, { a: 3 }]],
    ['documents after each other', '{"a":1}{"a":[2]}', [{ a: 1 }, { a: [2] }]],
    ['printed documents', '{\n  "a": 1\n}\n{\n  "a": 2\n}\n', [{ a: 1 }, { a: 2 }]],
    ['a list', '[{"a":1},\n{"a":[{}]}]', [{ a: 1 }, { a: [{}] }]],
    ['a byte order mark', '\uFEFF{"a":1}', [{ a: 1 }]],
    ['an empty list', '[]', []],
    ['nothing', '', []],
    ['brackets and quotes in strings', '{"a":"}]\\"{["}', [{ a: '}]"{[' }]],
  ])('splits %s', (_, text, expected) => {
    for (const chunkBytes of [1, 7, 1000]) expect(values(text, chunkBytes)).toEqual(expected);
    expect(split(text).problems).toEqual({});
  });

  it.each(['value', 'data'])(
    'gives the elements of the list `%s`, then what is left of the answer',
    (key) => {
      const answer = { count: 2, [key]: [{ id: 'a' }, { id: 'b', value: [1] }], nextLink: 'x' };
      const { entries } = split(JSON.stringify(answer, null, 1));
      expect(entries.map(({ isEnvelope }) => isEnvelope)).toEqual([false, false, true]);
      expect(entries.slice(0, 2).map(({ text }) => JSON.parse(text))).toEqual(answer[key]);
      expect(JSON.parse(entries[2]?.text ?? '')).toEqual({ ...answer, [key]: [] });
      expect(entries[0]?.head).toBe(`{\n "count": 2,\n "${key}": [`);
    },
  );

  it('leaves the lists of a resource in the resource', () => {
    const text = '{"id":"a","value":[{"b":1}]}';
    expect(values(text)).toEqual([{ id: 'a', value: [{ b: 1 }] }]);
    expect(values('{"properties":{"value":[{"b":1}]}}')).toEqual([{ properties: { value: [{ b: 1 }] } }]);
  });

  it('tells the line of each entry', () => {
    const { entries } = split('[\n {"a":"\\n"},\n\n {"b":\n2}\n,{"c":3}]');
    expect(entries.map(({ line }) => line)).toEqual([2, 4, 6]);
  });

  it.each([
    ['a torn last line', '{"a":1}\n{"a":2}\n{"a":', [{ a: 1 }, { a: 2 }], 3],
    ['a line torn in a string', '{"a":1}\n{"a":"x\n{"a":3}\n', [{ a: 1 }, { a: 3 }], 2],
    ['a torn line in the middle', '{"a":1}\n{"a":{"b":\n{"a":3}\n', [{ a: 1 }, { a: 3 }], 2],
    ['a torn first line', '{"a":"x\n{"a":2}\n{"a":3}', [{ a: 2 }, { a: 3 }], 1],
    ['a torn document that is printed', '{\n "a": {\n  "b": 1\n{\n "a": 2\n}\n', [{ a: 2 }], 1],
    ['a torn list', '[{"a":1},\n{"a":2', [{ a: 1 }], 2],
    ['a torn answer', '{"value":[{"a":1},{"a"', [{ a: 1 }], 1],
  ])('goes on after %s', (_, text, expected, line) => {
    for (const chunkBytes of [1, 7, 1000]) {
      const { entries, problems } = split(text, chunkBytes);
      expect(entries.map(({ text }) => JSON.parse(text))).toEqual(expected);
      expect(problems).toEqual({ torn: { count: 1, line } });
    }
  });

  it('leaves out an entry beyond the limit and goes on', () => {
    const large = JSON.stringify({ a: 'x'.repeat(200) });
    const { entries, problems } = split(`{"a":1}\n${large}\n{"a":3}\n`, 16, 100);
    expect(entries.map(({ text }) => JSON.parse(text))).toEqual([{ a: 1 }, { a: 3 }]);
    expect(problems).toEqual({ 'too-large': { count: 1, line: 2 } });
  });

  it('accepts an entry of just as many bytes as the limit', () => {
    const text = '{"a":"123456"}';
    expect(split(text, 5, text.length).entries).toHaveLength(1);
    expect(split(text, 5, text.length - 1).entries).toHaveLength(0);
  });

  it('tells text between documents and goes on with the next line', () => {
    const { entries, problems } = split('WARNING: {preview}\n{"a":1}\nbye');
    expect(entries.map(({ text }) => JSON.parse(text))).toEqual([{ a: 1 }]);
    expect(problems).toEqual({ stray: { count: 2, line: 1 } });
  });

  it('splits every list of objects into what JSON.parse gives, at every size of chunks', () => {
    const objects = fc.array(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue(), { maxKeys: 4 }), {
      maxLength: 6,
    });
    const indent = fc.constantFrom(undefined, 1, '\t');
    fc.assert(
      fc.property(objects, indent, fc.integer({ min: 1, max: 40 }), (list, space, chunkBytes) => {
        const text = JSON.stringify(list, null, space);
        const expected: unknown = JSON.parse(text);
        expect(values(text, chunkBytes)).toEqual(expected);
        const lines = list.map((item) => JSON.stringify(item)).join('\n');
        expect(values(lines, chunkBytes)).toEqual(
          list.flatMap((item) => {
            const { value, data } = item;
            const own = item.id === undefined ? [value, data].find(Array.isArray) : undefined;
            return own === undefined
              ? [JSON.parse(JSON.stringify(item))]
              : values(JSON.stringify(item), 1000);
          }),
        );
      }),
    );
  });

  it('gives whole lines before a cut, wherever it is, and never half a line', () => {
    const lines = ['{"a":1}', '{"a":{"b":"x, {y"}}', '{"a":[3]}'];
    const text = lines.join('\n');
    for (let end = 0; end <= text.length; end++) {
      const given = split(text.slice(0, end), 5).entries.map(({ text }) => text);
      expect(given).toEqual(lines.slice(0, given.length));
      expect(given.length).toBe(
        lines.filter((_, at) => lines.slice(0, at + 1).join('\n').length <= end).length,
      );
    }
  });
});
