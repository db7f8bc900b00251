import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../kernel/index.ts';
import { nestingDepthMax, parseBicep } from './parse-bicep.ts';
import { problemCountMax } from './problem-list.ts';
import { problemsOf, showFile } from './show.case.ts';
import { walk } from './walk.ts';

const deep = 10_000;

function nested(open: string, inner: string, close: string, times = deep): string {
  return open.repeat(times) + inner + close.repeat(times);
}

describe('nesting', () => {
  it.each([
    ['parentheses', `var x = ${nested('(', '1', ')')}`],
    ['arrays', `var x = ${nested('[', '1', ']')}`],
    ['objects', `var x = ${nested('{ a: ', '1', ' }')}`],
    ['objects over lines', `var x = ${nested('{\na: ', '1', '\n}')}`],
    ['calls', `var x = ${nested('f(', '1', ')')}`],
    ['holes', `var x = ${nested("'${", 'a', "}'")}`],
    ['loops', `var x = ${nested('[for a in b: ', 'a', ']')}`],
    ['lambdas', `var x = ${nested('a => ', 'a', '')}`],
    ['conditions', `var x = a${' ? a : a'.repeat(deep)}`],
    ['operators', `var x = a${' + a'.repeat(deep)}`],
    ['accesses', `var x = a${'.b'.repeat(deep)}`],
    ['indexes', `var x = a${'[0]'.repeat(deep)}`],
    ['object types', `type x = ${nested('{ a: ', 'int', ' }')}`],
    ['tuples', `type x = ${nested('[', 'int', ']')}`],
    ['arguments of types', `type x = ${nested('a<', 'int', '>')}`],
    ['array types', `type x = int${'[]'.repeat(deep)}`],
    ['decorators', `@f(${nested('(', '1', ')')})\nvar x = 1`],
    ['resources', `resource x 'A/b@c' = {\n${nested(" resource x 'd' = {\n", '', ' }\n')}}`],
    ['brackets that are not closed', `var x = ${'['.repeat(deep)}`],
  ])('of %s costs the declaration, not the stack', (_name, text) => {
    const tree = parseBicep('main.bicep', `${text}\nparam after string\n`);
    expect(tree.diagnostics.map((entry) => entry.code)).toEqual(['LG7014']);
    expect(showFile(tree).at(-1)).toBe('(parameter after string)');
  });

  it('is allowed up to the limit', () => {
    const most = `var x = ${nested('(', '1', ')', nestingDepthMax - 1)}\n`;
    expect(problemsOf(parseBicep('main.bicep', most))).toEqual([]);
    const more = `var x = ${nested('(', '1', ')', nestingDepthMax)}\n`;
    expect(problemsOf(parseBicep('main.bicep', more))).toEqual([expect.stringContaining('LG7014')]);
  });

  it('counts what stands inside a chain and the chain around it', () => {
    const half = nestingDepthMax / 2;
    const within = `var x = ${nested('(', 'a', ')', half)}${'.b'.repeat(half - 2)}\n`;
    expect(problemsOf(parseBicep('main.bicep', within))).toEqual([]);
    const beyond = `var x = ${nested('(', 'a', ')', half)}${'.b'.repeat(half + 1)}\n`;
    expect(problemsOf(parseBicep('main.bicep', beyond))).toEqual([expect.stringContaining('LG7014')]);
  });

  it('does not add up over what stands side by side', () => {
    const chain = `a${'.b'.repeat(nestingDepthMax - 10)}`;
    expect(problemsOf(parseBicep('main.bicep', `var x = [${chain}, ${chain}, f(${chain})]`))).toEqual([]);
  });

  it('keeps every tree low enough to walk', () => {
    let depth = 0;
    let deepest = 0;
    const level = '{ a: [f(b ? c : -d.e[';
    walk(parseBicep('main.bicep', `var x = ${nested(level, '1', '])] }', nestingDepthMax / 6)}`), {
      enter: () => {
        deepest = Math.max(deepest, ++depth);
        return undefined;
      },
      leave: () => {
        depth--;
      },
    });
    expect(deepest).toBeGreaterThan(nestingDepthMax);
    expect(deepest).toBeLessThan(nestingDepthMax * 3);
  });
});

describe('size', () => {
  it('of a file is limited', () => {
    const tree = parseBicep('main.bicep', 'var a = 1\n', { ...defaultLimits, fileBytesMax: 9 });
    expect(tree.diagnostics.map(({ code, message, file }) => [code, message, file])).toEqual([
      ['LG1002', 'the file has 10 bytes, more than the limit of 9', 'main.bicep'],
    ]);
    expect(showFile(tree)).toEqual(['?']);
  });

  it('of ten million characters is read', () => {
    const declaration = "param p string = f(a.b, 'c${d}', { e: [1, 2, 3] }) // what it is for\n";
    const count = Math.ceil(10_000_000 / declaration.length);
    const tree = parseBicep('main.bicep', declaration.repeat(count));
    expect([tree.declarations.length, tree.diagnostics.length]).toEqual([count, 0]);
  });

  it.each([
    '(',
    ')',
    '{',
    '[',
    "'",
    '"',
    '$',
    '#',
    '\\',
    '@a\n',
    '@a(\n',
    'a\n',
    'param x\n',
    "'${",
    ',',
    '\n|',
    'var x = {\n',
    ';\n',
  ])('of very many times %j is read', (part) => {
    const tree = parseBicep('main.bicep', part.repeat(100_000));
    expect(tree.diagnostics.length).toBeGreaterThan(0);
    expect(tree.diagnostics.length).toBeLessThanOrEqual(problemCountMax + 1);
  });

  it('of the list of mistakes is limited, the rest counted', () => {
    const { diagnostics } = parseBicep('main.bicep', 'var x = ~\n'.repeat(problemCountMax + 50));
    expect(diagnostics.length).toBe(problemCountMax + 1);
    expect(diagnostics.at(-1)?.message).toBe('there are 50 more mistakes in the file');
  });
});

describe('encoding', () => {
  it('other than that of text is a diagnostic', () => {
    const text = [...'param a string'].map((character) => `${character}\0`).join('');
    const tree = parseBicep('main.bicep', text);
    expect(problemsOf(tree)).toEqual(['1:2 LG1007 "\\u0000"']);
    expect(showFile(tree)).toEqual(['?']);
  });

  it('with a byte order mark is read', () => {
    expect(problemsOf(parseBicep('main.bicep', '\uFEFFparam a string'))).toEqual([]);
  });
});
