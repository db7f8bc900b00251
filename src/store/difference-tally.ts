import { type Severity, severities } from '../kernel/index.ts';
import { type PairChange, pairChange, pairChanges } from './pair-change.ts';
import type { VersionedPair } from './resource-version.ts';
import type { StoredState } from './stored-state.ts';

/** How a resource stood in a run; absent when it had no pairs, or was not there. */
export interface Standing {
  readonly pairs: ReadonlyMap<number, VersionedPair>;
  readonly contentHash: string | undefined;
}

/** A finding that has changed, by keys. */
export interface TalliedFinding {
  readonly change: PairChange;
  readonly resourceKey: number;
  readonly policyKey: number;
  readonly before: StoredState | undefined;
  readonly after: StoredState | undefined;
}

class TalliedResources {
  count = 0;
  readonly keys: number[] = [];
}

const nothing: Standing = { pairs: new Map(), contentHash: undefined };

/** Counts what is different on resource after resource, and keeps the most serious `limit` findings of each change: never more than five times as many. */
export class DifferenceTally {
  readonly counts: Record<PairChange, number> = { new: 0, expired: 0, changed: 0, fixed: 0, waived: 0 };
  readonly added: TalliedResources = new TalliedResources();
  readonly removed: TalliedResources = new TalliedResources();
  readonly changed: TalliedResources = new TalliedResources();
  readonly #limit: number;
  readonly #severityOf: (policyKey: number) => Severity;
  readonly #kept = new Map<string, TalliedFinding[]>();

  constructor(limit: number, severityOf: (policyKey: number) => Severity) {
    this.#limit = limit;
    this.#severityOf = severityOf;
  }

  add(resourceKey: number, from: Standing | undefined, to: Standing | undefined): void {
    this.#addResource(resourceKey, from, to);
    const { pairs: before } = from ?? nothing;
    const { pairs: after } = to ?? nothing;
    for (const policyKey of new Set([...before.keys(), ...after.keys()])) {
      const states = { before: before.get(policyKey)?.state, after: after.get(policyKey)?.state };
      const change = pairChange(states.before, states.after);
      if (change === undefined) continue;
      this.counts[change]++;
      const key = `${change} ${this.#severityOf(policyKey)}`;
      const kept = this.#kept.get(key) ?? [];
      if (kept.length < this.#limit) kept.push({ change, resourceKey, policyKey, ...states });
      this.#kept.set(key, kept);
    }
  }

  /** By change, then by severity. */
  findings(): TalliedFinding[] {
    return pairChanges.flatMap((change) =>
      severities.flatMap((severity) => this.#kept.get(`${change} ${severity}`) ?? []).slice(0, this.#limit),
    );
  }

  #addResource(resourceKey: number, from: Standing | undefined, to: Standing | undefined): void {
    const hashes = [from?.contentHash, to?.contentHash];
    const isChanged = hashes[0] !== hashes[1] && !hashes.includes(undefined);
    const list =
      from === undefined ? this.added : to === undefined ? this.removed : isChanged && this.changed;
    if (list === false) return;
    list.count++;
    if (list.keys.length < this.#limit) list.keys.push(resourceKey);
  }
}
