import type { Finding } from '../kernel/index.ts';

/** Findings shown as one entry: one policy at one place, for one or more copies of a loop. */
export interface FindingGroup {
  readonly first: Finding;
  readonly others: readonly Finding[];
}

/** Collapses what the copies of a loop repeat. The order is that of each group's first finding. */
export function groupCopies(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, { first: Finding; others: Finding[] }>();
  for (const finding of findings) {
    const key = copyKey(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: finding, others: [] });
    else group.others.push(finding);
  }
  return [...groups.values()];
}

function copyKey(finding: Finding): string {
  const { place, policy, assignment, resource } = finding;
  return JSON.stringify([
    place.file,
    place.line,
    place.column,
    finding.verdict,
    finding.effect,
    policy.id,
    assignment?.id,
    assignment?.referenceId,
    resource.type,
  ]);
}

/** Sorts by file, line and column; equal places keep the report's order. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return a.place.line - b.place.line || a.place.column - b.place.column;
}
