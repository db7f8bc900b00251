import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  type BaselineScopes,
  type ConditionalAccessPolicy,
  emptyTenant,
  type NamedLocation,
  type Reason,
  readConditionalAccessPolicy,
  readNamedLocation,
  type SignIn,
  type Tenant,
} from '../../../../src/access/index.ts';
import type { Value, ValueObject } from '../../../../src/kernel/index.ts';

/** Policies, and what they make of sign-ins. */
export interface SignInCase {
  readonly name: string;
  /** The page of the documentation that decides it. */
  readonly doc: string;
  readonly policies: readonly ShortPolicy[];
  readonly asks: readonly SignInAsk[];
  readonly diagnostics?: readonly string[];
}

/** A policy for all users and resources, unless its conditions (as Graph writes them) say otherwise. */
interface ShortPolicy {
  readonly name: string;
  readonly state?: string;
  readonly conditions?: ValueObject;
  readonly grant?: readonly string[];
  readonly operator?: string;
  readonly strength?: string;
  readonly session?: ValueObject;
}

export interface SignInAsk {
  readonly signIn: Partial<SignIn>;
  readonly missing?: 'unknown' | 'notMet';
  readonly baselineScopes?: BaselineScopes;
  /** By the name of the policy: `applies`, a reason, or the reasons that it depends on. */
  readonly expect?: Readonly<Record<string, 'applies' | Reason | readonly Reason[]>>;
  readonly decision?: string;
  readonly requires?: readonly (readonly string[])[];
}

/** The cases of a file with their tenant. */
export function readSignInCases(file: URL): {
  readonly tenant: Tenant;
  readonly cases: readonly SignInCase[];
} {
  const { tenant = {}, cases } = withoutNull(parse(readFileSync(file, 'utf8'))) as {
    tenant?: Partial<Omit<Tenant, 'locations'>> & { readonly locations?: readonly Value[] };
    cases: SignInCase[];
  };
  const { locations, ...others } = tenant;
  return {
    tenant: { ...emptyTenant, ...others, locations: locations?.map((one) => locationOf(one)) },
    cases,
  };
}

function locationOf(value: Value): NamedLocation {
  const { location } = readNamedLocation(value, 'case');
  if (location === undefined) throw new Error('a location of a case has no id');
  return location;
}

/** The policies of a case, read from what Graph would give. */
export function policiesOf({ policies }: SignInCase): {
  readonly policies: ConditionalAccessPolicy[];
  readonly codes: string[];
} {
  const readings = policies.map((one) => readConditionalAccessPolicy(graphPolicy(one), 'case'));
  return {
    policies: readings.flatMap(({ policy }) => policy ?? []),
    codes: readings.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)),
  };
}

/** A policy as Graph gives it. */
export function graphPolicy(short: ShortPolicy): ValueObject {
  const { name, state = 'enabled', conditions = {}, grant, operator = 'OR', strength, session } = short;
  const hasGrant = grant !== undefined || strength !== undefined;
  return {
    id: name,
    displayName: name,
    state,
    conditions: {
      users: { includeUsers: ['All'] },
      applications: { includeApplications: ['All'] },
      clientAppTypes: ['all'],
      ...conditions,
    },
    grantControls: hasGrant
      ? {
          operator,
          builtInControls: [...(grant ?? [])],
          authenticationStrength: strength === undefined ? null : { id: strength },
        }
      : null,
    sessionControls: session ?? null,
  };
}

/** What a case writes as `null` is not known; in policies it is what Graph writes. */
function withoutNull(file: { readonly tenant?: unknown }): unknown {
  const text = JSON.stringify(file.tenant ?? {}, (_, value: unknown) => (value === null ? undefined : value));
  return { ...file, tenant: JSON.parse(text) as unknown };
}
