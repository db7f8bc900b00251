import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../kernel/index.ts';
import { type Expression, type ExpressionProblem, isExpression, unescapeLiteral } from './expression.ts';
import { parseExpression } from './expression-parser.ts';

/** Prints an expression as its author would write it. */
function print(expression: Expression | ExpressionProblem): string {
  switch (expression.kind) {
    case 'problem':
      return `problem at ${expression.start}: ${expression.problem}`;
    case 'literal':
      return typeof expression.value === 'string'
        ? `'${expression.value.replaceAll("'", "''")}'`
        : String(expression.value);
    case 'member':
      return `${print(expression.target)}.${expression.safe ? '?' : ''}${expression.name}`;
    case 'index':
      return `${print(expression.target)}[${expression.safe ? '?' : ''}${print(expression.index)}]`;
    default: {
      const name =
        expression.namespace === '' ? expression.name : `${expression.namespace}.${expression.name}`;
      return `${name}(${expression.args.map(print).join(', ')})`;
    }
  }
}

describe('parseExpression', () => {
  it.each([
    ['[a()]', 'a()'],
    ["[ concat ( 'a' , 'b' ) ]", "concat('a', 'b')"],
    ["['it''s']", "'it''s'"],
    ["['']", "''"],
    ["['''']", "''''"],
    ["['[x]']", "'[x]'"],
    ['[12]', '12'],
    ['[-5]', '-5'],
    ['[+5]', '5'],
    ['[1.5]', '1.5'],
    ['[007]', '7'],
    ['[9223372036854775807]', '9223372036854775807'],
    ['[-9223372036854775808]', '-9223372036854775808'],
    ['[a().b.c]', 'a().b.c'],
    ['[a() . b]', 'a().b'],
    ['[a().?b]', 'a().?b'],
    ['[a()[0][?1]]', 'a()[0][?1]'],
    ["[a()['b'].c[d()]]", "a()['b'].c[d()]"],
    ['[my.f(1)]', 'my.f(1)'],
    ['[_x$1()]', '_x$1()'],
    ["['a'.b]", "'a'.b"],
    ['[a(\n\t1\r\n)]', 'a(1)'],
  ])('reads %j', (text, printed) => {
    expect(print(parseExpression(text))).toBe(printed);
  });

  it.each([
    ['[]', 1, 'expected a function, a string or a number, found the end'],
    ['[a]', 1, '`a` is not followed by parentheses'],
    ['[a.b]', 1, '`a.b` is not followed by parentheses'],
    ['[a(]', 3, 'expected a function, a string or a number, found the end'],
    ['[a(1]', 4, 'expected a comma or a closing parenthesis, found the end'],
    ['[a(1,)]', 5, 'expected a function, a string or a number, found `)`'],
    ['[a(1 2)]', 5, 'expected a comma or a closing parenthesis, found `2`'],
    ["['a]", 1, 'the string is not closed'],
    ['[a()b]', 4, 'expected the end of the expression, found `b`'],
    ['[a().]', 5, 'expected a property name, found the end'],
    ['[a()[]', 5, 'expected a function, a string or a number, found the end'],
    ['[a()[1]', 6, 'expected `]`, found the end'],
    ['[-]', 2, 'expected a digit, found the end'],
    ['[9223372036854775808]', 1, '9223372036854775808 is not a 64-bit integer'],
    ['["a"]', 1, 'expected a function, a string or a number, found `"`'],
  ])('says what is wrong with %j', (text, start, problem) => {
    expect(parseExpression(text)).toMatchObject({ kind: 'problem', start, problem });
  });

  it('knows where the parts stand', () => {
    const text = "[concat('a', b().c)]";
    const call = parseExpression(text) as Extract<Expression, { kind: 'call' }>;
    const parts = [call, ...call.args].map(({ start, end }) => text.slice(start, end));
    expect(parts).toEqual(["concat('a', b().c)", "'a'", 'b().c']);
  });

  it('bounds depth, length and chains', () => {
    const nested = (depth: number) => `[${'f('.repeat(depth)}${')'.repeat(depth)}]`;
    expect(parseExpression(nested(256)).kind).toBe('call');
    expect(print(parseExpression(nested(10_000)))).toContain('nested deeper than 256');
    expect(print(parseExpression(`[a()${'.b'.repeat(10_000)}]`))).toContain('more than 256 accesses');
    expect(print(parseExpression(`[a()${'[a()'.repeat(10_000)}]`))).toContain('nested deeper than 256');
    expect(print(parseExpression(`['${'x'.repeat(300_000)}']`))).toContain('more than the limit of 262144');
    expect(print(parseExpression('[f(1)]', { ...defaultLimits, expressionDepthMax: 1 }))).toContain(
      'deeper than 1 ',
    );
    expect(print(parseExpression(`[${'9'.repeat(200_000)}]`))).toContain('not a 64-bit integer');
  });

  it('reads again what it has read', () => {
    const name = fc.stringMatching(/^[A-Za-z_$][\w$]{0,5}$/);
    const literal = fc.oneof(
      fc.string().map((text) => `'${text.replaceAll("'", "''")}'`),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
    );
    const { any } = fc.letrec<{ any: string }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 5 },
        literal,
        fc
          .tuple(name, fc.array(tie('any'), { maxLength: 3 }))
          .map(([one, args]) => `${one}(${args.join(', ')})`),
        fc.tuple(name, name).map(([space, one]) => `${space}.${one}()`),
        fc
          .tuple(tie('any'), name, fc.constantFrom('', '?'))
          .map(([target, one, safe]) => `${target}.${safe}${one}`),
        fc
          .tuple(tie('any'), tie('any'), fc.constantFrom('', '?'))
          .map(([target, at, safe]) => `${target}[${safe}${at}]`),
      ),
    }));
    fc.assert(
      fc.property(any, (text) => {
        expect(print(parseExpression(`[${text}]`))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, and stays inside the text', () => {
    const token = fc.constantFrom(
      'a',
      'f(',
      '(',
      ')',
      '[',
      ']',
      '.',
      '?',
      ',',
      "'",
      "''",
      '1',
      '-',
      ' ',
      '\n',
      '"',
      'é',
      '$',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 25 }), (tokens) => {
        const text = `[${tokens.join('')}]`;
        const { start, end } = parseExpression(text);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start - 1);
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a template string', () => {
  it.each([
    ['[a()]', true],
    ['[[a]', false],
    ['[a] b', false],
    ['a]', false],
    ['[', false],
    ['', false],
  ])('%j is an expression: %s', (text, expected) => {
    expect(isExpression(text)).toBe(expected);
  });

  it('stands for itself otherwise', () => {
    expect(['[[a]', '[a] b', 'a', ''].map(unescapeLiteral)).toEqual(['[a]', '[a] b', 'a', '']);
  });
});
