import { describe, expect, test } from 'vitest';
import {
  builtInStrengths,
  isAtLeast,
  isMultifactor,
  isPhishingResistant,
} from '../policy/authentication-strength.ts';
import { type Control, clauseImplies, controlImplies, mfaControl } from './control.ts';

const controls = builtInStrengths.map(
  (strength): Control => ({ kind: 'strength', name: strength.displayName, key: strength.id, strength }),
);

describe('authentication strengths', () => {
  test('of Microsoft are ordered', () => {
    const order = builtInStrengths.map((a) => builtInStrengths.map((b) => isAtLeast(b, a)));
    expect(order).toEqual([
      [true, true, true],
      [false, true, true],
      [false, false, true],
    ]);
    expect(builtInStrengths.map(isMultifactor)).toEqual([true, true, true]);
    expect(builtInStrengths.map(isPhishingResistant)).toEqual([false, false, true]);
    expect(builtInStrengths[0]?.allowedCombinations.length).toBe(17);
  });

  test('of which nothing is known promise nothing', () => {
    const unknown = { id: 'x', displayName: '', allowedCombinations: [] };
    expect([isMultifactor(unknown), isPhishingResistant(unknown)]).toEqual([false, false]);
    expect(builtInStrengths.map((one) => isAtLeast(unknown, one))).toEqual([false, false, false]);
    expect(isMultifactor({ ...unknown, allowedCombinations: ['fido2', 'sms'] })).toBe(false);
  });
});

test('a strength implies multifactor authentication, not the other way', () => {
  expect(controls.map((one) => controlImplies(one, mfaControl))).toEqual([true, true, true]);
  expect(controls.map((one) => controlImplies(mfaControl, one))).toEqual([false, false, false]);
});

test('a clause with fewer ways implies one with more, and none implies all', () => {
  const device: Control = { kind: 'builtIn', name: 'compliantDevice', key: 'compliantdevice' };
  expect(clauseImplies([mfaControl], [mfaControl, device])).toBe(true);
  expect(clauseImplies([mfaControl, device], [mfaControl])).toBe(false);
  expect(clauseImplies([], [device])).toBe(true);
  expect(clauseImplies([device], [])).toBe(false);
});
