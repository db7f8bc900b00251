import { describe, expect, it } from 'vitest';
import { placeOf, Source } from '../../kernel/index.ts';
import { leavesOf } from './condition.ts';
import { parseCondition } from './parse-condition.ts';
import { printCondition } from './print-condition.ts';

function readingOf(text: string) {
  return parseCondition(new Source('assignment.json', text));
}

function firstOf(text: string) {
  const [diagnostic] = readingOf(text).diagnostics;
  if (diagnostic?.span === undefined) throw new Error(`nothing is said of ${text}`);
  const { start, end } = diagnostic.span;
  return { ...diagnostic, where: text.slice(start, end) };
}

describe('the places', () => {
  it('are those of the text, for every part', () => {
    const text = "  !(ActionMatches{'a/b/read'})\n OR @Resource[x] StringEquals 'v' ";
    const { condition } = readingOf(text);
    expect(condition && text.slice(condition.start, condition.end)).toBe(text.trim());
    expect([...leavesOf(condition!)].map(({ start, end }) => text.slice(start, end))).toEqual([
      "ActionMatches{'a/b/read'}",
      "@Resource[x] StringEquals 'v'",
    ]);
  });

  it('of a problem are lines and columns', () => {
    const { span } = firstOf('Exists @Resource[x]\nAND Exists @Nobody[x]');
    expect(placeOf(span!)).toMatchObject({ file: 'assignment.json', line: 2, column: 12, endColumn: 22 });
  });
});

describe('what is said of a text that is no condition', () => {
  it.each([
    [
      "@Resource[x] StringEqualsIgnorecas 'a'",
      'StringEqualsIgnorecas',
      'LG8003',
      /did you mean `StringEqualsIgnoreCase`/,
    ],
    ['@Resource[x] GuidEquals owner', 'owner', 'LG8004', /correct the value/],
    ['@Resource[x] StringEquals "a"', '"', 'LG8001', /single quotes/],
    ['Exists\u00a0@Resource[x]', '\u00a0', 'LG8001', /documents/],
    ["Resource[x] StringEquals 'a'", '[', 'LG8001', /write the source/],
    ["@Resource[x] GuidEquals {'a', 'b'}", "'b'", 'LG8001', /ForAnyOfAnyValues:GuidEquals/],
    ['(Exists @Resource[x]', '', 'LG8001', /correct the text/],
    ['', '', 'LG8001', /write a condition/],
  ])('%j: at %j', (text, where, code, advice) => {
    expect(firstOf(text)).toMatchObject({
      where,
      code,
      level: 'error',
      advice: expect.stringMatching(advice),
    });
    expect(readingOf(text).condition).toBeUndefined();
  });

  it('names what stands there and what should', () => {
    expect(firstOf('Exists @Resource[x] Exists @Resource[y]').message).toBe(
      'the condition cannot be read: `Exists` stands where `AND`, `OR` or the end of the condition is expected',
    );
    expect(firstOf('Exists').message).toContain('the condition ends where an attribute after `Exists`');
  });
});

describe('the limits', () => {
  it('are diagnostics', () => {
    const list = `@Resource[x] ForAnyOfAnyValues:NumericEquals {${'1,'.repeat(1_000)}1}`;
    const texts = [
      '('.repeat(100_000),
      '!'.repeat(60_000),
      `${'('.repeat(65)}Exists @Resource[x]${')'.repeat(65)}`,
      list,
    ];
    expect(texts.map((text) => firstOf(text).code)).toEqual(['LG8002', 'LG8002', 'LG8002', 'LG8002']);
  });

  it('leave room', () => {
    const deep = `${'('.repeat(64)}Exists @Resource[x]${')'.repeat(64)}`;
    const list = `@Resource[x] ForAnyOfAnyValues:NumericEquals {${'1, '.repeat(999)}1}`;
    const long = Array.from({ length: 2_000 }, (_, at) => `Exists @Resource[x${at}]`).join(' OR ');
    for (const text of [deep, list, long]) expect(readingOf(text).diagnostics).toEqual([]);
  });

  it('are the caller’s', () => {
    const source = new Source('c', 'Exists @Resource[x]');
    const { diagnostics } = parseCondition(source, { lengthMax: 5, depthMax: 1, listSizeMax: 1 });
    expect(diagnostics[0]?.message).toBe('the condition has 19 characters, more than the limit of 5');
  });
});

describe('the canonical text', () => {
  it('has the documented spelling and parentheses wherever there could be doubt', () => {
    const text =
      "NOT actionmatches{'A/b/READ'}||(@resource[N:a]STRINGEQUALS'v'&&(exists@request[b]OR exists@request[c]))";
    const { condition } = readingOf(text);
    expect(printCondition(condition!)).toBe(
      "!(ActionMatches{'A/b/READ'}) OR (@Resource[N:a] StringEquals 'v' AND (Exists @Request[b] OR Exists @Request[c]))",
    );
  });
});
