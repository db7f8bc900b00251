import type { Value } from '../kernel/index.ts';
import type { AssignedPolicy } from '../policy/index.ts';

const controlCountMax = 6;

/** The controls that a policy is evidence for: those its metadata names, and the groups that its initiative puts it in. */
export function controlsOf({ policy, initiative, reference }: AssignedPolicy): string[] {
  const { controls } = policy.definition.metadata;
  const own = Array.isArray(controls)
    ? controls.filter((one: Value): one is string => typeof one === 'string')
    : [];
  const groups = (reference?.groupNames ?? []).map((name) =>
    controlName(name, initiative?.displayName ?? ''),
  );
  return [...new Set([...own, ...groups])].slice(0, controlCountMax);
}

/** `Azure_Security_Benchmark_v3.0_NS-2` and `MCSB_NS-2` are `MCSB NS-2`; other group names keep their own words. */
function controlName(group: string, initiative: string): string {
  const benchmark = /^(?:Azure_Security_Benchmark_v\d[\d.]*|MCSB(?:_v\d[\d.]*)?)_([A-Z]{2}-\d+)/i.exec(group);
  if (benchmark !== null) return `MCSB ${benchmark[1]!.toUpperCase()}`;
  return initiative === '' ? group : group.replaceAll('_', ' ');
}
