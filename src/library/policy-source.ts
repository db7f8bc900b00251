import { fold } from '../kernel/index.ts';
import type { PolicyEntry } from './policy-entry.ts';
import type { PolicyKind } from './policy-kind.ts';

/** Definitions, initiatives and assignments, wherever they come from: a library, or a folder of the user. */
export interface PolicySource {
  /** The name of the library, or the path of the folder. */
  readonly name: string;
  readonly entries: readonly PolicyEntry[];
  /**
   * The definition of that resource id or name, without regard to case. An id at a management group or subscription also finds a
   * definition of that name that states no id: a library holds definitions that are not deployed anywhere yet.
   */
  definition(idOrName: string): PolicyEntry | undefined;
  initiative(idOrName: string): PolicyEntry | undefined;
  assignments(): readonly PolicyEntry[];
  exemptions(): readonly PolicyEntry[];
  archetypes(): readonly PolicyEntry[];
  /** The architecture of that name; without a name the one named like the library, or the only one. */
  architecture(name?: string): PolicyEntry | undefined;
  ofKind(kind: PolicyKind): readonly PolicyEntry[];
}

/** A source over entries. Of two definitions with the same id, the first counts. */
export function policySource(name: string, entries: readonly PolicyEntry[]): PolicySource {
  const kinds = new Map<PolicyKind, PolicyEntry[]>();
  for (const entry of entries) {
    const list = kinds.get(entry.kind);
    if (list === undefined) kinds.set(entry.kind, [entry]);
    else list.push(entry);
  }
  const ofKind = (kind: PolicyKind) => kinds.get(kind) ?? [];
  const definitions = lookup(ofKind('definition'));
  const initiatives = lookup(ofKind('initiative'));
  return {
    name,
    entries,
    definition: definitions,
    initiative: initiatives,
    assignments: () => ofKind('assignment'),
    exemptions: () => ofKind('exemption'),
    archetypes: () => ofKind('archetype'),
    architecture: (wanted) => chooseArchitecture(ofKind('architecture'), wanted, name),
    ofKind,
  };
}

/** The key under which two definitions of a source would be the same one. */
export function policyKey(facts: Pick<PolicyEntry, 'kind' | 'id' | 'name'>): string {
  return `${facts.kind} ${fold(facts.id ?? facts.name)}`;
}

function lookup(entries: readonly PolicyEntry[]): (idOrName: string) => PolicyEntry | undefined {
  let index: Map<string, PolicyEntry> | undefined;
  return (idOrName) => {
    index ??= buildIndex(entries);
    const key = idOrName.toLowerCase();
    const found = index.get(key);
    if (found !== undefined || !key.includes('/')) return found;
    const named = isBuiltInId(key) ? undefined : index.get(key.slice(key.lastIndexOf('/') + 1));
    return named?.id === undefined ? named : undefined;
  };
}

function buildIndex(entries: readonly PolicyEntry[]): Map<string, PolicyEntry> {
  const index = new Map<string, PolicyEntry>();
  for (const entry of entries) {
    const name = entry.name.toLowerCase();
    const known = index.get(name);
    // A definition without an id is found by its name alone, so it comes before one that is also found by its id.
    if (known === undefined || (known.id !== undefined && entry.id === undefined)) index.set(name, entry);
    const id = entry.id?.toLowerCase();
    if (id !== undefined && !index.has(id)) index.set(id, entry);
  }
  return index;
}

function isBuiltInId(foldedId: string): boolean {
  return foldedId.startsWith('/providers/microsoft.authorization/');
}

function chooseArchitecture(
  entries: readonly PolicyEntry[],
  wanted: string | undefined,
  library: string,
): PolicyEntry | undefined {
  const named = entries.find((entry) => fold(entry.name) === fold(wanted ?? library));
  if (named !== undefined || wanted !== undefined) return named;
  return entries.length === 1 ? entries[0] : undefined;
}
