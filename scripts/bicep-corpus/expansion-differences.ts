import { fold, Unknown, type Value } from '../../src/kernel/index.ts';
import type { ExpandedResource, Expansion } from '../../src/template/index.ts';
import { type Comparison, type Difference, differences, textOf } from './difference.ts';

const exactly: Comparison = { isUnordered: () => false, isSkipped: () => false };

/**
 * Where two expansions deploy something else: resources in any order, and their outputs. The compiler writes types as the provider does,
 * whatever the source says; so `typeWords`, the parts of types in lower case, are the same in any case.
 */
export function expansionDifferences(
  ours: Expansion,
  theirs: Expansion,
  typeWords: ReadonlySet<string>,
): Difference[] {
  const found: Difference[] = [];
  const [a, b] = [byIdentity(ours, typeWords), byIdentity(theirs, typeWords)];
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [mine, other] = [a.get(key) ?? [], b.get(key) ?? []];
    for (let at = 0; at < Math.max(mine.length, other.length); at++) {
      const path = `resources[${key}]`;
      if (mine[at] === undefined || other[at] === undefined)
        found.push({ path, ours: mine[at], theirs: other[at] });
      else differences(mine[at], other[at], exactly, path, found);
    }
  }
  const [mine, other] = [canonical(ours.outputs, typeWords), canonical(theirs.outputs, typeWords)];
  return differences(mine, other, exactly, 'outputs', found);
}

/** The parts of all resource types that a text names, in lower case. */
export function typeWordsOf(text: string): Set<string> {
  const types = text.match(/\b[A-Za-z]\w*(?:\.\w+)+(?:\/\w+)+/g) ?? [];
  return new Set(types.flatMap((type) => fold(type).split('/')));
}

function byIdentity({ resources }: Expansion, typeWords: ReadonlySet<string>): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const resource of resources) {
    const one = described(resource, typeWords);
    const key = fold(`${one.type} ${textOf(one.id)}`);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) group.sort((x, y) => (textOf(x) < textOf(y) ? -1 : 1));
  return groups;
}

function described(resource: ExpandedResource, typeWords: ReadonlySet<string>) {
  const { id, type, apiVersion, scope, uncertain } = resource;
  const plain = (value: Value) => canonical(value, typeWords);
  return {
    id: fold(String(id)),
    type: fold(type),
    name: plain(resource.name),
    apiVersion,
    body: { ...(plain(resource.body) as object), type: fold(type) },
    scope: {
      kind: scope.kind,
      managementGroup: plain(scope.managementGroup),
      subscriptionId: plain(scope.subscriptionId),
      resourceGroup: plain(scope.resourceGroup),
    },
    uncertain: uncertain === undefined ? undefined : plain(uncertain),
  };
}

/** An unknown is the expression that is left of it, and whether it is secret. */
function canonical(value: Value, typeWords: ReadonlySet<string>): unknown {
  if (value instanceof Unknown)
    return { unknown: withFoldedTypes(value.expression, typeWords), isSecret: value.secret };
  if (typeof value === 'string') return withFoldedTypes(value, typeWords);
  if (Array.isArray(value)) return value.map((item) => canonical(item, typeWords));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      withFoldedTypes(key, typeWords),
      canonical(member, typeWords),
    ]),
  );
}

function withFoldedTypes(text: string, typeWords: ReadonlySet<string>): string {
  if (!text.includes('/')) return text;
  return text.replace(/[\w.]+/g, (word) => (typeWords.has(fold(word)) ? fold(word) : word));
}
