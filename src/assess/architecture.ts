import { type Diagnostic, diagnostic, fold, isObject, suggest, type Value } from '../kernel/index.ts';
import type { PolicySource } from '../library/index.ts';
import type { PolicyAssignment } from '../policy/index.ts';

/** Management groups tried, in this order, when the user names none: the first is where most workloads of a landing zone live. */
const usualManagementGroups = ['corp', 'landingzones', 'landing_zones'];

/**
 * The assignments that a management group of a library's architecture inherits (Azure Landing Zones: architectures name the archetypes of each
 * group, archetypes name their assignments). A source without an architecture gives all its assignments; a group that it does not have is a mistake.
 */
export function assignmentsOfManagementGroup(
  source: PolicySource,
  assignments: readonly PolicyAssignment[],
  managementGroup: string | undefined,
): PolicyAssignment[] | Diagnostic {
  const architecture = source.architecture()?.value();
  const groups = architecture === undefined ? [] : readGroups(architecture);
  if (groups.length === 0) return [...assignments];
  const wanted = managementGroup === undefined ? usualManagementGroups : [managementGroup];
  const start = wanted
    .map((name) => groups.find((group) => fold(group.id) === fold(name)))
    .find((group) => group !== undefined);
  if (start === undefined)
    return managementGroup === undefined ? [...assignments] : unknownGroup(source, managementGroup, groups);
  const archetypes = readArchetypes(source);
  const byName = new Map(assignments.map((assignment) => [fold(assignment.name), assignment]));
  const inherited: PolicyAssignment[] = [];
  const seen = new Set<Group>();
  for (
    let group: Group | undefined = start;
    group !== undefined && !seen.has(group);
    group = parentOf(group, groups)
  ) {
    seen.add(group);
    const scope = `/providers/Microsoft.Management/managementGroups/${group.id}`;
    for (const name of group.archetypes.flatMap((archetype) => archetypes.get(fold(archetype)) ?? [])) {
      const assignment = byName.get(fold(name));
      if (assignment !== undefined)
        inherited.push({
          ...assignment,
          scope,
          id: `${scope}/providers/Microsoft.Authorization/policyAssignments/${assignment.name}`,
        });
    }
  }
  return inherited;
}

function unknownGroup(source: PolicySource, wanted: string, groups: readonly Group[]): Diagnostic {
  const names = groups.map((group) => group.id);
  const suggestion = suggest(wanted, names, `there are ${names.join(', ')}`);
  const problem = `\`${source.name}\` has no management group \`${wanted}\`; ${suggestion}`;
  return diagnostic('LG5004', { problem, command: 'check' });
}

interface Group {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly archetypes: readonly string[];
}

function parentOf(group: Group, groups: readonly Group[]): Group | undefined {
  return group.parentId === undefined
    ? undefined
    : groups.find((one) => fold(one.id) === fold(group.parentId!));
}

function readGroups(architecture: Value): Group[] {
  const list = isObject(architecture) ? architecture.management_groups : undefined;
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).map((group) => ({
    id: typeof group.id === 'string' ? group.id : '',
    parentId: typeof group.parent_id === 'string' ? group.parent_id : undefined,
    archetypes: texts(group.archetypes),
  }));
}

function readArchetypes(source: PolicySource): Map<string, string[]> {
  return new Map(
    source.archetypes().map((entry) => {
      const value = entry.value();
      return [fold(entry.name), texts(value.policy_assignments)] as const;
    }),
  );
}

function texts(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
