import { fold } from '../../kernel/index.ts';

/** An effect of Azure Policy (articles/governance/policy/concepts/effect-basics.md). */
export interface Effect {
  /** The documented spelling. */
  readonly name: string;
  /**
   * When it acts on a request: alterations before denials before audits; existence effects after the resource provider has succeeded.
   * `0` does nothing.
   */
  readonly order: number;
  /**
   * - `none`: disabled
   * - `alter`: changes the request
   * - `condition`: non-compliant where the condition holds
   * - `existence`: non-compliant where the condition holds and no related resource satisfies
   * - `deletion`: acts on deletions only
   * - `attestation`: a person says
   * - `provider`: a component of the resource, judged by its resource provider
   */
  readonly kind: 'none' | 'alter' | 'condition' | 'existence' | 'deletion' | 'attestation' | 'provider';
  /** Whether it stops the request. */
  readonly denies: boolean;
}

function effect(name: string, order: number, kind: Effect['kind'], denies = false): Effect {
  return { name, order, kind, denies };
}

/** All effects by folded name. */
export const effects: ReadonlyMap<string, Effect> = new Map(
  [
    effect('disabled', 0, 'none'),
    effect('append', 1, 'alter'),
    effect('modify', 1, 'alter'),
    effect('mutate', 1, 'provider'),
    effect('addToNetworkGroup', 1, 'provider'),
    effect('deny', 2, 'condition', true),
    effect('audit', 3, 'condition'),
    effect('auditAction', 3, 'deletion'),
    effect('auditIfNotExists', 4, 'existence'),
    effect('deployIfNotExists', 4, 'existence'),
    effect('manual', 5, 'attestation'),
    effect('denyAction', 6, 'deletion'),
    effect('enforceOPAConstraint', 2, 'provider'),
    effect('enforceRegoPolicy', 2, 'provider'),
    effect('enforceSetting', 2, 'provider'),
  ].map((one) => [fold(one.name), one]),
);
