import { closest, type Diagnostic, fold } from '../kernel/index.ts';
import type { PolicyEntry } from './policy-entry.ts';
import { openPolicyFolder } from './policy-folder.ts';
import type { PolicySource } from './policy-source.ts';
import { listLibraries, openLibrary } from './stored-libraries.ts';

export interface ShownPolicies {
  /** The definitions, initiatives and assignments of that id, name or display name; `source` is the library or folder. */
  readonly matches: readonly { readonly source: string; readonly entry: PolicyEntry }[];
  /** Without a match, the name that is closest. */
  readonly closest: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks for a policy in a folder of the user, when there is one, and in all libraries. */
export function showPolicy(
  idOrName: string,
  places: { folder: string; baseline?: string | undefined },
): ShownPolicies {
  const { libraries, diagnostics } = listLibraries(places.folder);
  const sources: PolicySource[] = [];
  if (places.baseline !== undefined) {
    const baseline = openPolicyFolder(places.baseline);
    sources.push(baseline.source);
    diagnostics.push(...baseline.diagnostics);
  }
  for (const { name } of libraries) {
    const opened = openLibrary(name, places.folder);
    if ('problem' in opened) diagnostics.push(opened.problem);
    else sources.push(opened.library);
  }
  const matches = sources.flatMap((source) =>
    matchesIn(source, idOrName).map((entry) => ({ source: source.name, entry })),
  );
  const names =
    matches.length > 0 ? [] : sources.flatMap((source) => shownEntries(source).map((entry) => entry.name));
  return { matches, closest: closest(idOrName, names), diagnostics };
}

function matchesIn(source: PolicySource, idOrName: string): PolicyEntry[] {
  const wanted = fold(idOrName);
  const direct = [source.definition(idOrName), source.initiative(idOrName)].filter(
    (entry) => entry !== undefined,
  );
  const named = shownEntries(source).filter(
    (entry) => fold(entry.name) === wanted || fold(entry.displayName ?? '') === wanted,
  );
  return [...new Set([...direct, ...named])];
}

function shownEntries(source: PolicySource): PolicyEntry[] {
  return (['definition', 'initiative', 'assignment'] as const).flatMap((kind) => source.ofKind(kind));
}
