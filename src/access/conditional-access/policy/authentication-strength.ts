import { fold } from '../../../kernel/index.ts';

/** An authentication strength: the combinations of methods that satisfy it (graph/api/resources/authenticationstrengthpolicy). */
export interface AuthenticationStrength {
  readonly id: string;
  readonly displayName: string;
  /** Combinations of methods as Graph writes them: `password,sms`, in any order. Empty when only the id is known. */
  readonly allowedCombinations: readonly string[];
}

/** The methods that combinations are made of (graph/api/resources/authenticationmethodmodes). */
export const authenticationMethods = [
  'password',
  'voice',
  'hardwareOath',
  'softwareOath',
  'sms',
  'fido2',
  'windowsHelloForBusiness',
  'microsoftAuthenticatorPush',
  'deviceBasedPush',
  'temporaryAccessPassOneTime',
  'temporaryAccessPassMultiUse',
  'email',
  'x509CertificateSingleFactor',
  'x509CertificateMultiFactor',
  'federatedSingleFactor',
  'federatedMultiFactor',
  'qrCodePin',
] as const;

const phishingResistant = ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor'];
const passwordless = [...phishingResistant, 'deviceBasedPush'];
const multifactor = [
  ...passwordless,
  'temporaryAccessPassOneTime',
  'temporaryAccessPassMultiUse',
  'password,microsoftAuthenticatorPush',
  'password,softwareOath',
  'password,hardwareOath',
  'password,sms',
  'password,voice',
  'federatedMultiFactor',
  'microsoftAuthenticatorPush,federatedSingleFactor',
  'softwareOath,federatedSingleFactor',
  'hardwareOath,federatedSingleFactor',
  'sms,federatedSingleFactor',
  'voice,federatedSingleFactor',
];

/**
 * The strengths that every tenant has (docs/identity/authentication/concept-authentication-strengths.md; ids and combinations:
 * graph/api/authenticationstrengthroot-list-policies).
 */
export const builtInStrengths: readonly AuthenticationStrength[] = [
  strength('2', 'Multifactor authentication', multifactor),
  strength('3', 'Passwordless MFA', passwordless),
  strength('4', 'Phishing-resistant MFA', phishingResistant),
];

function strength(
  digit: string,
  displayName: string,
  allowedCombinations: readonly string[],
): AuthenticationStrength {
  return { id: `00000000-0000-0000-0000-00000000000${digit}`, displayName, allowedCombinations };
}

/** Whether each way to satisfy the strength is multifactor authentication; never when its combinations are not known. */
export function isMultifactor({ allowedCombinations }: AuthenticationStrength): boolean {
  return holdsFor(allowedCombinations, multifactor);
}

/** Whether each way to satisfy the strength resists phishing; never when its combinations are not known. */
export function isPhishingResistant({ allowedCombinations }: AuthenticationStrength): boolean {
  return holdsFor(allowedCombinations, phishingResistant);
}

/** Whether each combination has all methods of one that is enough. */
function holdsFor(combinations: readonly string[], enough: readonly string[]): boolean {
  const wanted = enough.map(methodsIn);
  return (
    combinations.length > 0 &&
    combinations.every((one) => {
      const methods = new Set(methodsIn(one));
      return wanted.some((needed) => needed.every((method) => methods.has(method)));
    })
  );
}

/** The methods of a combination, folded. Graph separates them with and without a blank. */
function methodsIn(combination: string): readonly string[] {
  return combination.split(',').map((method) => fold(method.trim()));
}

/** Whether whoever satisfies `a` satisfies `b` too. */
export function isAtLeast(a: AuthenticationStrength, b: AuthenticationStrength): boolean {
  if (fold(a.id) === fold(b.id)) return true;
  return holdsFor(a.allowedCombinations, b.allowedCombinations);
}
