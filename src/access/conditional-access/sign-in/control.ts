import { fold } from '../../../kernel/index.ts';
import {
  type AuthenticationStrength,
  isAtLeast,
  isMultifactor,
  isPhishingResistant,
} from '../policy/authentication-strength.ts';
import type { GrantControls, Policy } from '../policy/policy.ts';
import type { Directory } from './directory.ts';

/** Something that a policy asks for before it grants access (docs/identity/conditional-access/concept-conditional-access-grant.md). */
export interface Control {
  readonly kind: 'builtIn' | 'strength' | 'termsOfUse' | 'customFactor';
  /** As people read it: `mfa`, the name of the strength or its id ... */
  readonly name: string;
  /** The same for the same control. */
  readonly key: string;
  readonly strength?: AuthenticationStrength | undefined;
}

/** Controls of which one must be satisfied; none can satisfy an empty clause: access is blocked. */
export type Clause = readonly Control[];

/** Multifactor authentication, by any method. */
export const mfaControl: Control = { kind: 'builtIn', name: 'mfa', key: 'mfa' };

/** What must all be satisfied before a policy grants access; empty for a policy that asks for nothing. */
export function clausesOf({ grant }: Policy, directory: Directory): Clause[] {
  if (grant === undefined) return [];
  if (grant.builtInControls.some((one) => fold(one) === 'block')) return [[]];
  const controls = controlsOf(grant, directory);
  if (controls.length === 0) return [];
  return fold(grant.operator) === 'and' ? controls.map((control) => [control]) : [controls];
}

function controlsOf(grant: GrantControls, directory: Directory): Control[] {
  const builtIn = grant.builtInControls.map(
    (name): Control => (fold(name) === 'mfa' ? mfaControl : { kind: 'builtIn', name, key: fold(name) }),
  );
  const stated = grant.authenticationStrength;
  const strength = stated === undefined ? undefined : directory.strength(stated);
  return [
    ...builtIn,
    ...(strength === undefined ? [] : [strengthControl(strength)]),
    ...grant.customAuthenticationFactors.map((name) => named('customFactor', name)),
    ...grant.termsOfUse.map((name) => named('termsOfUse', name)),
  ];
}

function strengthControl(strength: AuthenticationStrength): Control {
  const name = strength.displayName === '' ? strength.id : strength.displayName;
  return { kind: 'strength', name, key: `strength:${fold(strength.id)}`, strength };
}

function named(kind: 'termsOfUse' | 'customFactor', name: string): Control {
  return { kind, name, key: `${kind}:${fold(name)}` };
}

/** Whether whoever satisfies `a` satisfies `b` too. */
export function controlImplies(a: Control, b: Control): boolean {
  if (a.key === b.key) return true;
  if (a.strength === undefined) return false;
  return b.strength === undefined
    ? b.key === mfaControl.key && isMultifactor(a.strength)
    : isAtLeast(a.strength, b.strength);
}

/** Whether a clause asks for at least what another asks for. */
export function clauseImplies(a: Clause, b: Clause): boolean {
  return a.every((one) => b.some((other) => controlImplies(one, other)));
}

/** Whether a clause cannot be satisfied without methods that resist phishing. */
export function demandsPhishingResistance(clause: Clause): boolean {
  return clause.every(({ strength }) => strength !== undefined && isPhishingResistant(strength));
}

/** Whether a clause cannot be satisfied without multifactor authentication. */
export function demandsMultifactor(clause: Clause): boolean {
  return clause.every((control) => controlImplies(control, mfaControl));
}
