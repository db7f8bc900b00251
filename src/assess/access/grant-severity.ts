import type { Grant, GrantScope, Severity } from '../../kernel/index.ts';

/** How grave a grant is: by what it amounts to, and by how much it is about. Secrets of one vault are what applications are for. */
const severitiesByTier: Readonly<
  Record<Grant['tier'], readonly [broad: Severity, group: Severity, one: Severity]>
> = {
  control: ['critical', 'high', 'medium'],
  management: ['high', 'medium', 'low'],
  data: ['high', 'medium', 'info'],
  none: ['info', 'info', 'info'],
  unknown: ['medium', 'medium', 'medium'],
};

/** The severity of a grant; what a condition narrows is one less grave than it would be. */
export function grantSeverity(
  tier: Grant['tier'],
  scope: GrantScope['kind'],
  isConditioned: boolean,
): Severity {
  const [broad, group, one] = severitiesByTier[tier];
  const severity = scope === 'resource' ? one : scope === 'resourceGroup' ? group : broad;
  return isConditioned ? lessGrave[severity] : severity;
}

const lessGrave: Readonly<Record<Severity, Severity>> = {
  critical: 'high',
  high: 'medium',
  medium: 'low',
  low: 'low',
  info: 'info',
};
