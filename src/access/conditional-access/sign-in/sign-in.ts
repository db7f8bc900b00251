import type { Device } from '../device-rule/evaluate-device-rule.ts';

/** A sign-in to ask about. What is left out is not known. */
export interface SignIn {
  readonly identity: SignInIdentity;
  readonly target?: SignInTarget | undefined;
  /** How the client authenticates; `other` is legacy authentication. */
  readonly clientApp?: ClientApp | undefined;
  /** `other` is every platform that Conditional Access does not know. It is what the client says of itself. */
  readonly platform?: Platform | undefined;
  readonly location?: SignInLocation | undefined;
  readonly signInRisk?: RiskLevel | undefined;
  readonly userRisk?: RiskLevel | undefined;
  readonly servicePrincipalRisk?: RiskLevel | undefined;
  readonly insiderRisk?: InsiderRiskLevel | undefined;
  readonly device?: Device | undefined;
  readonly flow?: AuthenticationFlow | undefined;
}

export type SignInIdentity =
  | { readonly kind: 'user'; readonly id: string }
  /** By object id or application id. */
  | { readonly kind: 'servicePrincipal'; readonly id: string };

export type SignInTarget =
  | {
      readonly kind: 'application';
      /** The application id of the resource. */
      readonly id: string;
      /**
       * What is asked of it: `openId`: only the scopes of OpenID Connect; `directory`: only baseline scopes, of the directory among them; absent:
       * more than baseline scopes (docs/identity/conditional-access/concept-enforcement-resource-exclusions.md).
       */
      readonly baselineScopes?: 'openId' | 'directory' | undefined;
      /** Whether the client that asks has a secret of its own; then its id is `id`. */
      readonly isConfidentialClient?: boolean | undefined;
    }
  /** `urn:user:registersecurityinfo` or `urn:user:registerdevice`. */
  | { readonly kind: 'userAction'; readonly action: string }
  /** `c1` to `c99`. */
  | { readonly kind: 'authenticationContext'; readonly id: string };

export const clientApps = ['browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'other'] as const;
export type ClientApp = (typeof clientApps)[number];

export const platforms = ['windows', 'macOS', 'linux', 'iOS', 'android', 'windowsPhone', 'other'] as const;
export type Platform = (typeof platforms)[number];

export const riskLevels = ['none', 'low', 'medium', 'high'] as const;
export type RiskLevel = (typeof riskLevels)[number];

export const insiderRiskLevels = ['none', 'minor', 'moderate', 'elevated'] as const;
export type InsiderRiskLevel = (typeof insiderRiskLevels)[number];

export const authenticationFlows = ['none', 'deviceCodeFlow', 'authenticationTransfer'] as const;
export type AuthenticationFlow = (typeof authenticationFlows)[number];

/** Where a sign-in comes from: by address and country, or by the named locations that it is in. */
export type SignInLocation =
  | {
      readonly kind: 'address';
      readonly ipAddress?: string | undefined;
      /** ISO 3166, two letters; `''` where the address is in no country that is known. */
      readonly country?: string | undefined;
    }
  | { readonly kind: 'named'; readonly ids: readonly string[]; readonly isTrusted: boolean };
