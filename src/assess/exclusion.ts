import { type Finding, fold } from '../kernel/index.ts';

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
  return pattern === undefined || texts.some((text) => matchesPattern(fold(text), fold(pattern)));
}

/** Matches `*` greedily from both ends inwards, without backtracking. */
export function matchesPattern(text: string, pattern: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return text === pattern;
  const [first, ...rest] = parts;
  const last = rest.pop()!;
  if (!text.startsWith(first!) || !text.endsWith(last) || text.length < first!.length + last.length) return false;
  let at = first!.length;
  const end = text.length - last.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
