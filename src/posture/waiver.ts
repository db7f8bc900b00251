import { fold, matchesWildcard } from '../kernel/index.ts';

/** A decision to live with a finding until a day, reviewed in `waivers.yaml`. */
export interface Waiver {
  /** The fingerprint of one finding, or `scope`. */
  readonly finding?: string | undefined;
  /** The id of a resource or scope, or the name of a management group; everything below it counts. */
  readonly scope?: string | undefined;
  /** Name, id or display name of the policy; `*` stands for anything. */
  readonly policy?: string | undefined;
  readonly owner: string;
  readonly reason: string;
  /** The last day on which it counts, `2026-12-31`. */
  readonly expires: string;
}

/** What a waiver is held against. */
export interface WaivableFinding {
  readonly fingerprint: string;
  readonly policy: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly resourceId: string;
  /** The ids and names of the scopes that the resource is in. */
  readonly scopes: readonly string[];
}

/** Finds the waiver of a finding, and knows which waivers found none. Every key that a waiver has must match. */
export class WaiverIndex {
  readonly expired: readonly Waiver[];
  readonly inForce: readonly Waiver[];
  readonly #used = new Set<Waiver>();

  /** `today` as `YYYY-MM-DD`: the last day of a waiver still counts. */
  constructor(waivers: readonly Waiver[], today: string) {
    this.inForce = waivers.filter(({ expires }) => expires >= today);
    this.expired = waivers.filter(({ expires }) => expires < today);
  }

  find(finding: WaivableFinding): Waiver | undefined {
    const found = this.inForce.find((waiver) => covers(waiver, finding));
    if (found !== undefined) this.#used.add(found);
    return found;
  }

  /** Whether a waiver whose end has come covered the finding. */
  hadExpired(finding: WaivableFinding): boolean {
    return this.expired.some((waiver) => covers(waiver, finding));
  }

  /** Waivers in force that no finding matched so far. */
  unused(): Waiver[] {
    return this.inForce.filter((waiver) => !this.#used.has(waiver));
  }
}

function covers(waiver: Waiver, { fingerprint, policy, resourceId, scopes }: WaivableFinding): boolean {
  if (waiver.finding === undefined && waiver.scope === undefined) return false;
  if (waiver.finding !== undefined && fold(waiver.finding) !== fingerprint) return false;
  if (waiver.scope !== undefined && !isWithin(waiver.scope, resourceId, scopes)) return false;
  const pattern = waiver.policy;
  return (
    pattern === undefined ||
    [policy.name, policy.id, policy.displayName].some((text) => matchesWildcard(fold(text), fold(pattern)))
  );
}

function isWithin(scope: string, resourceId: string, scopes: readonly string[]): boolean {
  const folded = fold(scope.replace(/\/+$/, ''));
  const id = fold(resourceId);
  return id === folded || id.startsWith(`${folded}/`) || scopes.some((one) => fold(one) === folded);
}
