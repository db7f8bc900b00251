import type { Diagnostic } from './diagnostic.ts';
import type { FindingPolicy, FindingResource, NotEvaluated } from './finding.ts';
import type { Severity } from './verdict.ts';

/**
 * How many (policy, resource) pairs, or resources, are in each compliance state (articles/governance/policy/concepts/compliance-states.md). `unknown` is Azure's: a manual policy
 * that nobody has attested. `undecided` is landguard's: the answer needs data that is not there.
 */
export interface StateNumbers {
  readonly nonCompliant: number;
  readonly compliant: number;
  readonly error: number;
  readonly conflicting: number;
  readonly protected: number;
  readonly exempt: number;
  readonly unknown: number;
  readonly undecided: number;
  readonly notEvaluated: number;
}

/** The posture of an estate at a moment. */
export interface EstateReport {
  readonly tool: { readonly name: 'landguard'; readonly version: string };
  /** The estate as people call it: the folder it was read from. */
  readonly estate: string;
  /** ISO 8601. */
  readonly assessedAt: string;
  readonly summary: EstateSummary;
  /** Sorted by the number of non-compliant pairs, most first. */
  readonly assignments: readonly AssignmentPosture[];
  /** What to do first: policies by weight, heaviest first. */
  readonly priorities: readonly PolicyPosture[];
  /** Sorted by framework and id. */
  readonly controls: readonly ControlPosture[];
  /** Sorted by weight, heaviest first; `''` is what nobody owns. */
  readonly owners: readonly OwnerPosture[];
  /** Failing pairs with their evidence: all of them, or as many as were asked for; `summary.pairs` counts all. */
  readonly findings: readonly EstateFinding[];
  /** What the answer rests on, and what it could not see. */
  readonly coverage: EstateCoverage;
  readonly notEvaluated: readonly NotEvaluated[];
  readonly diagnostics: readonly Diagnostic[];
  /** Assessments of the estate by their moment, oldest first, this one last; absent without a history. */
  readonly history?: readonly HistoryPoint[] | undefined;
}

/** What an assessment came to, for the trend. */
export interface HistoryPoint {
  /** ISO 8601. */
  readonly assessedAt: string;
  readonly score: number | undefined;
  readonly compliancePercent: number | undefined;
  /** Failing pairs. */
  readonly failing: number;
}

export interface EstateSummary {
  readonly resources: number;
  readonly assignments: number;
  readonly policies: number;
  readonly pairs: StateNumbers;
  /** Resources by their own state. */
  readonly byResource: StateNumbers;
  /** Microsoft's compliance percentage, over the resources by their own state; `undefined` when nothing counts. */
  readonly compliancePercent: number | undefined;
  /** 0 to 100, with the numbers that it was computed from so that a person can do it again. */
  readonly score: Score;
  readonly durationMs: number;
  /** What waivers take out of the findings; the pairs are counted in `pairs` nevertheless. Absent without waivers. */
  readonly waived?: WaivedNumbers | undefined;
  /** Defender for Cloud's classic secure score of the same resources; absent when it was not asked for. */
  readonly defenderScore?: DefenderScore | undefined;
}

export interface WaivedNumbers {
  /** Findings that are left out. */
  readonly findings: number;
  /** Waivers in force, and waivers whose end has come. */
  readonly inForce: number;
  readonly expired: number;
}

/**
 * The classic secure score: a control is worth `max` points and has `max x healthy / (healthy + unhealthy)` of them; the score is the share of
 * all points (articles/defender-for-cloud/secure-score-security-controls.md).
 */
export interface DefenderScore {
  /** 0 to 100. */
  readonly value: number | undefined;
  readonly current: number;
  readonly max: number;
  readonly controls: readonly DefenderControl[];
}

export interface DefenderControl {
  readonly name: string;
  readonly max: number;
  readonly current: number;
  readonly healthy: number;
  readonly unhealthy: number;
}

/** `100 x (1 - lost / possible)`, where each evaluated pair weighs by its policy's severity. */
export interface Score {
  readonly value: number | undefined;
  readonly lost: number;
  readonly possible: number;
  readonly weights: Readonly<Record<Severity, number>>;
  /** Failing pairs by severity. */
  readonly failing: Readonly<Record<Severity, number>>;
}

export interface AssignmentPosture {
  readonly id: string;
  readonly displayName: string;
  readonly scope: string;
  readonly enforced: boolean;
  readonly policies: number;
  readonly pairs: StateNumbers;
  /** Resources by their state for this assignment alone. */
  readonly byResource: StateNumbers;
  /** Microsoft's percentage over these resources. */
  readonly compliancePercent: number | undefined;
}

export interface PolicyPosture {
  readonly policy: FindingPolicy;
  readonly effect: string;
  readonly severity: Severity;
  readonly controls: readonly string[];
  readonly assignment: string;
  readonly pairs: StateNumbers;
  /** Failing pairs times the weight of the severity. */
  readonly weight: number;
  readonly remediation: string | undefined;
}

export interface ControlPosture {
  readonly framework: string;
  readonly id: string;
  /** Empty where the framework names none. */
  readonly title: string;
  /**
   * - `tested`: a policy in force was evaluated for it
   * - `attested`: only manual policies are in force for it
   * - `inherited`: only policies that Microsoft answers for are in force for it
   * - `notEvaluable`: only policies are in force that nothing offline can answer
   * - `notCovered`: no policy in force
   */
  readonly kind: 'tested' | 'attested' | 'inherited' | 'notEvaluable' | 'notCovered';
  readonly policies: number;
  readonly pairs: StateNumbers;
}

export interface OwnerPosture {
  readonly owner: string;
  readonly resources: number;
  readonly failing: Readonly<Record<Severity, number>>;
  readonly weight: number;
}

/** One policy's state on one resource of an estate, where it is not compliant. */
export interface EstateFinding {
  readonly fingerprint: string;
  /** The place of the policy in the list of those in force; absent for what no policy says. Not part of any report. */
  readonly position?: number | undefined;
  readonly state:
    | 'nonCompliant'
    | 'error'
    | 'unknown'
    | 'undecided'
    | 'exempt'
    | 'notEvaluated'
    | 'conflicting'
    | 'protected';
  readonly effect: string;
  readonly severity: Severity;
  readonly policy: FindingPolicy;
  readonly assignment: string;
  readonly controls: readonly string[];
  readonly resource: FindingResource;
  /** Empty when nobody owns it. */
  readonly owner: string;
  /** Where the owner is stated: `tag owner`, `resource group tag owner` ... */
  readonly ownerSource: string;
  readonly message: string;
  readonly remediation: string | undefined;
  /** For exempt ones: the exemption, its category and its end. */
  readonly exemption: string | undefined;
  /** How it stands to earlier assessments; absent without a history. */
  readonly lifecycle?: FindingLifecycle | undefined;
  /** ISO 8601: the first and the last assessment that found it. */
  readonly firstSeen?: string | undefined;
  readonly lastSeen?: string | undefined;
}

/**
 * - `new`: no assessment before found it
 * - `open`: the one before found it too
 * - `regressed`: it had been fixed
 * - `expired`: its exemption or waiver has come to its end
 */
export type FindingLifecycle = 'new' | 'open' | 'regressed' | 'expired';

export interface EstateCoverage {
  /** Subscriptions and resource groups with resources and without any assignment. */
  readonly unassignedScopes: readonly string[];
  /** Assignments under which no resource was evaluated. */
  readonly idleAssignments: readonly string[];
  readonly exemptions: { readonly inForce: number; readonly expired: number };
  /** Related types that policies look for and of which the estate holds nothing: their policies are undecided. */
  readonly missingTypes: readonly string[];
  /** Policies in force that their author has given up, each with the assignment and what to use instead. */
  readonly deprecatedPolicies: readonly string[];
  /** Policies that say nothing that an assignment above does not say already. */
  readonly shadowedPolicies: readonly string[];
  /** Scopes with resources that nobody owns. */
  readonly unownedScopes: readonly string[];
}
