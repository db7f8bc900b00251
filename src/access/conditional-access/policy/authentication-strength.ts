import { fold } from '../../../kernel/index.ts';

/** An authentication strength: the combinations of methods that satisfy it (graph/api/resources/authenticationstrengthpolicy). */
export interface AuthenticationStrength {
  readonly id: string;
  readonly displayName: string;
  /** Combinations as Graph writes them: `password,sms`. Empty when only the id is known. */
  readonly allowedCombinations: readonly string[];
}

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

const multifactorCombinations: ReadonlySet<string> = new Set(multifactor.map(fold));
const phishingResistantCombinations: ReadonlySet<string> = new Set(phishingResistant.map(fold));

/** The strengths that every tenant has (docs/identity/authentication/concept-authentication-strengths.md). */
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
  return holdsFor(allowedCombinations, multifactorCombinations);
}

/** Whether each way to satisfy the strength resists phishing; never when its combinations are not known. */
export function isPhishingResistant({ allowedCombinations }: AuthenticationStrength): boolean {
  return holdsFor(allowedCombinations, phishingResistantCombinations);
}

function holdsFor(combinations: readonly string[], known: ReadonlySet<string>): boolean {
  return combinations.length > 0 && combinations.every((one) => known.has(fold(one)));
}

/** Whether whoever satisfies `a` satisfies `b` too. */
export function isAtLeast(a: AuthenticationStrength, b: AuthenticationStrength): boolean {
  if (fold(a.id) === fold(b.id)) return true;
  return holdsFor(a.allowedCombinations, new Set(b.allowedCombinations.map(fold)));
}
