import { type EstateFinding, type EstateReport, severities } from '../../kernel/index.ts';
import type { MarkdownSection } from '../markdown-section.ts';
import { markdownText } from '../markdown-text.ts';
import { grouped } from '../summary-line.ts';
import { failingControls, frameworksOf, kindCounts } from './control-outcome.ts';
import { limitsOf } from './limit-lines.ts';
import { percentText } from './number-text.ts';
import { nobodyFirst, ownerName, policyName, scopeName } from './posture-text.ts';
import { provenPercent } from './state-count.ts';
import { stateWord } from './state-word.ts';

const rowsMax = 10;
const namesMax = 5;

/** What to fix first. */
export function prioritySection({ priorities }: EstateReport): MarkdownSection | undefined {
  const rows = priorities
    .slice(0, rowsMax)
    .map(({ policy, severity, pairs, remediation }) =>
      tableRow([
        severity,
        markdownText(policyName(policy)),
        grouped(pairs.nonCompliant),
        markdownText(remediation ?? ''),
      ]),
    );
  return section(
    'Fix first',
    true,
    ['severity', 'policy', '#non-compliant', 'what to do'],
    rows,
    priorities.length,
  );
}

/** Whose the failures are. */
export function ownerSection({ owners }: EstateReport): MarkdownSection | undefined {
  const rows = nobodyFirst(owners).map(({ owner, resources, failing }) =>
    tableRow([
      markdownText(ownerName(owner)),
      ...severities.map((severity) => grouped(failing[severity])),
      grouped(resources),
    ]),
  );
  const columns = ['owner', ...severities.map((severity) => `#${severity}`), '#resources'];
  return section('Owners', false, columns, rows, rows.length);
}

/** The assignments with their states. */
export function assignmentSection({ assignments }: EstateReport): MarkdownSection | undefined {
  const rows = assignments.map(({ displayName, id, scope, enforced, pairs, byResource, compliancePercent }) =>
    tableRow([
      `${markdownText(displayName || id)}${enforced ? '' : ' (not enforced)'}`,
      markdownText(scopeName(scope)),
      grouped(pairs.nonCompliant),
      grouped(pairs.undecided),
      percentText(compliancePercent),
      percentText(provenPercent(byResource)),
    ]),
  );
  const columns = ['assignment', 'scope', '#non-compliant', '#undecided', '#compliance', '#proven'];
  return section('Assignments', false, columns, rows, rows.length);
}

/** How many controls of each framework are of each kind. */
export function controlSection({ controls }: EstateReport): MarkdownSection | undefined {
  const frameworks = frameworksOf(controls);
  const rows = frameworks.map((framework) =>
    tableRow([
      markdownText(framework.name),
      ...kindCounts(framework).map(({ count }) => grouped(count)),
      grouped(failingControls(framework)),
    ]),
  );
  const columns = [
    'framework',
    '#tested',
    '#attested',
    '#inherited',
    '#not evaluable',
    '#not covered',
    '#tested and failing',
  ];
  return section('Controls', false, columns, rows, rows.length);
}

/** What the report could not see. */
export function limitSection(report: EstateReport): MarkdownSection | undefined {
  const rows = limitsOf(report).map(({ text, meaning, names }) => {
    const shown = names.slice(0, namesMax).map((name) => markdownText(name, 120));
    const more = names.length > namesMax ? ` and ${grouped(names.length - namesMax)} more` : '';
    return `- ${text} (${meaning})${shown.length === 0 ? '' : `: ${shown.join(', ')}${more}`}\n`;
  });
  return section('What this report could not see', true, [], rows, rows.length);
}

/** What is wrong with the input. */
export function diagnosticSection({ diagnostics }: EstateReport): MarkdownSection | undefined {
  const rows = diagnostics
    .filter(({ level }) => level !== 'note')
    .map(({ code, level, file, message, advice }) => {
      const where = file === undefined ? '' : `${markdownText(file)} `;
      return `- ${where}${level} ${code}: ${markdownText(message)}<br>${markdownText(advice)}\n`;
    });
  return section('Input', false, [], rows, rows.length);
}

/** The findings, until the room is used up. */
export function findingSection(findings: readonly EstateFinding[]): MarkdownSection | undefined {
  const rows = findings.map(({ severity, state, policy, resource, owner, message }) =>
    tableRow([
      `${severity}, ${stateWord(state)}`,
      markdownText(`${resource.name} (${resource.type})`, 150),
      `${markdownText(policyName(policy), 150)}<br>${markdownText(message, 200)}`,
      markdownText(ownerName(owner), 100),
    ]),
  );
  return section('Findings', false, ['what', 'resource', 'why', 'owner'], rows, rows.length);
}

/** A section with a table, or with a list when it has no columns. A title that begins with `#` is of numbers. */
function section(
  title: string,
  isOpen: boolean,
  columns: readonly string[],
  rows: readonly string[],
  count: number,
): MarkdownSection | undefined {
  if (rows.length === 0) return undefined;
  const marks = columns.map((column) => (column.startsWith('#') ? '--:' : ':--'));
  const table =
    columns.length === 0 ? '' : tableRow(columns.map((column) => column.replace(/^#/, ''))) + tableRow(marks);
  const heading = `${title} (${rows.length < count ? `${rows.length} of ${grouped(count)}` : grouped(count)})`;
  if (isOpen) return { head: `\n### ${heading}\n\n${table}`, rows, foot: '' };
  return { head: `\n<details><summary>${heading}</summary>\n\n${table}`, rows, foot: '\n</details>\n' };
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
