import type { Estate } from '../../estate/index.ts';
import { type Diagnostic, diagnostic, fold, isObject, type Value } from '../../kernel/index.ts';
import type { PolicySource } from '../../library/index.ts';
import { type PolicyAssignment, parseAssignment } from '../../policy/index.ts';

/**
 * The assignments that a library's architecture makes at each management group of an estate (Azure Landing Zones: groups name archetypes, archetypes name
 * assignments). Groups are found by their name. A group that the estate does not have is said.
 */
export function architectureAssignments(
  source: PolicySource,
  estate: Estate,
): { assignments: PolicyAssignment[]; diagnostics: Diagnostic[] } {
  const groups = managementGroupsOf(source.architecture()?.value());
  const archetypes = new Map(
    source.archetypes().map((entry) => [fold(entry.name), texts(entry.value().policy_assignments)]),
  );
  const byName = new Map(source.assignments().map((entry) => [fold(entry.name), entry]));
  const estateGroups = new Map(
    [...estate.scopes.all]
      .filter((scope) => scope.kind === 'managementGroup')
      .map((scope) => [fold(scope.name), scope]),
  );
  const assignments: PolicyAssignment[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const group of groups) {
    const scope = estateGroups.get(fold(group.id));
    if (scope === undefined) {
      diagnostics.push(diagnostic('LG6090', { group: group.id, library: source.name }));
      continue;
    }
    for (const name of group.archetypes.flatMap((archetype) => archetypes.get(fold(archetype)) ?? [])) {
      const entry = byName.get(fold(name));
      const parsed = entry === undefined ? undefined : parseAssignment(entry.value());
      if (parsed === undefined || typeof parsed === 'string') continue;
      const id = `${scope.id}/providers/Microsoft.Authorization/policyAssignments/${parsed.name}`;
      assignments.push({ ...parsed, scope: scope.id, id });
    }
  }
  return { assignments, diagnostics };
}

function managementGroupsOf(architecture: Value | undefined): { id: string; archetypes: string[] }[] {
  const list =
    architecture !== undefined && isObject(architecture) ? architecture.management_groups : undefined;
  if (!Array.isArray(list)) return [];
  return list
    .filter(isObject)
    .flatMap((group) =>
      typeof group.id === 'string' ? [{ id: group.id, archetypes: texts(group.archetypes) }] : [],
    );
}

function texts(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
