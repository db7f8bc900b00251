import type { EstateFinding, EstateReport } from '../../kernel/index.ts';
import { csvCell } from './csv-cell.ts';

/** The columns of the findings, in order. A new one goes to the end, so that readers by position keep working. */
const columns: readonly (readonly [title: string, read: (finding: EstateFinding) => string])[] = [
  ['fingerprint', (finding) => finding.fingerprint],
  ['state', (finding) => finding.state],
  ['severity', (finding) => finding.severity],
  ['effect', (finding) => finding.effect],
  ['policy', (finding) => finding.policy.displayName],
  ['category', (finding) => finding.policy.category],
  ['resource', (finding) => finding.resource.name],
  ['resourceType', (finding) => finding.resource.type],
  ['owner', (finding) => finding.owner],
  ['ownerSource', (finding) => finding.ownerSource],
  ['message', (finding) => finding.message],
  ['remediation', (finding) => finding.remediation ?? ''],
  ['controls', (finding) => finding.controls.join('; ')],
  ['exemption', (finding) => finding.exemption ?? ''],
  ['assignment', (finding) => finding.assignment],
  ['resourceId', (finding) => finding.resource.id],
  ['policyId', (finding) => finding.policy.id],
  ['policyName', (finding) => finding.policy.name],
  ['policyVersion', (finding) => finding.policy.version],
  ['lifecycle', (finding) => finding.lifecycle ?? ''],
  ['firstSeen', (finding) => finding.firstSeen ?? ''],
  ['lastSeen', (finding) => finding.lastSeen ?? ''],
];

/** The findings as CSV (RFC 4180), a head and a row each, for a spreadsheet. */
export function renderEstateCsv({ findings }: EstateReport): string {
  const head = columns.map(([title]) => title).join(',');
  const rows = findings.map((finding) => columns.map(([, read]) => csvCell(read(finding))).join(','));
  return [head, ...rows, ''].join('\r\n');
}
