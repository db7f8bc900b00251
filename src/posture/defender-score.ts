import {
  type DefenderControl,
  type DefenderScore,
  fold,
  isObject,
  type ValueObject,
} from '../kernel/index.ts';

/** The type of a control of the secure score, as Resource Graph's table securityresources and the REST API have it. */
export const secureScoreControlType = 'microsoft.security/securescores/securescorecontrols';

/**
 * Computes Defender for Cloud's classic secure score by its published formula (articles/defender-for-cloud/secure-score-security-controls.md) from what Defender says of its
 * controls: a control is worth `max` points and has `max x healthy / (healthy + unhealthy)` of them, and the score is the share of all points that can be
 * reached. A control of several subscriptions counts the resources of all. Controls without a resource are left out, as Defender does.
 */
export class DefenderScoreTally {
  readonly #controls = new Map<string, { name: string; max: number; healthy: number; unhealthy: number }>();

  /** Adds a control of one subscription; anything else is left alone. */
  add(type: string, { properties }: ValueObject): void {
    if (fold(type) !== secureScoreControlType || properties === undefined || !isObject(properties)) return;
    const { displayName, score, healthyResourceCount, unhealthyResourceCount } = properties;
    const max = score !== undefined && isObject(score) ? score.max : undefined;
    if (typeof displayName !== 'string' || typeof max !== 'number') return;
    const control = this.#controls.get(displayName) ?? { name: displayName, max, healthy: 0, unhealthy: 0 };
    this.#controls.set(displayName, control);
    control.healthy += countOf(healthyResourceCount);
    control.unhealthy += countOf(unhealthyResourceCount);
  }

  /** The score; `undefined` when the estate holds no control. */
  get score(): DefenderScore | undefined {
    if (this.#controls.size === 0) return undefined;
    const controls = [...this.#controls.values()]
      .map(pointsOf)
      .sort((a, b) => b.max - b.current - (a.max - a.current) || (a.name < b.name ? -1 : 1));
    const counted = controls.filter(({ healthy, unhealthy }) => healthy + unhealthy > 0);
    const max = counted.reduce((sum, control) => sum + control.max, 0);
    const current = counted.reduce((sum, control) => sum + control.current, 0);
    return { value: max === 0 ? undefined : (100 * current) / max, current, max, controls };
  }
}

function pointsOf(control: Omit<DefenderControl, 'current'>): DefenderControl {
  const resources = control.healthy + control.unhealthy;
  return { ...control, current: resources === 0 ? 0 : (control.max * control.healthy) / resources };
}

function countOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : 0;
}
