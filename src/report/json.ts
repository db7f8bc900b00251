import type {
  Diagnostic,
  Finding,
  Grant,
  NotEvaluated,
  Origin,
  Place,
  Reason,
  Report,
} from '../kernel/index.ts';
import { placeOf } from '../kernel/index.ts';
import { jsonText } from './json-text.ts';

/** The version of schemas/report.schema.json: a new minor adds properties, a new major may take some away. */
export const reportSchemaVersion = '1.1';

/** The whole report, as schemas/report.schema.json describes it. Keys are in a fixed order; absent means unknown. */
export function renderJson(report: Report): string {
  const { tool, summary } = report;
  return jsonText({
    schemaVersion: reportSchemaVersion,
    tool: { name: tool.name, version: tool.version },
    summary: {
      templates: summary.templates,
      resources: summary.resources,
      policies: summary.policies,
      denied: summary.denied,
      nonCompliant: summary.nonCompliant,
      undecided: summary.undecided,
      errors: summary.errors,
      compliant: summary.compliant,
      excluded: summary.excluded,
      ...(summary.exempt === undefined ? {} : { exempt: summary.exempt }),
      durationMs: summary.durationMs,
    },
    findings: report.findings.map(findingJson),
    diagnostics: report.diagnostics.map(diagnosticJson),
    notEvaluated: report.notEvaluated.map(notEvaluatedJson),
    ...(report.grants === undefined ? {} : { grants: report.grants.map(grantJson) }),
  });
}

function findingJson(finding: Finding): object {
  const { policy, assignment, resource } = finding;
  return {
    fingerprint: finding.fingerprint,
    verdict: finding.verdict,
    effect: finding.effect,
    severity: finding.severity,
    message: finding.message,
    place: placeJson(finding.place),
    policy: {
      id: policy.id,
      name: policy.name,
      displayName: policy.displayName,
      description: policy.description,
      category: policy.category,
      version: policy.version,
    },
    assignment: assignment && {
      id: assignment.id,
      displayName: assignment.displayName,
      scope: assignment.scope,
      initiative: assignment.initiative,
      referenceId: assignment.referenceId,
    },
    controls: finding.controls,
    resource: { id: resource.id, name: resource.name, type: resource.type },
    reasons: finding.reasons.map(reasonJson),
    origins: finding.origins.map(originJson),
    unknownBecause: finding.unknownBecause,
    remediation: finding.remediation,
  };
}

function grantJson(grant: Grant): object {
  const { principal, scope, resource } = grant;
  return {
    fingerprint: grant.fingerprint,
    kind: grant.kind,
    text: grant.text,
    severity: grant.severity,
    tier: grant.tier,
    principal: {
      kind: principal.kind,
      text: principal.text,
      id: principal.id,
      resourceId: principal.resourceId,
      usedBy: principal.usedBy,
    },
    role: grant.role,
    abilities: grant.abilities,
    scope: { kind: scope.kind, id: scope.id, text: scope.text, type: scope.type },
    condition: grant.condition,
    change: grant.change,
    resource: { id: resource.id, name: resource.name, type: resource.type },
    place: placeJson(grant.place),
    origins: grant.origins.map(originJson),
    unknownBecause: grant.unknownBecause,
  };
}

function reasonJson(reason: Reason): object {
  return {
    expression: reason.expression,
    path: reason.path,
    operator: reason.operator,
    actual: reason.actual,
    expected: reason.expected,
    text: reason.text,
    place: reason.place && placeJson(reason.place),
    origins: reason.origins.map(originJson),
  };
}

function originJson(origin: Origin): object {
  return { kind: origin.kind, name: origin.name, place: placeJson(origin.place) };
}

function placeJson(place: Place): object {
  return {
    file: place.file,
    line: place.line,
    column: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
  };
}

function diagnosticJson(diagnostic: Diagnostic): object {
  return {
    code: diagnostic.code,
    level: diagnostic.level,
    message: diagnostic.message,
    advice: diagnostic.advice,
    file: diagnostic.file ?? diagnostic.span?.source.path,
    place: diagnostic.span && placeJson(placeOf(diagnostic.span)),
  };
}

function notEvaluatedJson(entry: NotEvaluated): object {
  return { reason: entry.reason, count: entry.count, examples: entry.examples };
}
