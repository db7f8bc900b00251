import { expect, it } from 'vitest';
import { shownName } from './shown-name.ts';

it('keeps what can be read and cuts what cannot', () => {
  expect(shownName('stcontoso')).toBe('stcontoso');
  expect(shownName('x'.repeat(64))).toBe('x'.repeat(64));
  expect(shownName('x'.repeat(5000))).toBe(`${'x'.repeat(63)}…`);
});
