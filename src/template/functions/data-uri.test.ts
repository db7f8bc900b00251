import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from './call-for-test.ts';

describe('dataUri and dataUriToString', () => {
  it('write and read base64 text', () => {
    expect(run('dataUri', 'zone')).toBe('data:text/plain;charset=utf8;base64,em9uZQ==');
    expect(run('dataUriToString', 'data:;base64,em9uZQ==')).toBe('zone');
    expect(run('dataUriToString', 'data:application/json;charset=utf-8;base64,e30=')).toBe('{}');
  });

  it.each([
    'em9uZQ==',
    'data:text/plain,zone',
    'data:text/plain;base64',
    'data:text/plain;charset=utf-16;base64,em9uZQ==',
    'data:text/plain;x=y;base64,em9uZQ==',
    'data:text/plain;base64,em9u,ZQ==',
  ])('cannot read %s', (text) => {
    expect(() => run('dataUriToString', text)).toThrow(/^dataUriToString expects/);
  });

  it('undo each other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(run('dataUriToString', run('dataUri', text))).toBe(text);
      }),
    );
  });
});
