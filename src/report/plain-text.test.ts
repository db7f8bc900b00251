import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, plainLine, plainText } from './plain-text.ts';
import { nasty } from './report.case.ts';

const text = fc.string({ unit: 'binary' });

describe('plainText', () => {
  it('leaves ordinary text as it is', () => {
    expect(plainText('storageAccounts[0].name is "äöü 😀"')).toBe('storageAccounts[0].name is "äöü 😀"');
  });

  it('puts everything on one line', () => {
    expect(plainText('a\r\n\tb\u2028c')).toBe('a b c');
  });

  it('shows what a terminal would obey, and what is no text, as U+FFFD', () => {
    expect(plainText('\u001b[31m\u0007\u009b\u202e\ud800\uffff')).toBe(`\ufffd[31m${'\ufffd'.repeat(5)}`);
  });

  it('breaks logging commands, also those that a culture-sensitive search would find', () => {
    expect(plainText('##vso[task.complete]')).toBe('# #vso[task.complete]');
    expect(plainText('#\u00ad#[error]')).toBe('# \u00ad#[error]');
  });

  it('holds for any text, and changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (value) => {
        const plain = plainText(value);
        expect(plain).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]|##/u);
        expect(plainText(plain)).toBe(plain);
      }),
    );
    expect(plainText(nasty)).not.toContain('##');
  });
});

describe('plainLine', () => {
  it.each([
    ['::error::x', ': :error::x'],
    ['    ::error::x', '    : :error::x'],
    ['\u00ad:\u00ad:error::x', '\u00ad: \u00ad:error::x'],
    ['source is ::/0', 'source is ::/0'],
  ])('%j becomes %j', (line, expected) => {
    expect(plainLine(line)).toBe(expected);
  });
});

describe('cut', () => {
  it('is never longer than asked, and splits no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (value, lengthMax) => {
        const short = cut(value, lengthMax);
        expect(short.length).toBeLessThanOrEqual(lengthMax);
        expect(short).not.toMatch(/\p{Cs}/u);
      }),
    );
    expect(cut('a😀b', 3)).toBe('a…');
    expect(cut('abc', 3)).toBe('abc');
  });
});
