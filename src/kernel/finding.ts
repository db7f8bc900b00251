import type { Diagnostic } from './diagnostic.ts';
import type { Grant } from './grant.ts';
import type { Place } from './span.ts';
import type { Severity, Verdict } from './verdict.ts';

/** One place that a value came from, nearest first: literal, parameter file, default, variable, nested template. */
export interface Origin {
  readonly kind:
    | 'literal'
    | 'expression'
    | 'parameter'
    | 'default'
    | 'variable'
    | 'loaded-file'
    | 'nested-template'
    | 'linked-template'
    | 'output';
  /** The name of the parameter, variable, file or deployment; empty for literals. */
  readonly name: string;
  readonly place: Place;
}

/** One condition that decided the verdict. */
export interface Reason {
  /** What was looked at: an alias, a field or an expression, as the policy writes it. */
  readonly expression: string;
  /** Where that is in the resource, e.g. `properties.networkAcls.defaultAction`; empty when it is not a property. */
  readonly path: string;
  readonly operator: string;
  /** What was found, printed; secrets are not. `undefined` when there is nothing. */
  readonly actual: string | undefined;
  /** What the condition compares with, printed. */
  readonly expected: string;
  /** One sentence: `properties.publicNetworkAccess is "Enabled", must be "Disabled"`. */
  readonly text: string;
  readonly place?: Place | undefined;
  readonly origins: readonly Origin[];
}

/** One rule's verdict on one subject, with its evidence. */
export interface Finding {
  /** Stable across runs and line shifts: 16 hex digits over assignment, reference, resource and property path. */
  readonly fingerprint: string;
  readonly verdict: Exclude<Verdict, 'compliant' | 'not-applicable'>;
  /** The effect in force, in Azure's spelling: `deny`, `audit`, `modify`, `auditIfNotExists` ... */
  readonly effect: string;
  readonly severity: Severity;
  readonly policy: FindingPolicy;
  readonly assignment?: FindingAssignment | undefined;
  /** Controls that the policy is evidence for, e.g. `MCSB NS-2`. */
  readonly controls: readonly string[];
  readonly resource: FindingResource;
  /** One sentence that says what is wrong and what is wanted. */
  readonly message: string;
  readonly reasons: readonly Reason[];
  /** The line to look at. */
  readonly place: Place;
  /** Where the value at `place` came from, nearest first. */
  readonly origins: readonly Origin[];
  /** For unknown verdicts: what is missing. */
  readonly unknownBecause: readonly string[];
  /** What the effect would do or what to change, when that is known. */
  readonly remediation?: string | undefined;
}

export interface FindingPolicy {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly category: string;
  readonly version: string;
}

export interface FindingAssignment {
  readonly id: string;
  readonly displayName: string;
  /** The scope's short name, e.g. the management group `corp`. */
  readonly scope: string;
  /** The initiative, when the policy came through one. */
  readonly initiative?: string | undefined;
  readonly referenceId?: string | undefined;
}

export interface FindingResource {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** Policies that were not evaluated, counted by reason. */
export interface NotEvaluated {
  readonly reason: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/** The result of one check. */
export interface Report {
  readonly tool: { readonly name: 'landguard'; readonly version: string };
  readonly summary: Summary;
  /** Sorted by file, line, severity, policy. */
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  readonly notEvaluated: readonly NotEvaluated[];
  /** What the deployment lets whom do, the gravest first; absent when nobody asked. */
  readonly grants?: readonly Grant[] | undefined;
}

export interface Summary {
  readonly templates: number;
  readonly resources: number;
  readonly policies: number;
  /** Findings whose effect stops the deployment. */
  readonly denied: number;
  /** Findings that are non-compliant without stopping it. */
  readonly nonCompliant: number;
  readonly undecided: number;
  readonly errors: number;
  /** (policy, resource) pairs that were evaluated and are compliant. */
  readonly compliant: number;
  /** Findings left out by exclusions in landguard.yaml. */
  readonly excluded: number;
  /** Pairs that an exemption of the estate covers which is deployed to; absent without an estate. */
  readonly exempt?: number | undefined;
  readonly durationMs: number;
}
