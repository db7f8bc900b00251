import {
  type Diagnostic,
  Diagnostics,
  type Finding,
  type Grant,
  type JsonDocument,
  type Limits,
  type Report,
  type Summary,
  severities as severityOrder,
} from '../kernel/index.ts';
import type { AliasTable, AssignedPolicy } from '../policy/index.ts';
import {
  type Expansion,
  expand,
  type LinkedTemplateReader,
  type ParameterSource,
  type TargetFacts,
} from '../template/index.ts';
import { deploymentGrants } from './access/deployment-grants.ts';
import { grantFindings } from './access/grant-finding.ts';
import type { GrantFacts } from './access/grant-source.ts';
import type { PlannedEstate } from './estate/planned-change.ts';
import { type DeploymentEvaluation, DeploymentEvaluator, type TypeFacts } from './evaluate-deployment.ts';
import { type Exclusion, isExcluded } from './exclusion.ts';
import { findingOf } from './finding-of.ts';
import { notEvaluatedPolicies } from './not-evaluated.ts';
import type { SeverityOverrides } from './severity.ts';
import { unknownAliases } from './unknown-aliases.ts';

/** One template with one set of parameter values. */
export interface CheckedTemplate {
  readonly document: JsonDocument;
  readonly parameters: readonly ParameterSource[];
  readonly parameterFile?: string | undefined;
  readonly target?: TargetFacts | undefined;
}

/** What checks are made with, whatever is checked. The moment and the versions come in, so that the same input gives the same report. */
export interface CheckBasis {
  readonly policies: readonly AssignedPolicy[];
  readonly aliases: AliasTable;
  readonly types: TypeFacts;
  readonly severities?: SeverityOverrides;
  /** The estate that is deployed to: its assignments, exemptions and resources count. */
  readonly planned?: PlannedEstate | undefined;
  readonly exclusions?: readonly Exclusion[];
  /** What grants are read with; absent when nobody asks what the deployment grants. */
  readonly grants?: GrantFacts | undefined;
  readonly limits?: Limits;
  /** ISO 8601; what utcNow() answers in policies, and the day that exclusions are judged on. */
  readonly now: string;
  readonly version: string;
}

/** What is checked. */
export interface CheckSubject {
  readonly templates: readonly CheckedTemplate[];
  readonly readLinked: LinkedTemplateReader;
  /** Called before each template. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Everything that one check is made from. */
export interface CheckInput extends CheckBasis, CheckSubject {}

/** The result of a check: the report, and the evaluations behind its findings for whoever wants to explain them. */
export interface CheckResult {
  readonly report: Report;
  readonly evaluations: ReadonlyMap<string, DeploymentEvaluation>;
  readonly expansions: readonly { readonly template: CheckedTemplate; readonly expansion: Expansion }[];
}

/** Checks templates against policies: expands each, evaluates every policy on every resource and reports what is not compliant at its source line. */
export function check(input: CheckInput): CheckResult {
  return new Checker(input).check(input);
}

/** Checks again and again with the same policies, whose plans are compiled once. */
export class Checker {
  readonly #basis: CheckBasis;
  readonly #evaluator: DeploymentEvaluator;

  constructor(basis: CheckBasis) {
    this.#basis = basis;
    const { policies, aliases, types, now, planned } = basis;
    this.#evaluator = new DeploymentEvaluator(policies, aliases, types, now, planned);
  }

  check({ templates, readLinked, onProgress }: CheckSubject): CheckResult {
    const { aliases, limits } = this.#basis;
    const diagnostics = new Diagnostics();
    const findings = new FindingList(this.#basis);
    const expansions: CheckResult['expansions'][number][] = [];
    const grants = this.#basis.grants === undefined ? undefined : new GrantList(this.#basis.grants);
    let compliant = 0;
    let exempt = 0;
    for (const [index, template] of templates.entries()) {
      onProgress?.(index, templates.length);
      const expansion = expand(template.document, {
        parameters: template.parameters,
        readLinked,
        ...(template.target === undefined ? {} : { target: template.target }),
        ...(limits === undefined ? {} : { limits }),
      });
      for (const entry of expansion.diagnostics) diagnostics.add(entry);
      expansions.push({ template, expansion });
      const result = this.#evaluator.evaluate(expansion.resources);
      compliant += result.compliant;
      exempt += result.exempt;
      for (const evaluation of result.evaluations) {
        findings.add(evaluation);
        for (const entry of unknownAliases(evaluation, aliases)) diagnostics.add(entry);
      }
      for (const finding of grants?.add(expansion.resources) ?? []) findings.addFinding(finding);
    }
    const plain = reportOf(this.#basis, findings, diagnostics.list, { compliant, exempt }, expansions);
    const report = grants === undefined ? plain : { ...plain, grants: grants.sorted() };
    return { report, evaluations: findings.evaluations, expansions };
  }
}

/** Findings without repeats: a template checked with several parameter files finds the same thing once. */
class FindingList {
  readonly evaluations = new Map<string, DeploymentEvaluation>();
  readonly #findings = new Map<string, Finding>();
  readonly #excluded = new Set<string>();
  readonly #basis: CheckBasis;

  constructor(basis: CheckBasis) {
    this.#basis = basis;
  }

  add(evaluation: DeploymentEvaluation): void {
    const finding = findingOf(evaluation, this.#basis.severities ?? new Map());
    if (this.addFinding(finding) && !this.evaluations.has(finding.fingerprint))
      this.evaluations.set(finding.fingerprint, evaluation);
  }

  /** Whether it is new, and not excluded. */
  addFinding(finding: Finding): boolean {
    const { place } = finding;
    const key = `${finding.fingerprint} ${place.file}:${place.line}:${place.column} ${finding.message} ${finding.origins.map((one) => `${one.place.file}:${one.place.line}`).join()}`;
    if (this.#findings.has(key)) return false;
    const today = this.#basis.now.slice(0, 10);
    if (this.#basis.exclusions?.some((one) => isExcluded(finding, one, today))) {
      this.#excluded.add(key);
      return false;
    }
    this.#findings.set(key, finding);
    return true;
  }

  get excludedCount(): number {
    return this.#excluded.size;
  }

  sorted(): Finding[] {
    return [...this.#findings.values()].sort(compareFindings);
  }
}

/** Grants without repeats, as {@link FindingList} has findings. */
class GrantList {
  readonly #grants = new Map<string, Grant>();
  readonly #facts: GrantFacts;

  constructor(facts: GrantFacts) {
    this.#facts = facts;
  }

  /** Reads the grants of one deployment; answers the findings about them. */
  add(resources: Expansion['resources']): readonly Finding[] {
    const grants = deploymentGrants(resources, this.#facts);
    for (const grant of grants) {
      const { file, line, column } = grant.place;
      this.#grants.set(`${grant.fingerprint} ${file}:${line}:${column} ${grant.text}`, grant);
    }
    return grantFindings(grants);
  }

  sorted(): readonly Grant[] {
    const order = (grant: Grant) => severityOrder.indexOf(grant.severity);
    return [...this.#grants.values()].sort((a, b) => order(a) - order(b));
  }
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareTexts(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    compareTexts(a.policy.displayName, b.policy.displayName) ||
    compareTexts(a.resource.name, b.resource.name)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function reportOf(
  basis: CheckBasis,
  list: FindingList,
  diagnostics: readonly Diagnostic[],
  { compliant, exempt }: { compliant: number; exempt: number },
  expansions: CheckResult['expansions'],
): Report {
  const findings = list.sorted();
  const count = (test: (finding: Finding) => boolean) => findings.filter(test).length;
  const isDenied = (finding: Finding) => finding.verdict === 'non-compliant' && finding.effect === 'deny';
  const summary: Summary = {
    templates: new Set(expansions.map(({ template }) => template.document.source.path)).size,
    resources: expansions.reduce((sum, { expansion }) => sum + expansion.resources.length, 0),
    policies: basis.policies.length,
    denied: count(isDenied),
    nonCompliant: count((finding) => finding.verdict === 'non-compliant' && !isDenied(finding)),
    undecided: count((finding) => finding.verdict === 'unknown'),
    errors: count((finding) => finding.verdict === 'error'),
    compliant,
    excluded: list.excludedCount,
    ...(basis.planned === undefined ? {} : { exempt }),
    durationMs: 0,
  };
  return {
    tool: { name: 'landguard', version: basis.version },
    summary,
    findings,
    diagnostics,
    notEvaluated: notEvaluatedPolicies(basis.policies),
  };
}
