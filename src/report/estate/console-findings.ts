import type { EstateFinding, EstateReport } from '../../kernel/index.ts';
import { indented } from '../console-lines.ts';
import type { ConsoleStyle } from '../console-style.ts';
import type { RenderOptions } from '../format.ts';
import { plainText } from '../plain-text.ts';
import { severityPaint } from './console-posture.ts';
import { historyText } from './lifecycle-text.ts';
import { ownerName, policyName } from './posture-text.ts';
import { stateWord } from './state-word.ts';

const indent = 4;

/** Each finding with its evidence, when asked for more. */
export function findingLines(
  { findings }: EstateReport,
  style: ConsoleStyle,
  options: RenderOptions,
): string[] {
  if (!options.verbose || findings.length === 0) return [];
  return [style.strong('findings'), ...findings.flatMap((finding) => entryLines(finding, style, options))];
}

function entryLines(finding: EstateFinding, style: ConsoleStyle, { width }: RenderOptions): string[] {
  const { severity, resource, policy } = finding;
  const word = stateWord(finding.state);
  const isFailing = finding.state === 'nonCompliant';
  const paint = isFailing ? severityPaint(style, severity) : style.undecided;
  const source = finding.ownerSource === '' ? '' : ` by ${finding.ownerSource}`;
  const details = [
    resource.id,
    [
      `owner ${ownerName(finding.owner)}${source}`,
      `assignment ${finding.assignment}`,
      ...finding.controls,
    ].join(' · '),
    historyText(finding),
    finding.exemption === undefined ? '' : `exemption: ${finding.exemption}`,
    finding.remediation === undefined ? '' : `fix: ${finding.remediation}`,
    `policy: ${policy.id}${policy.version === '' ? '' : ` ${policy.version}`} · effect ${finding.effect}`,
    `fingerprint: ${finding.fingerprint}`,
  ];
  return [
    `${paint(`${severity} ${word}`)}  ${plainText(policyName(policy))}`,
    ...indented(`${resource.name} (${resource.type})  ${finding.message}`, indent, width),
    ...details
      .filter((text) => text !== '')
      .flatMap((text) => indented(text, indent, width).map(style.faint)),
  ];
}
