import type { Refused } from './collection-journal.ts';

/** Refusals that have the same reason. */
export interface RefusalKind {
  readonly status: number;
  readonly code: string;
  readonly count: number;
  /** The first path that was refused. */
  readonly path: string;
}

/** Sums refusals up by their reason: there may be one for every resource. */
export function refusalKinds(refused: Iterable<Refused & { readonly count?: number }>): RefusalKind[] {
  const kinds = new Map<string, RefusalKind>();
  for (const { path, status, code, count = 1 } of refused) {
    const key = `${status} ${code}`;
    const known = kinds.get(key);
    kinds.set(
      key,
      known === undefined ? { status, code, count, path } : { ...known, count: known.count + count },
    );
  }
  return [...kinds.values()];
}
