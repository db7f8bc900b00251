import { fold, type Severity, severities } from '../kernel/index.ts';
import type { AssignedPolicy } from '../policy/index.ts';

/** Severities that the user sets for policies, by folded name, id or display name. */
export type SeverityOverrides = ReadonlyMap<string, Severity>;

const byEffect: Readonly<Record<string, Severity>> = {
  deny: 'high',
  audit: 'medium',
  auditIfNotExists: 'medium',
  deployIfNotExists: 'low',
  modify: 'low',
  append: 'low',
};

/** How much a policy matters: as the user says, as the definition's metadata says, or else by its effect. */
export function severityOf({ policy }: AssignedPolicy, overrides: SeverityOverrides): Severity {
  const { definition, effect } = policy;
  for (const name of [definition.name, definition.id, definition.displayName]) {
    const severity = overrides.get(fold(name));
    if (severity !== undefined) return severity;
  }
  const stated = definition.metadata.severity;
  const known = typeof stated === 'string' ? severities.find((one) => one === fold(stated)) : undefined;
  return known ?? byEffect[effect.name] ?? 'low';
}
