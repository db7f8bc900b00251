import type { CheckResult } from '../check.ts';

/** Paths of templates, in groups that share no file that a resource or its values are written in. */
export function templateGroups({ expansions }: CheckResult): readonly ReadonlySet<string>[] {
  const files = new Map<string, Set<string>>();
  for (const { template, expansion } of expansions) {
    const path = template.document.source.path;
    const own = files.get(path) ?? new Set([path]);
    if (template.parameterFile !== undefined) own.add(template.parameterFile);
    for (const { instance } of expansion.resources) own.add(instance.node.source.path);
    files.set(path, own);
  }
  const alone = [...files.keys()].map((path): ReadonlySet<string> => new Set([path]));
  return mergedGroups(alone, (group) => [...group].flatMap((path) => [...(files.get(path) ?? [])]));
}

/** The groups, those that have a file in common made one; others are the same objects as before. */
export function mergedGroups(
  groups: readonly ReadonlySet<string>[],
  filesOf: (group: ReadonlySet<string>) => Iterable<string>,
): readonly ReadonlySet<string>[] {
  const owners = new Map<string, ReadonlySet<string>>();
  const parents = new Map<ReadonlySet<string>, ReadonlySet<string>>();
  const rootOf = (group: ReadonlySet<string>): ReadonlySet<string> => {
    const parent = parents.get(group);
    return parent === undefined ? group : rootOf(parent);
  };
  for (const group of groups) {
    for (const file of filesOf(group)) {
      const other = rootOf(owners.get(file) ?? group);
      if (other !== rootOf(group)) parents.set(rootOf(group), other);
      owners.set(file, group);
    }
  }
  const members = new Map<ReadonlySet<string>, ReadonlySet<string>[]>();
  for (const group of groups) members.set(rootOf(group), [...(members.get(rootOf(group)) ?? []), group]);
  return [...members.values()].map((list) =>
    list.length === 1 ? list[0]! : new Set(list.flatMap((group) => [...group])),
  );
}
