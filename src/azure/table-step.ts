import type { ArmClient } from './arm-client.ts';
import { AzureError } from './azure-error.ts';
import type { CollectionStep, StepPage } from './collection-step.ts';
import { type GraphRequest, type GraphTable, queryOf, rowCountMax } from './graph-request.ts';
import { ingest, withoutEmptyColumns } from './ingest.ts';

/** Where one query looks. */
export type QueryScope = Pick<GraphRequest, 'subscriptions' | 'managementGroups'>;

/** How a table is collected. */
export interface TableStepOptions {
  readonly client: ArmClient;
  readonly table: GraphTable;
  /** Queried one after the other; at least one. */
  readonly scopes: readonly QueryScope[];
  /** Several queries may bring the same row. */
  readonly overlaps: boolean;
  /** What is above the scopes is wanted too, such as the role assignments of management groups. */
  readonly isInherited?: boolean;
  /** Without it there is no estate. */
  readonly isEssential: boolean;
  readonly signal: AbortSignal | undefined;
}

/** Which query is under way, where it goes on, and how many rows came of it and of those before. */
interface Position {
  readonly scope: number;
  readonly skipToken?: string | undefined;
  readonly count: number;
  readonly before: number;
}

/** Resource Graph would leave out all but the first (articles/governance/resource-graph/concepts/guidance-for-throttled-requests.md). */
const tooManySubscriptions = new AzureError(
  'limit',
  'more than 10,000 subscriptions are visible, which is more than one query sees; name management groups',
);

const start: Position = { scope: 0, count: 0, before: 0 };

/** The step that collects a table of Resource Graph. */
export function tableStep(options: TableStepOptions): CollectionStep {
  return {
    name: options.table.step,
    page: (token) => tablePage(options, token === undefined ? start : (JSON.parse(token) as Position)),
  };
}

async function tablePage(options: TableStepOptions, position: Position): Promise<StepPage> {
  const { client, table, scopes, isEssential, overlaps, signal } = options;
  const answer = await client.query(requestOf(options, position), signal);
  const group = overlaps ? 'all' : String(position.scope);
  if (answer.refusal !== undefined) {
    const { status, refusal } = answer;
    if (isEssential || position.skipToken !== undefined)
      throw new AzureError(
        'refused',
        `Resource Graph refuses ${table.table}: ${status} ${refusal.code}`,
        status,
      );
    const next = nextScope(position, scopes, position.before);
    const refused = [{ path: `Resource Graph ${table.table}`, status, code: refusal.code }];
    const progress = progressOf(position, position.before, 0, scopes.length);
    return { objects: [], next, group, refused, expected: undefined, progress };
  }
  const { body, headers } = answer;
  if (headers.get('x-ms-tenant-subscription-limit-hit')?.toLowerCase() === 'true') throw tooManySubscriptions;
  const objects = ingest(body.data).map(withoutEmptyColumns);
  const count = position.count + objects.length;
  const total = typeof body.totalRecords === 'number' ? body.totalRecords : count;
  const { $skipToken: skipToken } = body;
  const goesOn = typeof skipToken === 'string' && skipToken !== '';
  return {
    objects,
    next: goesOn
      ? JSON.stringify({ ...position, skipToken, count })
      : nextScope(position, scopes, position.before + count),
    group,
    refused: [],
    expected: goesOn || overlaps ? undefined : total,
    progress: progressOf(position, position.before + count, total, scopes.length),
  };
}

function requestOf(
  { table, scopes, isInherited = false }: TableStepOptions,
  position: Position,
): GraphRequest {
  const { skipToken } = position;
  return {
    query: queryOf(table),
    ...scopes[position.scope],
    options: {
      resultFormat: 'objectArray',
      $top: rowCountMax,
      ...(skipToken === undefined ? {} : { $skipToken: skipToken }),
      ...(isInherited ? { authorizationScopeFilter: 'AtScopeAboveAndBelow' as const } : {}),
    },
  };
}

function nextScope({ scope }: Position, scopes: readonly QueryScope[], before: number): string | undefined {
  if (scope + 1 >= scopes.length) return undefined;
  return JSON.stringify({ scope: scope + 1, count: 0, before } satisfies Position);
}

/** Each query tells how many rows it has; those still to come are taken to have as many. */
function progressOf(
  { scope, before }: Position,
  done: number,
  total: number,
  scopeCount: number,
): StepPage['progress'] {
  return { done, total: Math.max(done, Math.round(((before + total) * scopeCount) / (scope + 1))) };
}
