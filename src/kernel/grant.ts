import type { FindingResource, Origin } from './finding.ts';
import type { Place } from './span.ts';
import type { Severity } from './verdict.ts';

/** Somebody that a deployment gives access to. */
export interface GrantPrincipal {
  /** `unknown`: what it is cannot be known before the deployment. */
  readonly kind: 'systemIdentity' | 'userIdentity' | 'user' | 'group' | 'servicePrincipal' | 'unknown';
  /** As a sentence names it: `the web app app-shop (system identity)`, `the group that parameter operators names`. */
  readonly text: string;
  /** The object id, where the code states it. */
  readonly id?: string | undefined;
  /** For an identity: the id of the resource that it is or belongs to; an expression where parts of it are not known. */
  readonly resourceId?: string | undefined;
  /** The resources of the deployment that sign in with it, as people name them. */
  readonly usedBy: readonly string[];
}

/** Where access is given. */
export interface GrantScope {
  readonly kind: 'tenant' | 'managementGroup' | 'subscription' | 'resourceGroup' | 'resource' | 'unknown';
  /** The id; an expression where parts of it are not known. */
  readonly id: string;
  /** As a sentence names it: `kv-prod`, `the resource group rg-shop`. */
  readonly text: string;
  /** The type of a resource; empty for other scopes. */
  readonly type: string;
}

/**
 * How a grant stands to what the principal has in the estate that is deployed to:
 * - `new`: nothing of it was there
 * - `wider`: part of it was there
 * - `held`: all of it was there
 * - `unknown`: the estate does not say
 */
export type GrantChange = 'new' | 'wider' | 'held' | 'unknown';

/** What a deployment lets somebody do. */
export interface Grant {
  /** Stable across runs and line shifts: 16 hex digits. */
  readonly fingerprint: string;
  /** `eligible`: a role that may be activated. `trust`: tokens of another issuer are taken for an identity. */
  readonly kind: 'role' | 'eligible' | 'accessPolicy' | 'trust';
  readonly principal: GrantPrincipal;
  /** What it can do then, the gravest first; each continues `lets it`: `read every secret in kv-prod`. */
  readonly abilities: readonly string[];
  /** As people call the role; empty where there is none. */
  readonly role: string;
  readonly scope: GrantScope;
  /** What holding it amounts to; `unknown` where the role is. */
  readonly tier: 'control' | 'management' | 'data' | 'none' | 'unknown';
  readonly severity: Severity;
  /** The whole in one sentence without a full stop. */
  readonly text: string;
  /** The condition of the assignment, as a person reads it. */
  readonly condition?: string | undefined;
  /** What grants it: the role assignment, the vault, the credential. */
  readonly resource: FindingResource;
  /** The line to look at, and where the value there came from. */
  readonly place: Place;
  readonly origins: readonly Origin[];
  /** What is not known of it. */
  readonly unknownBecause: readonly string[];
  /** Absent without an estate, and for what is no role. */
  readonly change?: GrantChange | undefined;
}
