import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editedText, plainValue, type Value, type ValueObject } from '../../kernel/index.ts';
import type { ArraySyntax } from '../syntax/expression-syntax.ts';
import type { ObjectSyntax } from '../syntax/object-syntax.ts';
import { parseBicep } from '../syntax/parse-bicep.ts';
import { samples } from '../syntax/sample.case.ts';
import type { SyntaxTree } from '../syntax/syntax-tree.ts';
import { walk } from '../syntax/walk.ts';
import { type BicepEdit, bicepEdit } from './bicep-edit.ts';
import { literalNode } from './literal-node.ts';
import { literalAt, valueAt } from './written-value.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(fc.constantFrom("'", '$', '{', '}', '\\', '\n', '\r\n', 'a', ' ', '\t', "'''", '${'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
);
const number = fc.oneof(
  fc.integer(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(asRead),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);
const name = fc
  .oneof(text, fc.constantFrom('a', 'true', 'null', 'for', 'resource', 'param', 'if', 'a-b', '0'))
  .filter((key) => key !== '__proto__');
const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Value>(null, true, false),
    number,
    text,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }) as fc.Arbitrary<ValueObject>,
  ),
}));

/** An integer as the parser gives it: a number where that is exact. */
function asRead(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** The file after an edit, which has to be possible; it has no mistake that was not there. */
function applied(tree: SyntaxTree, edits: BicepEdit | readonly BicepEdit[]): SyntaxTree {
  const made = bicepEdit(tree, edits);
  if ('problem' in made) throw new Error(`${made.problem}: ${tree.source.text}`);
  const after = parseBicep(tree.source.path, editedText(tree.source, made.edits));
  expect(after.diagnostics.length).toBeLessThanOrEqual(tree.diagnostics.length);
  return after;
}

/** What a value is written as, the rest of the file being what it was. */
function rest(before: SyntaxTree, at: { readonly start: number; readonly end: number }, after: SyntaxTree) {
  const tail = before.source.text.length - at.end;
  const range = { start: at.start, end: after.source.text.length - tail };
  expect(after.source.text.slice(0, at.start)).toBe(before.source.text.slice(0, at.start));
  expect(after.source.text.slice(range.end)).toBe(before.source.text.slice(at.end));
  return range;
}

describe('a value that is written', () => {
  it.each([
    ['by itself', 'var a = ', '1', '\n'],
    ['in one line', 'var a = { b: [', '1', '] }\n'],
    ['in lines that end with \\r\\n', 'var a = {\r\n\tb: ', '1', '\r\n}\r\n'],
    ['as a default', 'param a object = ', '{}', ' // a\n'],
  ])('is read again, %s', (_, before, value, after) => {
    const tree = parseBicep('main.bicep', before + value + after);
    const at = { start: before.length, end: before.length + value.length };
    fc.assert(
      fc.property(anyValue, (wanted) => {
        const edited = applied(tree, { kind: 'replace', at, value: wanted });
        const node = literalAt(edited, rest(tree, at, edited));
        expect(node && plainValue(node)).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('stands where any value of a real file stood', () => {
    for (const [path, sample] of Object.entries(samples)) {
      for (const lineEnd of ['\n', '\r\n']) {
        const tree = parseBicep(path, sample.replaceAll('\n', lineEnd));
        let count = 0;
        walk(tree, {
          enter: (at) => {
            const found = valueAt(tree, at);
            if (found === undefined || literalNode(tree.source, found.node) === undefined) return true;
            const edited = applied(tree, { kind: 'replace', at, value: { new: ['value'] } });
            const node = literalAt(edited, rest(tree, at, edited));
            expect(node && plainValue(node)).toEqual({ new: ['value'] });
            count++;
            return true;
          },
        });
        expect(count).toBeGreaterThan(path === 'main.bicep' ? 8 : 2);
      }
    }
  });
});

const gap = fc
  .array(fc.constantFrom(' ', '  ', '\t', '/* c */'), { maxLength: 2 })
  .map((parts) => parts.join(''));
const newLines = fc
  .array(fc.constantFrom('\n', '\n\n', ' // c\n', '\n  // c\n', '\n#disable-next-line x\n', '\n\t'), {
    minLength: 1,
    maxLength: 2,
  })
  .map((parts) => parts.join(''));

interface WrittenParts {
  readonly text: string;
  readonly values: readonly Value[];
}

/** An object or array of plain values, laid out in any way the language allows. */
function written(kind: 'object' | 'array'): fc.Arbitrary<WrittenParts> {
  const separator = fc.oneof(
    fc.tuple(gap, fc.constant(','), gap).map((parts) => parts.join('')),
    newLines,
  );
  const end = fc.oneof(gap, newLines);
  return fc
    .tuple(
      fc.array(
        fc.tuple(
          separator,
          fc.constantFrom<[string, Value]>(['1', 1], ["'x'", 'x'], ['[]', []], ['{ y: 2 }', { y: 2 }]),
        ),
        { maxLength: 5 },
      ),
      end,
      end,
    )
    .map(([parts, first, last]) => {
      const elements = parts.map(([, [shown]], at) => (kind === 'array' ? shown : `p${at}: ${shown}`));
      const body = elements.map((shown, at) => (at === 0 ? first : parts[at]![0]) + shown).join('');
      const [open, close] = kind === 'array' ? '[]' : '{}';
      return { text: `${open}${body}${last}${close}`, values: parts.map(([, [, value]]) => value) };
    });
}

function comments(tree: SyntaxTree): number {
  return tree.tokens.filter(({ kind }) => kind === 'comment').length;
}

/** The first value of a file, as a container. */
function containerOf(tree: SyntaxTree): ObjectSyntax | ArraySyntax {
  const [declaration] = tree.declarations;
  if (declaration?.kind !== 'variable') throw new Error('a variable is expected');
  const { value } = declaration;
  if (value.kind !== 'object' && value.kind !== 'array') throw new Error('brackets are expected');
  return value;
}

describe('however an object or array is laid out', () => {
  it.each(['object', 'array'] as const)('parts of an %s are added, replaced and removed', (kind) => {
    fc.assert(
      fc.property(
        written(kind),
        fc.uniqueArray(fc.nat(4), { maxLength: 3 }),
        fc.array(anyValue, { maxLength: 2 }),
        fc.boolean(),
        (parts, wanted, added, isWindows) => {
          const source = `var a = ${parts.text} // end\nvar b = 1\n`;
          const tree = parseBicep('main.bicep', isWindows ? source.replaceAll('\n', '\r\n') : source);
          fc.pre(tree.diagnostics.length === 0);
          const at = containerOf(tree);
          const removed = new Set(wanted.filter((position) => position < parts.values.length));
          const kept = parts.values.flatMap((value, position) =>
            removed.has(position) ? [] : [{ position, value }],
          );
          const removals = [...removed].map(
            (position): BicepEdit => ({
              kind: 'remove',
              at,
              path: [kind === 'array' ? position : `p${position}`],
            }),
          );
          const additions: readonly BicepEdit[] =
            kind === 'array'
              ? [{ kind: 'append', at, values: added }]
              : added.map((value, position) => ({ kind: 'set', at, path: [`n${position}`], value }));
          const edited = applied(tree, [...removals, ...additions]);
          const node = literalAt(edited, rest(tree, at, edited));
          expect(node && plainValue(node)).toEqual(
            kind === 'array'
              ? [...kept.map(({ value }) => value), ...added]
              : Object.fromEntries([
                  ...kept.map(({ position, value }) => [`p${position}`, value]),
                  ...added.map((value, position) => [`n${position}`, value]),
                ]),
          );
          if (removed.size === 0) expect(comments(edited)).toBe(comments(tree));
          const isPlain = !JSON.stringify(added, (_, part: unknown) =>
            typeof part === 'bigint' ? 0 : part,
          ).includes('\\');
          if (isWindows && isPlain) expect(edited.source.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
