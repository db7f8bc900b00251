import type { Estate, GovernanceItem } from '../../estate/index.ts';
import { Source } from '../../kernel/index.ts';
import { type PolicyEntry, type PolicySource, policySource } from '../../library/index.ts';

/** The definitions and initiatives that an estate holds itself, as a source of policies like any other. */
export function estateSource({ name, governance }: Estate): PolicySource {
  return policySource(name, governance.flatMap(entryOf));
}

function entryOf({ kind, id, body, file }: GovernanceItem): PolicyEntry[] {
  if (kind !== 'definition' && kind !== 'initiative') return [];
  return [
    {
      kind,
      id,
      name: id.slice(id.lastIndexOf('/') + 1),
      displayName: undefined,
      category: undefined,
      mode: undefined,
      policyType: undefined,
      version: undefined,
      versions: [],
      deprecated: false,
      file,
      // The text of the file is not kept; the id says which object is meant.
      document: () => ({ source: new Source(file, ''), root: undefined, diagnostics: [] }),
      value: () => ({ id, ...body }),
    },
  ];
}
