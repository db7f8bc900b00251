import { type Finding, fold, matchesWildcard } from '../kernel/index.ts';

/** A reviewed decision not to report some findings. Every pattern that is given must match; `*` stands for anything. */
export interface Exclusion {
  /** The policy's name, id or display name. */
  readonly policy?: string | undefined;
  /** The resource's name, type or `type/name`. */
  readonly resource?: string | undefined;
  /** The file of the finding. */
  readonly path?: string | undefined;
  readonly fingerprint?: string | undefined;
  readonly reason: string;
  /** The last day on which it counts, `2026-12-31`. */
  readonly expires?: string | undefined;
}

/** Whether an exclusion covers a finding on a day (`YYYY-MM-DD`). */
export function isExcluded(finding: Finding, exclusion: Exclusion, today: string): boolean {
  if (exclusion.expires !== undefined && exclusion.expires < today) return false;
  const { policy, resource, place } = finding;
  return (
    matches(exclusion.policy, [policy.name, policy.id, policy.displayName]) &&
    matches(exclusion.resource, [resource.name, resource.type, `${resource.type}/${resource.name}`]) &&
    matches(exclusion.path, [place.file]) &&
    matches(exclusion.fingerprint, [finding.fingerprint])
  );
}

function matches(pattern: string | undefined, texts: readonly string[]): boolean {
  return pattern === undefined || texts.some((text) => matchesWildcard(fold(text), fold(pattern)));
}
