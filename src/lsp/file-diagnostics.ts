import { DiagnosticTag, type Diagnostic as EditorDiagnostic } from 'vscode-languageserver';
import type { Diagnostic, DiagnosticCode, Finding, Place, Source } from '../kernel/index.ts';
import { plainText } from '../report/index.ts';
import { originText } from './origin-text.ts';
import { severityOfFinding, severityOfLevel } from './severity-of.ts';
import type { TemplateCheck } from './template-check.ts';
import { fileStart, rangeOfPlace, rangeOfSpan } from './text-range.ts';

/** Names a file of a folder for the editor. */
export type UriOf = (shown: string) => string;

/** What a diagnostic of a finding carries, so that an action knows what it is about. */
export interface FindingData {
  readonly fingerprints: readonly string[];
}

const tags: Readonly<Partial<Record<DiagnosticCode, DiagnosticTag[]>>> = {
  LG2013: [DiagnosticTag.Unnecessary],
  LG2019: [DiagnosticTag.Unnecessary],
};

/** A diagnostic as editors show it: what is wrong, and what to do. */
export function editorDiagnostic(entry: Diagnostic): EditorDiagnostic {
  const { code, level, message, advice, span } = entry;
  const ownTags = tags[code];
  return {
    range: span === undefined ? fileStart : rangeOfSpan(span),
    severity: severityOfLevel(level),
    code,
    source: 'landguard',
    message: `${plainText(message)}\n${plainText(advice)}`,
    ...(ownTags === undefined ? {} : { tags: ownTags }),
  };
}

/** The findings of a check as diagnostics, by file: at the place of use, and in the open files that own the value. Resources of one declaration are told together. */
export function findingDiagnostics(
  { result: { report }, sources }: TemplateCheck,
  uriOf: UriOf,
  isOpen: (file: string) => boolean,
): [file: string, EditorDiagnostic][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const key = groupKey(finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((findings) => {
    const [finding] = findings as [Finding, ...Finding[]];
    const told: EditorDiagnostic = {
      range: rangeOfPlace(finding.place, sources.get(finding.place.file)),
      severity: severityOfFinding(finding),
      code: finding.policy.name,
      source: 'landguard',
      message: messageOf(findings),
      data: { fingerprints: findings.map((one) => one.fingerprint) } satisfies FindingData,
    };
    const related = finding.origins.map((origin) =>
      relatedInformation(origin.place, originText(origin), sources, uriOf),
    );
    const here: EditorDiagnostic = related.length === 0 ? told : { ...told, relatedInformation: related };
    const owner = finding.origins.at(-1)?.place;
    if (owner === undefined || owner.file === finding.place.file || !isOpen(owner.file))
      return [[finding.place.file, here]];
    const use = relatedInformation(finding.place, 'the value is used here', sources, uriOf);
    const range = rangeOfPlace(owner, sources.get(owner.file));
    return [
      [finding.place.file, here],
      [owner.file, { ...told, range, relatedInformation: [use] }],
    ];
  });
}

/** Findings of one policy at one place, with one owner of the value. */
function groupKey({ policy, assignment, place, verdict, origins }: Finding): string {
  const at = ({ file, line, column, endLine, endColumn }: Place) =>
    `${file}:${line}:${column}:${endLine}:${endColumn}`;
  return [
    policy.id,
    assignment?.id,
    assignment?.referenceId,
    verdict,
    at(place),
    ...origins.map((one) => at(one.place)),
  ].join('\n');
}

function messageOf(findings: readonly Finding[]): string {
  const [{ policy, message, verdict, effect, unknownBecause }] = findings as [Finding, ...Finding[]];
  const names = [...new Set(findings.map((one) => one.resource.name))];
  const others = names.length > 1 ? ` and ${names.length - 1} more` : '';
  const because = verdict === 'unknown' ? ` (${unknownBecause.join('; ')})` : '';
  const head = verdict === 'unknown' ? 'undecided' : verdict === 'non-compliant' ? effect : verdict;
  return plainText(`${head}: ${policy.displayName}`).concat(
    '\n',
    plainText(`${names[0]}${others}: ${message}${because}`),
  );
}

function relatedInformation(
  place: Place,
  message: string,
  sources: ReadonlyMap<string, Source>,
  uriOf: UriOf,
): { location: { uri: string; range: EditorDiagnostic['range'] }; message: string } {
  const range = rangeOfPlace(place, sources.get(place.file));
  return { location: { uri: uriOf(place.file), range }, message: plainText(message) };
}
