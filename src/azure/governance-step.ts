import type { ArmClient } from './arm-client.ts';
import type { CollectionStep } from './collection-step.ts';
import { concurrently } from './concurrently.ts';
import { governanceLists } from './governance-lists.ts';
import { type ReadTarget, readList } from './read-list.ts';

/** Scopes whose lists are read for one page. */
const scopesPerPage = 20;

/** The step that collects policy definitions, initiatives, assignments, exemptions, enrolments and attestations at each scope. */
export function governanceStep(
  client: ArmClient,
  scopes: { readonly managementGroups: readonly string[]; readonly subscriptions: readonly string[] },
  concurrency: number,
  signal: AbortSignal | undefined,
): CollectionStep {
  const all = [
    ...scopes.managementGroups.map((name) => ({
      at: 'managementGroup' as const,
      id: `/providers/Microsoft.Management/managementGroups/${name}`,
    })),
    ...scopes.subscriptions.map((id) => ({ at: 'subscription' as const, id: `/subscriptions/${id}` })),
  ];
  return {
    name: 'policy',
    page: async (token) => {
      const from = Number(token ?? 0);
      const part = all.slice(from, from + scopesPerPage);
      const read = await concurrently(part.flatMap(targetsOf), concurrency, (target) =>
        readList(client, target, signal),
      );
      const done = from + part.length;
      return {
        objects: read.flatMap(({ objects }) => objects),
        next: done < all.length ? String(done) : undefined,
        group: 'all',
        refused: read.flatMap(({ refused }) => refused),
        expected: undefined,
        progress: { done, total: all.length },
      };
    },
  };
}

function targetsOf({ at, id }: { at: 'managementGroup' | 'subscription'; id: string }): ReadTarget[] {
  return governanceLists
    .filter((list) => list.at === at)
    .map(({ path, version, filter }) => {
      return { scope: id, path, version, filter, answers: 'list', isPolicy: true };
    });
}
