import { fold } from '../../kernel/index.ts';
import type { Framework } from '../../library/index.ts';
import type { AssignedPolicy } from '../../policy/index.ts';

/**
 * The ids of a framework's controls that a policy is evidence for: by the group that the framework's own initiative puts it in, by the framework's map of built-in
 * policies, and by the controls that the policy itself names (`MCSB NS-2`).
 */
export function frameworkControlsOf(
  { policy, initiative, reference }: AssignedPolicy,
  framework: Framework,
): string[] {
  const { definition } = policy;
  const isItsInitiative = initiative !== undefined && fold(initiative.name) === framework.initiative;
  const byGroup = isItsInitiative
    ? (reference?.groupNames ?? []).flatMap((group) => framework.controlOfGroup(group) ?? [])
    : [];
  const { controls } = definition.metadata;
  const prefix = `${framework.name} `;
  const named = (Array.isArray(controls) ? controls : []).flatMap((one) =>
    typeof one === 'string' && one.startsWith(prefix) ? [one.slice(prefix.length)] : [],
  );
  return [...new Set([...byGroup, ...framework.controlsOfPolicy(definition.name), ...named])];
}

/** The frameworks whose initiative is in force, and those asked for by name. */
export function frameworksInForce(
  frameworks: readonly Framework[],
  assigned: readonly AssignedPolicy[],
  asked: readonly string[],
): Framework[] {
  const initiatives = new Set(assigned.map(({ initiative }) => fold(initiative?.name ?? '')));
  const names = new Set(asked.map(fold));
  return frameworks.filter(({ name, initiative }) => initiatives.has(initiative) || names.has(fold(name)));
}
