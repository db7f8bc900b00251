import {
  type AssignmentPosture,
  type ControlPosture,
  type Diagnostic,
  type EstateFinding,
  type EstateReport,
  type FindingPolicy,
  type OwnerPosture,
  type PolicyPosture,
  placeOf,
} from '../../kernel/index.ts';
import { jsonText } from '../json-text.ts';
import { severitiesJson, statesJson, summaryJson } from './json-summary.ts';

/** The version of schemas/estate-report.schema.json: a new minor adds properties, a new major may take some away. */
export const estateReportSchemaVersion = '1.0';

/** The whole report, as schemas/estate-report.schema.json describes it. Keys are in a fixed order; absent means unknown. */
export function renderEstateJson(report: EstateReport): string {
  const { tool, summary, coverage } = report;
  return jsonText({
    schemaVersion: estateReportSchemaVersion,
    tool: { name: tool.name, version: tool.version },
    estate: report.estate,
    assessedAt: report.assessedAt,
    summary: summaryJson(summary),
    assignments: report.assignments.map(assignmentJson),
    priorities: report.priorities.map(priorityJson),
    controls: report.controls.map(controlJson),
    owners: report.owners.map(ownerJson),
    findings: report.findings.map(findingJson),
    coverage: {
      unassignedScopes: coverage.unassignedScopes,
      idleAssignments: coverage.idleAssignments,
      exemptions: { inForce: coverage.exemptions.inForce, expired: coverage.exemptions.expired },
      missingTypes: coverage.missingTypes,
      deprecatedPolicies: coverage.deprecatedPolicies,
      shadowedPolicies: coverage.shadowedPolicies,
      unownedScopes: coverage.unownedScopes,
    },
    notEvaluated: report.notEvaluated.map(({ reason, count, examples }) => ({ reason, count, examples })),
    diagnostics: report.diagnostics.map(diagnosticJson),
    history: report.history?.map(({ assessedAt, score, compliancePercent, failing }) => ({
      assessedAt,
      score,
      compliancePercent,
      failing,
    })),
  });
}

function assignmentJson(assignment: AssignmentPosture): object {
  return {
    id: assignment.id,
    displayName: assignment.displayName,
    scope: assignment.scope,
    enforced: assignment.enforced,
    policies: assignment.policies,
    pairs: statesJson(assignment.pairs),
    byResource: statesJson(assignment.byResource),
    compliancePercent: assignment.compliancePercent,
  };
}

function priorityJson(priority: PolicyPosture): object {
  return {
    policy: policyJson(priority.policy),
    effect: priority.effect,
    severity: priority.severity,
    controls: priority.controls,
    assignment: priority.assignment,
    pairs: statesJson(priority.pairs),
    weight: priority.weight,
    remediation: priority.remediation,
  };
}

function controlJson({ framework, id, title, kind, policies, pairs }: ControlPosture): object {
  return { framework, id, title, kind, policies, pairs: statesJson(pairs) };
}

function ownerJson({ owner, resources, failing, weight }: OwnerPosture): object {
  return { owner, resources, failing: severitiesJson(failing), weight };
}

function findingJson(finding: EstateFinding): object {
  const { resource } = finding;
  return {
    fingerprint: finding.fingerprint,
    state: finding.state,
    effect: finding.effect,
    severity: finding.severity,
    policy: policyJson(finding.policy),
    assignment: finding.assignment,
    controls: finding.controls,
    resource: { id: resource.id, name: resource.name, type: resource.type },
    owner: finding.owner,
    ownerSource: finding.ownerSource,
    message: finding.message,
    remediation: finding.remediation,
    exemption: finding.exemption,
    lifecycle: finding.lifecycle,
    firstSeen: finding.firstSeen,
    lastSeen: finding.lastSeen,
  };
}

function policyJson({ id, name, displayName, description, category, version }: FindingPolicy): object {
  return { id, name, displayName, description, category, version };
}

function diagnosticJson(diagnostic: Diagnostic): object {
  const place = diagnostic.span && placeOf(diagnostic.span);
  return {
    code: diagnostic.code,
    level: diagnostic.level,
    message: diagnostic.message,
    advice: diagnostic.advice,
    file: diagnostic.file ?? diagnostic.span?.source.path,
    place: place && {
      file: place.file,
      line: place.line,
      column: place.column,
      endLine: place.endLine,
      endColumn: place.endColumn,
    },
  };
}
