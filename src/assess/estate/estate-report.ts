import {
  type AssignmentPosture,
  type ControlPosture,
  type EstateFinding,
  type EstateReport,
  type EstateSummary,
  isAtLeast,
  type OwnerPosture,
  type PolicyPosture,
  type Severity,
  type StateNumbers,
  severities,
} from '../../kernel/index.ts';
import type { Framework } from '../../library/index.ts';
import type { AssignedPolicy } from '../../policy/index.ts';
import {
  addStates,
  type ControlEvidence,
  controlPostures,
  DefenderScoreTally,
  landguardScore,
  noStates,
  severityWeights,
} from '../../posture/index.ts';
import { controlsOf } from '../controls.ts';
import { notEvaluatedPolicies } from '../not-evaluated.ts';
import { assessEstate, type EstateAssessment, type EstateAssessmentInput } from './assess-estate.ts';
import { compliancePercent } from './compliance-state.ts';
import { coverageOf } from './coverage.ts';
import { FailureCollector, type FailureInput } from './failure-collector.ts';
import { frameworkControlsOf } from './framework-evidence.ts';
import type { AssessedResource } from './resource-assessor.ts';
import { UnownedResources } from './unowned.ts';

/** What a posture report is made with, besides the assessment itself. */
export interface EstateReportInput
  extends Omit<EstateAssessmentInput, 'onFailure' | 'onResource'>,
    Omit<FailureInput, 'assigned'> {
  readonly version: string;
  /** Frameworks whose controls are listed, those that nothing covers too. */
  readonly frameworks: readonly Framework[];
  /** Called for every resource with its states, and which of its pairs a waiver covers. */
  readonly onAssessed?:
    | ((assessed: AssessedResource, isWaived: (position: number) => boolean) => void)
    | undefined;
}

/** A posture report, and what a gate decides by. */
export interface EstateReportResult {
  readonly report: EstateReport;
  /** Failing pairs by severity that no waiver covers. */
  readonly open: Readonly<Record<Severity, number>>;
  /** Per policy, by its position: the pairs in each state, and its severity. */
  readonly byPolicy: readonly StateNumbers[];
  readonly severityByPosition: readonly Severity[];
}

/** Assesses an estate and makes its posture report. */
export async function estateReport(input: EstateReportInput): Promise<EstateReportResult> {
  const collector = new FailureCollector(input);
  const unowned = new UnownedResources();
  const defender = new DefenderScoreTally();
  const assessment = await assessEstate({
    ...input,
    onFailure: (failure) => collector.add(failure),
    onResource: (assessed) => {
      const { resource, chain } = assessed;
      input.onAssessed?.(assessed, (position) => collector.waivedHere.has(position));
      collector.waivedHere.clear();
      defender.add(resource.type, resource.body);
      if (collector.ownerOf(assessed).owner === '') unowned.add(resource, chain);
    },
  });
  const report = new ReportBuilder(input, assessment, collector, unowned).build();
  const summary = { ...report.summary, defenderScore: defender.score };
  return {
    report: { ...report, summary },
    open: collector.open,
    byPolicy: assessment.byPolicy,
    severityByPosition: collector.severityByPosition,
  };
}

const priorityCountMax = 200;

class ReportBuilder {
  readonly #input: EstateReportInput;
  readonly #assessment: EstateAssessment;
  readonly #collector: FailureCollector;
  readonly #unowned: UnownedResources;

  constructor(
    input: EstateReportInput,
    assessment: EstateAssessment,
    collector: FailureCollector,
    unowned: UnownedResources,
  ) {
    this.#input = input;
    this.#assessment = assessment;
    this.#collector = collector;
    this.#unowned = unowned;
  }

  build(): EstateReport {
    const { estate, now, version, assigned } = this.#input;
    const { pairs, resources, resourceCount, diagnostics } = this.#assessment;
    const assignments = this.#assignments();
    return {
      tool: { name: 'landguard', version },
      estate: estate.name,
      assessedAt: now,
      summary: {
        resources: resourceCount,
        assignments: assignments.length,
        policies: assigned.length,
        pairs,
        byResource: resources,
        compliancePercent: compliancePercent(resources),
        score: landguardScore(this.#severityCounts()),
        durationMs: 0,
        ...this.#waived(),
      },
      assignments,
      priorities: this.#priorities(),
      controls: this.#controls(),
      owners: this.#owners(),
      findings: [...this.#collector.findings, ...this.#unowned.findings()].sort(compareFindings),
      coverage: coverageOf({
        estate,
        assigned,
        assessment: this.#assessment,
        assignments,
        unowned: this.#unowned.byScope,
        now,
      }),
      notEvaluated: notEvaluatedPolicies(
        // What a person attests has a state in an estate.
        assigned.filter(({ policy }) => policy.effect.kind !== 'attestation'),
      ),
      diagnostics,
    };
  }

  #waived(): Pick<EstateSummary, 'waived'> {
    const { waivers } = this.#input;
    if (waivers === undefined) return {};
    const { inForce, expired } = waivers;
    const findings = this.#collector.waivedCount;
    return { waived: { findings, inForce: inForce.length, expired: expired.length } };
  }

  #severityCounts() {
    return severities.map((severity) => {
      let states = noStates;
      for (const [position, own] of this.#assessment.byPolicy.entries()) {
        if (this.#collector.severityByPosition[position] === severity) states = addStates(states, own);
      }
      const failing = states.nonCompliant + states.error;
      return { severity, failing, decided: failing + states.compliant };
    });
  }

  #assignments(): AssignmentPosture[] {
    const byId = new Map<string, { first: AssignedPolicy; policies: number; pairs: StateNumbers }>();
    for (const [position, assigned] of this.#input.assigned.entries()) {
      const entry = byId.get(assigned.assignment.id) ?? { first: assigned, policies: 0, pairs: noStates };
      entry.policies++;
      entry.pairs = addStates(entry.pairs, this.#assessment.byPolicy[position]!);
      byId.set(assigned.assignment.id, entry);
    }
    return [...byId.values()]
      .map(({ first, policies, pairs }) => ({
        id: first.assignment.id,
        displayName: first.assignment.displayName || first.assignment.name,
        scope: first.assignment.scope || '/',
        enforced: first.enforced,
        policies,
        pairs,
        byResource: this.#assessment.byAssignment.get(first.assignment.id) ?? noStates,
        compliancePercent: compliancePercent(
          this.#assessment.byAssignment.get(first.assignment.id) ?? noStates,
        ),
      }))
      .sort((a, b) => b.pairs.nonCompliant - a.pairs.nonCompliant);
  }

  #priorities(): PolicyPosture[] {
    return this.#input.assigned
      .flatMap((assigned, position): PolicyPosture[] => {
        const pairs = this.#assessment.byPolicy[position]!;
        const failing = pairs.nonCompliant + pairs.error;
        return failing === 0 ? [] : [this.#posture(assigned, position, pairs, failing)];
      })
      .sort((a, b) => b.weight - a.weight)
      .slice(0, priorityCountMax);
  }

  #posture(assigned: AssignedPolicy, position: number, pairs: StateNumbers, failing: number): PolicyPosture {
    const { definition, effect } = assigned.policy;
    const severity = this.#collector.severityByPosition[position]!;
    const { remediation } = definition.metadata;
    return {
      policy: {
        id: definition.id,
        name: definition.name,
        displayName: definition.displayName || definition.name,
        description: definition.description,
        category: typeof definition.metadata.category === 'string' ? definition.metadata.category : '',
        version: definition.version,
      },
      effect: effect.name,
      severity,
      controls: controlsOf(assigned),
      assignment: assigned.assignment.displayName || assigned.assignment.name,
      pairs,
      weight: failing * severityWeights[severity],
      remediation: typeof remediation === 'string' ? remediation : undefined,
    };
  }

  #controls(): ControlPosture[] {
    return this.#input.frameworks.flatMap((framework) => {
      const evidence = this.#input.assigned.map((assigned, position) => ({
        controls: frameworkControlsOf(assigned, framework),
        states: this.#assessment.byPolicy[position]!,
        kind: evidenceKind(assigned),
      }));
      return controlPostures(framework, evidence);
    });
  }

  #owners(): OwnerPosture[] {
    return [...this.#collector.owners]
      .map(([owner, { resources, failing, weight }]) => ({
        owner,
        resources,
        failing,
        weight,
      }))
      .sort((a, b) => b.weight - a.weight);
  }
}

function evidenceKind({ policy }: AssignedPolicy): ControlEvidence['kind'] {
  if (policy.effect.kind === 'attestation') return 'manual';
  if (policy.notEvaluable === undefined) return 'evaluated';
  return policy.definition.policyType === 'Static' ? 'microsoft' : 'notEvaluable';
}

function compareFindings(a: EstateFinding, b: EstateFinding): number {
  if (a.severity !== b.severity) return isAtLeast(a.severity, b.severity) ? -1 : 1;
  if (a.state !== b.state)
    return a.state === 'nonCompliant' ? -1 : b.state === 'nonCompliant' ? 1 : a.state < b.state ? -1 : 1;
  return a.policy.displayName < b.policy.displayName
    ? -1
    : a.policy.displayName > b.policy.displayName
      ? 1
      : a.resource.id < b.resource.id
        ? -1
        : 1;
}
