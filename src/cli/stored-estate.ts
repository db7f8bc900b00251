import { shownPath } from '../files/index.ts';
import { diagnostic, suggest } from '../kernel/index.ts';
import type { StoredEstate } from '../store/index.ts';
import type { StoreOutcome } from './open-store.ts';
import type { Surroundings } from './surroundings.ts';

/** The estate that is meant: the one that is named, by the folder it was assessed as, or the only one there is; `undefined` where there are several. */
export function storedEstate(
  estates: readonly StoredEstate[],
  named: string | undefined,
  { workingFolder }: Surroundings,
): StoreOutcome<string | undefined> {
  const names = estates.map((estate) => estate.name);
  if (named === undefined) return { result: names.length === 1 ? names[0] : undefined };
  const found = [named, shownPath(named, workingFolder)].find((name) => names.includes(name));
  if (found !== undefined) return { result: found };
  const there = names.length === 0 ? 'it is empty' : `it holds ${names.slice(0, 10).join(', ')}`;
  const suggestion = suggest(named, names, `${there}; \`landguard assess --save\` adds to it`);
  return { problem: diagnostic('LG6205', { estate: named, suggestion }) };
}
