import { type CheckedTemplate, type CodeFix, codeFix, explain } from '../assess/index.ts';
import { defaultLimits, type Finding, formatPath, type Place } from '../kernel/index.ts';
import type { LinkedTemplateReader } from '../template/index.ts';
import { linkedTemplateReader, type Overlay } from '../workspace/index.ts';
import type { FolderSession } from './folder-session.ts';
import { codeBlock, codeSpan, escaped, placeLink } from './markdown.ts';
import { originText } from './origin-text.ts';
import type { TemplateCheck } from './template-check.ts';

/** A finding with the check and the folder that it is from. */
export interface FoundFinding {
  readonly finding: Finding;
  readonly check: TemplateCheck;
  readonly session: FolderSession;
  readonly folder: string;
  readonly uriOf: (shown: string) => string;
}

const traceLineCountMax = 60;

/** Explains a finding: the policy, the verdict, where the value came from, every condition, and what to change. */
export function findingMarkdown(found: FoundFinding): string {
  const { finding, check } = found;
  const { policy, verdict, effect, severity, controls, unknownBecause } = finding;
  const item = check.result.evaluations.get(finding.fingerprint);
  const trace = item === undefined ? [] : explain(finding, item).trimEnd().split('\n').slice(1);
  const head = verdict === 'unknown' ? 'undecided' : verdict;
  return [
    `**${escaped(policy.displayName)}**`,
    [
      `${head} · effect ${escaped(effect)} · severity ${severity}`,
      ...controls.map((one) => escaped(one)),
    ].join(' · '),
    ...(policy.description === '' ? [] : [escaped(policy.description, 1_000)]),
    `${escaped(finding.resource.name)} (${escaped(finding.resource.type)}): ${escaped(finding.message)}`,
    ...(unknownBecause.length === 0
      ? []
      : [
          list(
            'Waits for',
            unknownBecause.map((one) => escaped(one)),
          ),
        ]),
    ...(finding.origins.length === 0
      ? []
      : [
          list(
            'The value comes from',
            finding.origins.map((one) => `${escaped(originText(one))} ${link(one.place, found)}`),
          ),
        ]),
    ...remediationParts(found),
    ...(trace.length === 0
      ? []
      : [`How it came to be (finding ${finding.fingerprint}):\n\n${codeBlock(shortened(trace))}`]),
  ].join('\n\n');
}

function remediationParts(found: FoundFinding): string[] {
  const fix = fixOf(found);
  const stated = found.finding.remediation;
  const parts = stated === undefined ? [] : [escaped(stated, 1_000)];
  if (fix === undefined) return parts;
  const { remediation, code } = fix;
  if (remediation.kind === 'unknown')
    return [...parts, `No change is proved: ${escaped(remediation.reason)}`];
  const diffs = code?.diffs ?? [];
  if (diffs.length > 0) {
    const proof =
      code?.holds === true ? 'the edited code is compliant' : 'the edited code is not compliant yet';
    return [
      ...parts,
      `What to change (${proof}):\n\n${codeBlock(
        diffs.flatMap((diff) => diff.split('\n')),
        'diff',
      )}`,
    ];
  }
  if (remediation.kind === 'change') {
    const paths = remediation.changes.map(({ path }) => codeSpan(formatPath(path)));
    return [...parts, list('What to change', paths)];
  }
  return parts;
}

/** How a finding is put right in the code; `undefined` for one whose evaluation is not known. */
export function fixOf({ finding, check, session, folder }: Omit<FoundFinding, 'uriOf'>): CodeFix | undefined {
  const item = check.result.evaluations.get(finding.fingerprint);
  const template = check.result.expansions.find(
    ({ expansion }) => item !== undefined && expansion.resources.includes(item.resource.expanded),
  )?.template;
  if (item === undefined || template === undefined) return undefined;
  const { aliases } = session.basis;
  const reread = (texts: Overlay) => readAgain(template, texts, { finding, check, session, folder });
  return codeFix({ item, template, reread }, { resolver: { aliases } });
}

/** Reads the template again with edited texts, as the check read it. */
function readAgain(
  { document, parameterFile }: CheckedTemplate,
  texts: Overlay,
  { check, session, folder }: Omit<FoundFinding, 'uriOf'>,
): { template: CheckedTemplate; readLinked: LinkedTemplateReader } | undefined {
  const overlay = new Map([...check.overlay, ...texts]);
  const { templates, paths } = session.find([check.root], overlay);
  const template = templates.find(
    (one) => one.document.source.path === document.source.path && one.parameterFile === parameterFile,
  );
  const { limits = defaultLimits } = session.basis;
  return template && { template, readLinked: linkedTemplateReader(folder, paths, limits, overlay) };
}

function list(title: string, items: readonly string[]): string {
  return [`${title}:`, '', ...items.map((item) => `- ${item}`)].join('\n');
}

function link(place: Place, { uriOf }: FoundFinding): string {
  return placeLink(`${place.file}:${place.line}`, uriOf(place.file), place.line);
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= traceLineCountMax) return lines;
  return [...lines.slice(0, traceLineCountMax), `... and ${lines.length - traceLineCountMax} more lines`];
}
