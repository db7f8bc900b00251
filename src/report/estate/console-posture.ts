import { type EstateReport, type Severity, severities } from '../../kernel/index.ts';
import { indented } from '../console-lines.ts';
import type { ConsoleStyle, Paint } from '../console-style.ts';
import type { RenderOptions } from '../format.ts';
import { plainText } from '../plain-text.ts';
import { counted, grouped } from '../summary-line.ts';
import { tableLines } from './console-table.ts';
import { percentText } from './number-text.ts';
import { nobodyFirst, ownerName, policyName, scopeName } from './posture-text.ts';
import { provenPercent } from './state-count.ts';

const indent = 4;
const prioritiesShownMax = 5;
const ownersShownMax = 5;
const assignmentsShownMax = 8;
const severityWidth = Math.max(...severities.map((severity) => severity.length));

/** The colour of a severity. */
export function severityPaint(style: ConsoleStyle, severity: Severity): Paint {
  if (severity === 'critical' || severity === 'high') return style.denied;
  return severity === 'medium' ? style.warning : style.faint;
}

/** The policies to start with: severity, name, how much of the estate fails, what to do. */
export function priorityLines(
  { priorities }: EstateReport,
  style: ConsoleStyle,
  options: RenderOptions,
): string[] {
  const shown = options.verbose ? priorities : priorities.slice(0, prioritiesShownMax);
  if (shown.length === 0) return [];
  const lines = shown.flatMap((priority) => {
    const { pairs, severity } = priority;
    const word = severityPaint(style, severity)(severity.padEnd(severityWidth));
    const counts = [
      `${grouped(pairs.nonCompliant)} non-compliant`,
      ...(pairs.error > 0 ? [counted(pairs.error, 'error')] : []),
      ...(pairs.undecided > 0 ? [`${grouped(pairs.undecided)} undecided`] : []),
    ];
    const advice = priority.remediation ?? '';
    return [
      `${' '.repeat(indent)}${word}  ${plainText(policyName(priority.policy))}  ${style.faint(counts.join(', '))}`,
      ...(advice === '' ? [] : indented(advice, indent + severityWidth + 2, options.width)),
    ];
  });
  return [
    style.strong('fix first'),
    ...lines,
    ...moreLines(priorities.length - shown.length, 'policy', 'policies', style),
  ];
}

/** Whose the failures are; what nobody owns comes first. */
export function ownerLines({ owners }: EstateReport, style: ConsoleStyle, options: RenderOptions): string[] {
  const sorted = nobodyFirst(owners);
  const shown = options.verbose ? sorted : sorted.slice(0, ownersShownMax);
  if (shown.length === 0) return [];
  const columns = [...severities, 'resources'].map((title) => ({ title, isNumber: true }));
  const rows = shown.map(({ owner, resources, failing }) => [
    ...severities.map((severity) => grouped(failing[severity])),
    grouped(resources),
    ownerName(owner),
  ]);
  return [
    style.strong('owners'),
    ...faintHead(tableLines([...columns, { title: 'owner' }], rows, indent), style),
    ...moreLines(sorted.length - shown.length, 'owner', 'owners', style),
  ];
}

/** The assignments with most failures. */
export function assignmentLines(
  { assignments }: EstateReport,
  style: ConsoleStyle,
  options: RenderOptions,
): string[] {
  const shown = options.verbose ? assignments : assignments.slice(0, assignmentsShownMax);
  if (shown.length === 0) return [];
  const columns = ['non-compliant', 'undecided', 'compliant', 'compliance', 'proven'].map((title) => ({
    title,
    isNumber: true,
  }));
  const rows = shown.map(({ displayName, id, scope, enforced, pairs, byResource, compliancePercent }) => [
    grouped(pairs.nonCompliant),
    grouped(pairs.undecided),
    grouped(pairs.compliant),
    percentText(compliancePercent),
    percentText(provenPercent(byResource)),
    `${displayName || id} at ${scopeName(scope)}${enforced ? '' : ' (not enforced)'}`,
  ]);
  return [
    style.strong('assignments'),
    ...faintHead(tableLines([...columns, { title: 'assignment' }], rows, indent), style),
    ...moreLines(assignments.length - shown.length, 'assignment', 'assignments', style),
  ];
}

function faintHead([head, ...rows]: readonly string[], style: ConsoleStyle): string[] {
  return [style.faint(head!), ...rows];
}

function moreLines(count: number, singular: string, plural: string, style: ConsoleStyle): string[] {
  if (count <= 0) return [];
  return [
    style.faint(
      `${' '.repeat(indent)}and ${counted(count, `more ${singular}`, `more ${plural}`)} (--verbose)`,
    ),
  ];
}
