import type { ValueObject } from '../kernel/index.ts';
import type { ArmAnswer, ArmClient } from './arm-client.ts';
import { AzureError } from './azure-error.ts';
import type { Refused } from './collection-journal.ts';
import { ingest } from './ingest.ts';
import { supportedVersion } from './supported-version.ts';

/** What to read from Azure Resource Manager. */
export interface ReadTarget {
  /** The id of the scope or resource, and what follows it. */
  readonly scope: string;
  readonly path: string;
  readonly version: string;
  readonly answers: 'one' | 'list';
  readonly filter?: string | undefined;
  readonly isPolicy?: boolean;
}

/** What came of it: objects without their secrets, and the refusal that ended it. */
export interface ReadObjects {
  readonly objects: readonly ValueObject[];
  readonly refused: readonly Refused[];
}

const pageCountMax = 10_000;

/** Reads one resource, or a list to its last page. A refusal is noted; a version that is not known there is replaced by one that is. */
export async function readList(
  client: ArmClient,
  target: ReadTarget,
  signal?: AbortSignal,
): Promise<ReadObjects> {
  const path = pathOf(target);
  let answer = await client.get(addressOf(path, target.version, target.filter), signal);
  if (answer.refusal !== undefined) {
    const version = supportedVersion(answer.refusal, target.version);
    if (version !== undefined) answer = await client.get(addressOf(path, version, target.filter), signal);
  }
  const objects: ValueObject[] = [];
  const visited = new Set<string>();
  for (;;) {
    if (answer.refusal !== undefined)
      return { objects, refused: [{ path, status: answer.status, code: answer.refusal.code }] };
    const next = nextOf(answer, target);
    for (const object of objectsOf(answer, target)) objects.push(object);
    if (next === undefined) return { objects, refused: [] };
    if (visited.has(next) || visited.size >= pageCountMax)
      throw new AzureError('answer', `the pages of \`${path}\` do not come to an end`);
    visited.add(next);
    answer = await client.get(next, signal);
  }
}

function objectsOf({ body }: ArmAnswer, { answers, isPolicy = false }: ReadTarget): ValueObject[] {
  return ingest(answers === 'one' ? [body] : body.value, { isPolicy });
}

/** Most services name the next page in `nextLink`, some in `@odata.nextLink`. */
function nextOf({ body }: ArmAnswer, { answers }: ReadTarget): string | undefined {
  if (answers === 'one') return undefined;
  const next = body.nextLink ?? body['@odata.nextLink'];
  return typeof next === 'string' && next !== '' ? next : undefined;
}

function pathOf({ scope, path }: ReadTarget): string {
  return path === '' ? scope : `${scope}/${path}`;
}

function addressOf(path: string, version: string, filter: string | undefined): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const query = filter === undefined ? '' : `&$filter=${encodeURIComponent(filter)}`;
  return `${encoded}?api-version=${version}${query}`;
}
