import type { Policy } from '../policy/policy.ts';
import { demandsMultifactor, demandsPhishingResistance } from '../sign-in/control.ts';
import { isAllWithExclusions } from '../sign-in/match-target.ts';
import type { Tenant } from '../sign-in/tenant.ts';
import { administratorRoles } from './administrator-roles.ts';
import type { Atom } from './atom.ts';
import { type Contradiction, contradictions } from './contradictions.ts';
import { type CoverageModel, type CoverageOptions, coverageModel } from './coverage-model.ts';
import { decisionRegions, type Region } from './decision-regions.ts';
import { type EmergencyAccess, emergencyAccess } from './emergency-access.ts';
import { type ExclusionCreep, exclusionCreep } from './exclusion-creep.ts';
import { findGaps, type GapAnswer } from './find-gaps.ts';
import { redundantPolicies } from './redundant-policies.ts';

/** What Conditional Access leaves open, over all sign-ins of users; what a tenant does not hold is not seen. */
export interface CoverageReport {
  readonly size: CoverageSize;
  /**
   * Whether samples stand for users, because the tenant holds none: who is in more than two of the groups and roles that policies name is not
   * looked at, nor who is in two of them when they are more than 80.
   */
  readonly hasSampleUsers: boolean;
  /** Whether device filters compare in more ways than were looked at: parts of texts, or too many values. */
  readonly hasSampleDevices: boolean;
  /** Whether the named locations are not known, so that each is looked at alone, trusted and not. */
  readonly hasSampleLocations: boolean;
  /** Sign-ins to applications without multifactor authentication. */
  readonly withoutMfa: GapAnswer;
  /** Administrators that sign in to applications without methods that resist phishing. */
  readonly administratorsWithoutPhishingResistance: GapAnswer;
  /** Legacy authentication that is not blocked. */
  readonly legacyAuthentication: GapAnswer;
  /** Device-code flow that is not blocked. */
  readonly deviceCodeFlow: GapAnswer;
  readonly emergencyAccess: EmergencyAccess;
  readonly contradictions: readonly Contradiction[];
  /** Policies without which no sign-in is asked for less. Of two that say the same, both are here. */
  readonly redundant: readonly Policy[];
  readonly exclusions: readonly ExclusionCreep[];
  /** Policies for all resources with exclusions, which baseline scopes pass by or not, depending on the switch. */
  readonly resourceExclusions: readonly Policy[];
  /** Policies of which something is not understood. */
  readonly notUnderstood: readonly Policy[];
  /** Absent when there were too many states. */
  readonly regions: readonly Region[] | undefined;
}

export interface CoverageSize {
  readonly policies: number;
  /** Combinations of classes. */
  readonly signIns: bigint;
  /** States that the folding to regions went through. */
  readonly states: number;
}

export interface CoverageReportOptions extends CoverageOptions {
  /** Ids of the emergency access accounts; without them, users that no policy is for are taken as such. */
  readonly emergencyAccounts?: readonly string[] | undefined;
}

/** Computes what the policies of a tenant cover. */
export function coverageReport(tenant: Tenant, options: CoverageReportOptions = {}): CoverageReport {
  const model = coverageModel(tenant, options);
  const folded = decisionRegions(model);
  const policies = model.policies.map(({ policy }) => policy);
  return {
    size: {
      policies: policies.length,
      signIns: model.classes.reduce((count, { length }) => count * BigInt(length), 1n),
      states: folded?.states ?? 0,
    },
    hasSampleUsers: model.hasSampleUsers,
    hasSampleDevices: model.hasSampleDevices,
    hasSampleLocations: tenant.locations === undefined,
    withoutMfa: findGaps(model, {
      asksAbout: (_, atom) => isToApplication(atom),
      protects: demandsMultifactor,
    }),
    administratorsWithoutPhishingResistance: findGaps(model, {
      asksAbout: (_, atom) => isToApplication(atom) && isAdministrator(atom, model),
      protects: demandsPhishingResistance,
    }),
    legacyAuthentication: findGaps(model, {
      asksAbout: (name, atom) => isToApplication(atom) && (name !== 'clientApp' || isLegacy(atom)),
      protects: () => false,
    }),
    deviceCodeFlow: findGaps(model, {
      asksAbout: (name, atom) =>
        isToApplication(atom) && (name !== 'flow' || atom.facts.flow === 'deviceCodeFlow'),
      protects: () => false,
    }),
    emergencyAccess: emergencyAccess(model, options.emergencyAccounts),
    contradictions: contradictions(model),
    redundant: redundantPolicies(model),
    exclusions: exclusionCreep(model),
    resourceExclusions: policies.filter(
      ({ applications }) => applications !== undefined && isAllWithExclusions(applications.applications),
    ),
    notUnderstood: policies.filter(
      ({ unread, deviceFilter }) =>
        unread.length > 0 || (deviceFilter !== undefined && deviceFilter.condition === undefined),
    ),
    regions: folded?.regions,
  };
}

function isToApplication({ facts: { target } }: Atom): boolean {
  return target === undefined || target.kind === 'application';
}

function isLegacy({ facts: { clientApp } }: Atom): boolean {
  return clientApp === 'exchangeActiveSync' || clientApp === 'other';
}

function isAdministrator({ facts: { identity } }: Atom, { evaluation }: CoverageModel): boolean {
  if (identity === undefined) return true;
  const { roles } = evaluation.directory.user(identity.id);
  return administratorRoles.some((role) => roles.has(role));
}
