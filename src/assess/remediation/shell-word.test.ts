import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionParts, shellCommand, shellWord } from './shell-word.ts';

describe('a word of a shell', () => {
  it.each([
    ['/subscriptions/0/x', '/subscriptions/0/x'],
    ['a b', "'a b'"],
    ["it's", "'it'\\''s'"],
    ['$(rm -rf /)', "'$(rm -rf /)'"],
    ['`id`', "'`id`'"],
    ['a;b', "'a;b'"],
    ['a[0]', "'a[0]'"],
    ['~', "'~'"],
  ])('writes %j as %s', (text, expected) => {
    expect(shellWord(text)).toBe(expected);
  });

  it.each(['', '-x', '@file', 'a\nb', 'a\u0000b', 'a\u202eb', 'a\u2028b', '\ud800', 'x'.repeat(9_000)])(
    'refuses %j',
    (text) => {
      expect(shellWord(text)).toBeUndefined();
    },
  );

  it('comes out of a real shell as it went in', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        "'",
        '"',
        '\\',
        '$',
        '`',
        '(',
        ')',
        ';',
        '&',
        '|',
        '*',
        '?',
        '!',
        '{',
        '}',
        '<',
        '>',
        '#',
        '=',
        'é',
      ),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 20 }), (texts) => {
        const words = texts.flatMap((text) => (shellWord(text) === undefined ? [] : [text]));
        const script = `for word in ${words.map((text) => shellWord(text)).join(' ')}; do printf '%s\\n' "$word"; done`;
        const printed = execFileSync('sh', ['-c', script], { encoding: 'utf8', env: {} });
        expect(printed).toBe(words.map((text) => `${text}\n`).join(''));
      }),
      { numRuns: 40 },
    );
  });
});

it('a command is refused as a whole when a word of it is', () => {
  const parts = (value: string | undefined) => [{ option: 'az x' }, ...optionParts({ name: value, id: 'i' })];
  expect(shellCommand(parts('a b'))).toBe("az x --name 'a b' --id i");
  expect(shellCommand(parts(undefined))).toBe('az x --id i');
  expect(shellCommand(parts('-rf'))).toBeUndefined();
});
