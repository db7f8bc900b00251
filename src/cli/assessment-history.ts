import { createHash } from 'node:crypto';
import type { AssessedResource, EstateReportResult } from '../assess/index.ts';
import type { Diagnostic, EstateFinding, EstateReport } from '../kernel/index.ts';
import type { AssignedPolicy } from '../policy/index.ts';
import type { FindingIdentity, FindingLife, RunRecorder, RunSummary, StoredRun } from '../store/index.ts';
import { withStore } from './open-store.ts';
import type { Surroundings } from './surroundings.ts';

const historyCountMax = 30;

/** Records an assessment while it is made, and saves it when all is known. Nothing of a database is loaded before. */
export class AssessmentHistory {
  readonly #recorder: RunRecorder;
  readonly #stored: ReadonlySet<string>;

  private constructor(recorder: RunRecorder, stored: readonly string[]) {
    this.#recorder = recorder;
    this.#stored = new Set(stored);
  }

  static async begin(): Promise<AssessmentHistory> {
    const { RunRecorder, storedStates } = await import('../store/index.ts');
    return new AssessmentHistory(new RunRecorder(), storedStates);
  }

  /** Takes note of a resource; `isWaived` says which of its pairs a waiver covers. */
  readonly add = ({ resource, pairs }: AssessedResource, isWaived: (position: number) => boolean): void => {
    const hash = createHash('sha1').update(JSON.stringify(resource.body, byName)).digest('hex').slice(0, 16);
    this.#recorder.resource(resource.id, resource.type, hash);
    for (const { position, state } of pairs) {
      const kept = isWaived(position) ? 'waived' : state;
      if (this.#stored.has(kept)) this.#recorder.pair(position, kept as Parameters<RunRecorder['pair']>[1]);
    }
  };

  /** Saves the run, and says of its findings how they stand to earlier ones. What is wrong with the store is said; the report is whole without it. */
  async save(
    result: EstateReportResult,
    report: EstateReport,
    assigned: readonly AssignedPolicy[],
    surroundings: Surroundings,
  ): Promise<{ report: EstateReport; diagnostics: readonly Diagnostic[] }> {
    const outcome = await withStore(surroundings, { create: true }, async (store) => {
      await store.saveRun(summaryOf(result, report, assigned), this.#recorder.batches());
      const identities = report.findings.map((finding) => identityOf(finding, assigned));
      const known = identities.flatMap((one) => one ?? []);
      const lives = await store.lifecycleOf(report.estate, known);
      const history = await store.history(report.estate, historyCountMax);
      return { result: withLives(report, identities, lives, history) };
    });
    return outcome.problem === undefined
      ? { report: outcome.result, diagnostics: [] }
      : { report, diagnostics: [outcome.problem] };
  }
}

/** Objects with their keys in order, so that an export in another order is no change. */
function byName(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function summaryOf(
  { byPolicy, severityByPosition, open }: EstateReportResult,
  { estate, assessedAt, tool, summary }: EstateReport,
  assigned: readonly AssignedPolicy[],
): RunSummary {
  return {
    estate,
    assessedAt,
    toolVersion: tool.version,
    resources: summary.resources,
    pairs: summary.pairs,
    score: summary.score.value,
    compliancePercent: summary.compliancePercent,
    failing: Object.values(open).reduce((sum, count) => sum + count, 0),
    durationMs: summary.durationMs,
    policies: assigned.map((one, position) => ({
      ...policyIdentity(one),
      effect: one.policy.effect.name,
      severity: severityByPosition[position] ?? 'medium',
      pairs: byPolicy[position] ?? summary.pairs,
    })),
    listsResources: true,
  };
}

function policyIdentity({ assignment, reference, policy }: AssignedPolicy) {
  return {
    assignmentId: assignment.id,
    reference: reference?.referenceId ?? '',
    definitionId: policy.definition.id,
  };
}

/** What the store knows a finding by; `undefined` for those that no policy made. */
function identityOf(
  { position, resource }: EstateFinding,
  assigned: readonly AssignedPolicy[],
): FindingIdentity | undefined {
  const policy = position === undefined ? undefined : assigned[position];
  return policy && { ...policyIdentity(policy), resourceId: resource.id };
}

function withLives(
  report: EstateReport,
  identities: readonly (FindingIdentity | undefined)[],
  lives: readonly (FindingLife | undefined)[],
  history: readonly StoredRun[],
): EstateReport {
  let next = 0;
  const findings = report.findings.map((finding, index): EstateFinding => {
    const life = identities[index] === undefined ? undefined : lives[next++];
    if (life === undefined) return finding;
    const { stage, firstSeen, lastSeen } = life;
    const lifecycle = stage === 'exempt' || stage === 'fixed' ? finding.lifecycle : stage;
    return { ...finding, firstSeen, lastSeen, lifecycle };
  });
  return {
    ...report,
    findings,
    history: history.map(({ assessedAt, score, compliancePercent, failing }) => ({
      assessedAt,
      score,
      compliancePercent,
      failing,
    })),
  };
}
