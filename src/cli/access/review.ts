import { Option } from 'commander';
import { type AccessReview, type ReviewRow, readActivityRecord, reviewAccess } from '../../access/index.ts';
import { fold, parseResourceId } from '../../kernel/index.ts';
import { noOwnership, ownerOf, subscriptionOwners } from '../../posture/index.ts';
import { csvCell, jsonText, markdownText } from '../../report/index.ts';
import type { AccessCommand } from './access-command.ts';
import type { AccessOptions, OpenedAccess } from './open-access.ts';
import { readJsonFile } from './read-json-file.ts';
import { section } from './tell-lines.ts';
import { countOption } from './who-can.ts';

interface Options extends AccessOptions {
  readonly format: 'console' | 'csv' | 'json' | 'markdown';
  readonly owner?: string;
  readonly staleDays: string;
  readonly activity?: string[];
}

/** `landguard access review`. */
export const reviewCommand: AccessCommand<Options> = {
  name: 'review',
  arguments: [],
  description: 'make the sheets of an access review: one for each owner',
  addOptions: (command) =>
    command
      .addOption(
        new Option('-f, --format <name>', 'what is printed')
          .choices(['console', 'csv', 'json', 'markdown'])
          .default('console'),
      )
      .option('--owner <name>', 'the sheet of this owner only')
      .option('--stale-days <number>', 'a principal is stale after so many days without a sign-in', '90')
      .option(
        '--activity <file>',
        'an activity log, as az monitor activity-log list prints it; may be repeated',
        (value: string, previous: string[] = []) => [...previous, value],
      ),
  examples: ['review', 'review --format csv --owner shop@contoso.example > shop.csv'],
  answer: (_, options, opened) => {
    const review = reviewOf(options, opened);
    if (options.format === 'csv') return { json: review, lines: [], sheet: csvOf(review) };
    if (options.format === 'markdown') return { json: review, lines: [], sheet: markdownOf(review) };
    if (options.format === 'json') return { json: review, lines: [], sheet: jsonText(review) };
    return { json: review, lines: tell(review) };
  },
};

function reviewOf({ owner, staleDays, activity }: Options, opened: OpenedAccess): AccessReview {
  const { model, view, surroundings } = opened;
  const records = activity
    ?.flatMap((file) => readJsonFile(file, surroundings))
    .flatMap((event) => readActivityRecord(event) ?? []);
  const review = reviewAccess(model, {
    ...view,
    now: view.at ?? surroundings.now().toISOString(),
    staleDaysMin: countOption('--stale-days', staleDays),
    ownerOf: scopeOwners(opened),
    activity: records,
  });
  if (owner === undefined) return review;
  return { ...review, sheets: review.sheets.filter((sheet) => fold(sheet.owner) === fold(owner)) };
}

/** Owners of scopes as `landguard assess` knows them: by tags, and by the Owner role of subscriptions. */
function scopeOwners({ estate }: OpenedAccess): (scope: string) => string {
  const ownership = { ...noOwnership, subscriptionOwners: subscriptionOwners(estate.objects) };
  return (scope) => {
    const type = parseResourceId(scope)?.type ?? '';
    return ownerOf({ id: scope, type, body: {} }, estate.scopes.chainOf(scope), ownership).owner;
  };
}

const columns: readonly (readonly [title: string, value: (row: ReviewRow, owner: string) => string])[] = [
  ['owner', (_, owner) => owner],
  ['principal', ({ principal }) => principal.name],
  ['kind', ({ principal }) => principal.kind],
  ['role', ({ roleName }) => roleName],
  ['tier', ({ tier }) => tier],
  ['scope', ({ scope }) => scope],
  ['how', ({ kind, end }) => (end === undefined ? kind : `${kind} until ${end}`)],
  ['flags', ({ flags }) => flags.map(({ flag }) => flag).join(' ')],
  ['because', ({ flags }) => flags.map(({ because }) => because).join('; ')],
  ['principal id', ({ principal }) => principal.id],
  ['assignment', ({ assignmentId }) => assignmentId],
];

/** With columns to fill in. */
function csvOf({ sheets }: AccessReview): string {
  const head = [...columns.map(([title]) => title), 'decision', 'reason'];
  const rows = sheets.flatMap(({ owner, rows: own }) =>
    own.map((row) => [...columns.map(([, value]) => value(row, owner)), '', '']),
  );
  return [head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function markdownOf({ sheets, undecided }: AccessReview): string {
  const titles = columns.slice(1).map(([title]) => title);
  const parts = sheets.map(({ owner, rows }) => {
    const lines = rows.map(
      (row) =>
        `| ${columns
          .slice(1)
          .map(([, value]) => markdownText(value(row, owner)))
          .join(' | ')} | |\n`,
    );
    return `## ${owner === '' ? 'Nobody' : markdownText(owner)}\n\n| ${titles.join(' | ')} | decision |\n|${' :-- |'.repeat(titles.length + 1)}\n${lines.join('')}`;
  });
  const open = undecided.map(({ flag, because }) => `- ${flag}: ${markdownText(because)}\n`);
  const rest = open.length === 0 ? '' : `\n## Not decided\n\n${open.join('')}`;
  return `# Access review\n\n${parts.join('\n')}${rest}`;
}

function tell({ sheets, counts, undecided }: AccessReview): string[] {
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  return [
    `${total} role assignments, ${sheets.length} owners`,
    ...section(
      'flags',
      Object.entries(counts).map(([flag, count]) => `${flag} ${count}`),
    ),
    ...sheets.flatMap(({ owner, rows }) =>
      section(
        `${owner === '' ? 'nobody' : owner} (${rows.length})`,
        rows.flatMap(({ principal, roleName, scope, flags }) => [
          `${principal.name}: ${roleName} at ${scope}`,
          ...flags.map(({ flag, because }) => `    ${flag}: ${because}`),
        ]),
      ),
    ),
    ...section(
      'not decided',
      undecided.map(({ flag, because }) => `${flag}: ${because}`),
    ),
  ];
}
