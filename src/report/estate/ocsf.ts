import type { EstateFinding, EstateReport, Severity } from '../../kernel/index.ts';
import { jsonLine } from './json-line.ts';
import { policyName } from './posture-text.ts';

/** https://schema.ocsf.io/1.3.0/classes/compliance_finding */
const ocsfVersion = '1.3.0';
const categoryUid = 2;
const classUid = 2003;
/** What the assessment before found too is updated; anything else, and everything without a history, is created. */
const activities = { create: [1, 'Create'], update: [2, 'Update'] } as const;

const severityIds: Readonly<Record<Severity, readonly [id: number, caption: string]>> = {
  info: [1, 'Informational'],
  low: [2, 'Low'],
  medium: [3, 'Medium'],
  high: [4, 'High'],
  critical: [5, 'Critical'],
};

/** Pass (1) is never among them. 2 is `did not yield a result due to missing information`; 99 is named by the source. */
const complianceStatus: Readonly<Record<EstateFinding['state'], readonly [id: number, caption: string]>> = {
  nonCompliant: [3, 'Fail'],
  undecided: [2, 'Warning'],
  unknown: [2, 'Warning'],
  notEvaluated: [2, 'Warning'],
  error: [99, 'Error'],
  conflicting: [99, 'Conflicting'],
  exempt: [99, 'Exempt'],
  protected: [99, 'Protected'],
};

/** The findings as OCSF events of the class Compliance Finding, one JSON object a line. */
export function renderEstateOcsf(report: EstateReport): string {
  const frameworks = new Map(report.controls.map(({ framework, id }) => [`${framework} ${id}`, framework]));
  return report.findings.map((finding) => `${jsonLine(eventOf(finding, report, frameworks))}\n`).join('');
}

function eventOf(
  finding: EstateFinding,
  { tool, assessedAt, estate }: EstateReport,
  frameworks: ReadonlyMap<string, string>,
): object {
  const time = timeOf(assessedAt) ?? 0;
  const [severityId, severity] = severityIds[finding.severity];
  const [activityId, activity] = activities[finding.lifecycle === 'open' ? 'update' : 'create'];
  const isSuppressed = finding.state === 'exempt';
  return {
    activity_id: activityId,
    activity_name: activity,
    category_uid: categoryUid,
    category_name: 'Findings',
    class_uid: classUid,
    class_name: 'Compliance Finding',
    type_uid: classUid * 100 + activityId,
    type_name: `Compliance Finding: ${activity}`,
    time,
    severity_id: severityId,
    severity,
    status_id: isSuppressed ? 3 : 1,
    status: isSuppressed ? 'Suppressed' : 'New',
    message: finding.message,
    metadata: {
      version: ocsfVersion,
      profiles: ['cloud'],
      product: { name: tool.name, vendor_name: tool.name, version: tool.version },
      log_name: 'landguard assess',
    },
    cloud: cloudOf(finding),
    finding_info: {
      uid: finding.fingerprint,
      title: policyName(finding.policy) || finding.fingerprint,
      desc: finding.policy.description,
      first_seen_time: timeOf(finding.firstSeen),
      last_seen_time: timeOf(finding.lastSeen) ?? time,
      types: [finding.policy.category].filter((category) => category !== ''),
    },
    compliance: complianceOf(finding, frameworks),
    resources: [resourceOf(finding)],
    remediation: finding.remediation === undefined ? undefined : { desc: finding.remediation },
    unmapped: {
      assignment: finding.assignment,
      effect: finding.effect,
      estate,
      exemption: finding.exemption,
      owner_source: finding.ownerSource,
      policy: { uid: finding.policy.id, version: finding.policy.version },
      state: finding.state,
    },
  };
}

/** Milliseconds since 1970; `undefined` for what is no moment. */
function timeOf(iso: string | undefined): number | undefined {
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) ? undefined : time;
}

function complianceOf(
  { state, controls, message }: EstateFinding,
  frameworks: ReadonlyMap<string, string>,
): object {
  const [statusId, status] = complianceStatus[state];
  const standards = new Set(controls.map((control) => frameworks.get(control) ?? frameworkIn(control)));
  return {
    standards: standards.size === 0 ? ['Azure Policy'] : [...standards],
    control: controls[0],
    requirements: controls,
    status_id: statusId,
    status,
    status_code: state,
    status_detail: message,
  };
}

/** `MCSB NS-2` is a control of `MCSB`. */
function frameworkIn(control: string): string {
  const end = control.lastIndexOf(' ');
  return end <= 0 ? control : control.slice(0, end);
}

function resourceOf({ resource, owner }: EstateFinding): object {
  const group = /\/resourceGroups\/([^/]+)/i.exec(resource.id)?.[1];
  return {
    uid: resource.id,
    name: resource.name,
    type: resource.type,
    group: group === undefined ? undefined : { name: group },
    owner: owner === '' ? undefined : { name: owner },
  };
}

function cloudOf({ resource }: EstateFinding): object {
  const subscription = /^\/subscriptions\/([^/]+)/i.exec(resource.id)?.[1];
  return {
    provider: 'Azure',
    account: subscription === undefined ? undefined : { uid: subscription },
  };
}
