import type { Estate } from '../../estate/index.ts';
import { fold } from '../../kernel/index.ts';
import { UsageError } from '../usage-error.ts';

const shownMax = 10;

/**
 * The id that somebody means by an id, `tenant`, the name of a management group, subscription or resource group, or the unique name of a resource. Throws
 * UsageError for a name that nothing has, or more than one thing.
 */
export async function resourceArgument(estate: Estate, text: string): Promise<string> {
  const wanted = text.trim();
  if (wanted.startsWith('/')) return wanted;
  if (fold(wanted) === 'tenant') return '/';
  const found = [...scopesCalled(estate, fold(wanted)), ...(await resourcesCalled(estate, fold(wanted)))];
  const ids = [...new Map(found.map((id) => [fold(id), id])).values()];
  const [id, ...others] = ids;
  if (id === undefined)
    throw new UsageError(
      `nothing in the estate is called \`${text}\`; take the id of a resource or scope, or tenant`,
    );
  if (others.length === 0) return id;
  const more = ids.length > shownMax ? ` and ${ids.length - shownMax} more` : '';
  throw new UsageError(
    `${ids.length} things are called \`${text}\`; name one by its id: ${ids.slice(0, shownMax).join(', ')}${more}`,
  );
}

function scopesCalled({ scopes }: Estate, wanted: string): string[] {
  return [...scopes.all]
    .filter(({ name, displayName }) => fold(name) === wanted || fold(displayName) === wanted)
    .map(({ id }) => id);
}

async function resourcesCalled(estate: Estate, wanted: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of estate.resources())
    for (const { id, name } of batch)
      if (fold(name) === wanted || fold(name.slice(name.lastIndexOf('/') + 1)) === wanted) ids.push(id);
  return ids;
}
