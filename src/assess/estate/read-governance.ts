import type { Estate, GovernanceKind } from '../../estate/index.ts';
import { type Diagnostic, diagnostic, type ValueObject } from '../../kernel/index.ts';

/** Reads the governance objects of one kind; those that cannot be read are told, and do not count. */
export function readGovernance<Item>(
  { governance }: Pick<Estate, 'governance'>,
  kind: GovernanceKind,
  parse: (id: string, body: ValueObject) => Item | string,
): { items: Item[]; diagnostics: Diagnostic[] } {
  const items: Item[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const item of governance) {
    if (item.kind !== kind) continue;
    const parsed = parse(item.id, item.body);
    if (typeof parsed !== 'string') items.push(parsed);
    else
      diagnostics.push(diagnostic('LG3001', { problem: `the ${kind} \`${item.id}\`: ${parsed}` }, item.file));
  }
  return { items, diagnostics };
}
