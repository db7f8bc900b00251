import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from './json-text.ts';
import { nasty } from './report.case.ts';

describe('jsonText', () => {
  it('gives back the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        const whole = { value, text, nasty };
        expect(JSON.parse(jsonText(whole))).toEqual(JSON.parse(JSON.stringify(whole)));
      }),
    );
  });

  it('writes what a terminal or a build agent could obey as escapes', () => {
    const text = jsonText({ nasty });
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
    expect(text).toContain('\\u0023#vso[');
    expect(text).not.toMatch(/#\p{Default_Ignorable_Code_Point}*#/u);
    expect(text).toContain('\\u202e');
  });
});
