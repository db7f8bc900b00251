import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('uriComponent and uriComponentToString', () => {
  it('encode all but the unreserved characters', () => {
    expect(run('uriComponent', 'https://fabrikam.net/ä?x=1')).toBe(
      'https%3A%2F%2Ffabrikam.net%2F%C3%A4%3Fx%3D1',
    );
    expect(run('uriComponent', "-_.~!*'()")).toBe('-_.~%21%2A%27%28%29');
    expect(run('uriComponent', '\ud800')).toBe('%EF%BF%BD');
  });

  it('leave what is no encoding as it is', () => {
    expect(run('uriComponentToString', '100%+%zz%2Bok')).toBe('100%+%zz+ok');
    expect(run('uriComponentToString', '%ff')).toBe('%ff');
  });

  it('undo each other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(run('uriComponentToString', run('uriComponent', text))).toBe(text);
      }),
    );
  });

  it('keep the ends of an unknown', () => {
    expect(seen(run('uriComponent', unknown({ prefix: 'a/\ud83d', suffix: '\ude80/z' })))).toEqual({
      unknown: { type: 'string', prefix: 'a%2F', suffix: '%2Fz' },
    });
  });
});
