import { describe, expect, it } from 'vitest';
import { Source } from '../../kernel/index.ts';
import { lex, nameLengthMax } from './lexer.ts';
import { ProblemList } from './problem-list.ts';

/** Tokens as `kind:text`, the end left out, and diagnostics as `code start-end`. */
function lexed(text: string): { tokens: string[]; problems: string[] } {
  const source = new Source('main.bicep', text);
  const problems = new ProblemList(source);
  const tokens = lex(source, problems);
  expect(tokens.at(-1)).toEqual({ kind: 'end', start: text.length, end: text.length });
  return {
    tokens: tokens
      .slice(0, -1)
      .map(({ kind, start, end }) =>
        kind === text.slice(start, end) ? kind : `${kind}:${text.slice(start, end)}`,
      ),
    problems: problems.finish().map(({ code, message, span }) => {
      const bcp = /BCP\d+/.exec(message)?.[0];
      return `${code} ${bcp} ${span?.start}-${span?.end}`;
    }),
  };
}

describe('lex', () => {
  it.each([
    ['', []],
    ['a_1', ['identifier:a_1']],
    ['_x', ['identifier:_x']],
    ['true false null', ['true', 'whitespace: ', 'false', 'whitespace: ', 'null']],
    ['True nulls', ['identifier:True', 'whitespace: ', 'identifier:nulls']],
    ['12a', ['integer:12', 'identifier:a']],
    [' \t', ['whitespace: \t']],
    ['\uFEFFa', ['whitespace:\uFEFF', 'identifier:a']],
    ['\r\n\n\r', ['newline:\r\n\n\r']],
    ['\n \n', ['newline:\n', 'whitespace: ', 'newline:\n']],
    ['// a\nb', ['comment:// a', 'newline:\n', 'identifier:b']],
    ['a/* b\n*/c', ['identifier:a', 'comment:/* b\n*/', 'identifier:c']],
    ['/**/', ['comment:/**/']],
    ['a/b', ['identifier:a', '/', 'identifier:b']],
    ["''", ["string:''"]],
    ["'a'", ["string:'a'"]],
    ["'a\\'b'", ["string:'a\\'b'"]],
    ["'\\${a}'", ["string:'\\${a}'"]],
    ["'$a $'", ["string:'$a $'"]],
    ["'a${b}c'", ["stringStart:'a${", 'identifier:b', "stringEnd:}c'"]],
    ["'${a}${b}'", ["stringStart:'${", 'identifier:a', 'stringMiddle:}${', 'identifier:b', "stringEnd:}'"]],
    ["'${{a:{}}}'", ["stringStart:'${", '{', 'identifier:a', ':', '{', '}', '}', "stringEnd:}'"]],
    ["'${'${a}'}'", ["stringStart:'${", "stringStart:'${", 'identifier:a', "stringEnd:}'", "stringEnd:}'"]],
    ["''''''", ["string:''''''"]],
    ["'''a''b'''", ["string:'''a''b'''"]],
    ["'''a'''''", ["string:'''a'''''"]],
    ["'''\n${a}\n'''", ["string:'''\n${a}\n'''"]],
    ["$'''a${b}c'''", ["stringStart:$'''a${", 'identifier:b', "stringEnd:}c'''"]],
    ["$$'''${a}$${b}'''", ["stringStart:$$'''${a}$${", 'identifier:b', "stringEnd:}'''"]],
    ["$'''$$${b}'''", ["stringStart:$'''$$${", 'identifier:b', "stringEnd:}'''"]],
    ['}', ['}']],
  ])('splits %j', (text, tokens) => {
    expect(lexed(text)).toEqual({ tokens, problems: [] });
  });

  it('knows every operator, the longest first', () => {
    const spaced = '?? :: != !~ <= >= == =~ => && || ... { } ( ) [ ] @ , . ? : ; + - % * / ^ ! < > = |';
    expect(lexed(spaced).tokens.filter((token) => token !== 'whitespace: ')).toEqual(spaced.split(' '));
    expect(lexed('???<===>==~....').tokens).toEqual(['??', '?', '<=', '==', '>=', '=~', '...', '.']);
  });

  it.each([
    ['#disable-next-line BCP081', ['pragma:#disable-next-line BCP081']],
    [
      '  #restore-diagnostics a b // why',
      ['whitespace:  ', 'pragma:#restore-diagnostics a b', 'whitespace: ', 'comment:// why'],
    ],
    [
      'a\n#disable-diagnostics x\r\nb',
      ['identifier:a', 'newline:\n', 'pragma:#disable-diagnostics x', 'newline:\r\n', 'identifier:b'],
    ],
  ])('reads the pragma in %j', (text, tokens) => {
    expect(lexed(text)).toEqual({ tokens, problems: [] });
  });

  it.each([
    ['~', ['unknown:~'], ['LG7001 BCP001 0-1']],
    ['a\u00a0b', ['identifier:a', 'unknown:\u00a0', 'identifier:b'], ['LG7001 BCP001 1-2']],
    ['\u2018é', ['unknown:\u2018é'], ['LG7001 BCP001 0-2']],
    ['&', ['unknown:&'], ['LG7001 BCP001 0-1']],
    ['$$a', ['unknown:$$', 'identifier:a'], ['LG7001 BCP001 0-2']],
    ['"a b" c', ['brokenString:"a b"', 'whitespace: ', 'identifier:c'], ['LG7001 BCP103 0-5']],
    ['"a\n', ['unknown:"', 'identifier:a', 'newline:\n'], ['LG7001 BCP103 0-1']],
    ['/* a', ['comment:/* a'], ['LG7002 BCP002 0-2']],
    ["'a", ["brokenString:'a"], ['LG7003 BCP003 0-2']],
    ["'a\nb", ["brokenString:'a", 'newline:\n', 'identifier:b'], ['LG7003 BCP004 0-2']],
    ["'a\\", ["brokenString:'a\\"], ['LG7003 BCP005 0-3']],
    ["'''a''", ["brokenString:'''a''"], ['LG7003 BCP140 0-6']],
    [
      "'a${b\nc",
      ["stringStart:'a${", 'identifier:b', 'brokenString:', 'newline:\n', 'identifier:c'],
      ['LG7003 BCP004 5-5'],
    ],
    ["'a${b", ["stringStart:'a${", 'identifier:b', 'brokenString:'], ['LG7003 BCP003 5-5']],
    [
      "'a${b}c\n",
      ["stringStart:'a${", 'identifier:b', 'brokenString:}c', 'newline:\n'],
      ['LG7003 BCP004 5-7'],
    ],
    ["'\\q'", ["string:'\\q'"], ['LG7004 BCP006 1-3']],
    ["'\\u'", ["string:'\\u'"], ['LG7004 BCP133 1-3']],
    ["'\\u{}'", ["string:'\\u{}'"], ['LG7004 BCP133 1-4']],
    ["'\\u{110000}'", ["string:'\\u{110000}'"], ['LG7004 BCP133 1-10']],
    ["'a\\\n", ["brokenString:'a\\", 'newline:\n'], ['LG7004 BCP006 2-3', 'LG7003 BCP004 0-3']],
    ['#if', ['unknown:#', 'identifier:if'], ['LG7001 BCP001 0-1']],
    ['a #disable-next-line b', ['identifier:a', 'whitespace: ', 'unknown:#'], ['LG7001 BCP001 2-3']],
    ['#disable-next-line', ['pragma:#disable-next-line'], ['LG7007 BCP226 0-18']],
  ])('reports what is wrong with %j', (text, tokens, problems) => {
    const found = lexed(text);
    expect(found.tokens.slice(0, tokens.length)).toEqual(tokens);
    expect(found.problems.toSorted()).toEqual([...problems].sort());
  });

  it('limits the length of names', () => {
    expect(lexed('a'.repeat(nameLengthMax)).problems).toEqual([]);
    expect(lexed('a'.repeat(nameLengthMax + 1)).problems).toEqual(['LG7005 BCP024 0-256']);
  });

  it('takes strings up again behind a broken one', () => {
    expect(lexed("'${'a${\n'b'").tokens.slice(-2)).toEqual(['newline:\n', "string:'b'"]);
  });
});
