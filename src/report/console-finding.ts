import { type Finding, formatPlace } from '../kernel/index.ts';
import type { FindingGroup } from './console-group.ts';
import { indented } from './console-lines.ts';
import { type ConsoleStyle, outcomePaint } from './console-style.ts';
import { originText, owningOrigin, policyText, resourceText, sentenceOf } from './finding-text.ts';
import type { RenderOptions } from './format.ts';
import { outcomeWord } from './outcome.ts';
import { plainLine, plainText } from './plain-text.ts';
import { grouped } from './summary-line.ts';

const indent = 4;
const copiesShownMax = 5;
const controlsShownMax = 3;

/** One entry: where and what, then the resource and the reason, then where it comes from. */
export function findingLines(group: FindingGroup, style: ConsoleStyle, options: RenderOptions): string[] {
  const finding = group.first;
  const { width, verbose } = options;
  const place = plainLine(plainText(formatPlace(finding.place)));
  const word = outcomePaint(style, finding)(plainText(outcomeWord(finding)));
  const lines = [`${style.strong(place)}  ${word}  ${policyText(finding)}`];
  lines.push(
    ...indented(`${resourceText(finding)}${copiesText(group)}  ${sentenceOf(finding)}`, indent, width),
  );
  const context = verbose ? verboseContext(finding) : [contextText(finding)];
  for (const text of context) {
    if (text !== '') lines.push(...indented(text, indent, width).map(style.faint));
  }
  return lines;
}

function copiesText({ others }: FindingGroup): string {
  if (others.length === 0) return '';
  const names = others.slice(0, copiesShownMax).map((finding) => finding.resource.name);
  const rest = others.length > copiesShownMax ? ', …' : '';
  return ` and ${grouped(others.length)} more: ${names.join(', ')}${rest}`;
}

function contextText(finding: Finding): string {
  const origin = owningOrigin(finding);
  const parts = [
    origin && originText(origin),
    finding.assignment?.scope && `assigned at ${finding.assignment.scope}`,
    controlsText(finding.controls, controlsShownMax),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function controlsText(controls: readonly string[], shownMax: number): string {
  const more = controls.length - shownMax;
  return `${controls.slice(0, shownMax).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function verboseContext(finding: Finding): string[] {
  const { assignment, policy } = finding;
  const unknown = finding.verdict === 'unknown' ? [] : finding.unknownBecause;
  return [
    plainText(finding.message) === sentenceOf(finding) ? '' : finding.message,
    ...finding.reasons.map((reason) => {
      const at = reason.place === undefined ? '' : ` (${formatPlace(reason.place)})`;
      return `- ${reason.text}: ${reason.expression} ${reason.operator} ${reason.expected}${at}`;
    }),
    ...unknown.map((text) => `not known: ${text}`),
    ...finding.origins.map(originText).filter((text) => text !== undefined),
    assignment === undefined
      ? ''
      : `assigned at ${assignment.scope}: ${assignment.displayName || assignment.id}${assignment.initiative === undefined ? '' : ` through ${assignment.initiative}`}`,
    finding.controls.length === 0 ? '' : `controls: ${finding.controls.join(', ')}`,
    finding.remediation === undefined ? '' : `fix: ${finding.remediation}`,
    policy.description === '' ? '' : `about: ${policy.description}`,
    `policy: ${policy.id}${policy.version === '' ? '' : ` ${policy.version}`} · effect ${finding.effect} · severity ${finding.severity}`,
    `fingerprint: ${finding.fingerprint}`,
  ];
}
