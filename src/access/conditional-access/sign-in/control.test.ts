import { describe, expect, test } from 'vitest';
import {
  authenticationMethods,
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

  test('are made of methods, whatever their order', () => {
    const of = (...allowedCombinations: string[]) => ({ id: 'x', displayName: '', allowedCombinations });
    expect(isMultifactor(of('federatedSingleFactor, microsoftAuthenticatorPush', 'SMS,password'))).toBe(true);
    expect(isPhishingResistant(of('x509CertificateSingleFactor, fido2'))).toBe(true);
    expect(isAtLeast(of('fido2'), { ...of('password,fido2'), id: 'y' })).toBe(false);
    expect([isMultifactor(of('sms')), isMultifactor(of('sms,voice')), isMultifactor(of(''))]).toEqual([
      false,
      false,
      false,
    ]);
    const named = builtInStrengths.flatMap(({ allowedCombinations }) => allowedCombinations);
    expect(authenticationMethods).toEqual(expect.arrayContaining(named.join(',').split(',')));
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
