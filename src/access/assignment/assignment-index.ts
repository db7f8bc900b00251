import type { RoleAssignment } from './assignment.ts';
import { scopeKey } from './scope-chain.ts';

const nothing: readonly number[] = [];

/** The assignments of one realm, by scope and by principal. */
export class AssignmentIndex {
  readonly all: readonly RoleAssignment[];
  /** The number of each assignment's principal. */
  readonly principals: Uint32Array;
  readonly #byScope = new Map<string, number[]>();
  readonly #byPrincipal = new Map<number, number[]>();
  readonly #subscriptions = new Set<string>();

  constructor(assignments: readonly RoleAssignment[], positionOf: (assignment: RoleAssignment) => number) {
    this.all = assignments;
    this.principals = new Uint32Array(assignments.length);
    assignments.forEach((one, at) => {
      const key = scopeKey(one.scope);
      const principal = positionOf(one);
      this.principals[at] = principal;
      put(this.#byScope, key, at);
      put(this.#byPrincipal, principal, at);
      const subscription = /^\/subscriptions\/[^/]+/.exec(key);
      if (subscription !== null) this.#subscriptions.add(subscription[0]);
    });
  }

  /** The assignments at exactly a scope, by its key. */
  at(key: string): readonly number[] {
    return this.#byScope.get(key) ?? nothing;
  }

  /** The assignments to exactly a principal. */
  of(principal: number): readonly number[] {
    return this.#byPrincipal.get(principal) ?? nothing;
  }

  /** The keys of all scopes that have assignments. */
  get scopeKeys(): Iterable<string> {
    return this.#byScope.keys();
  }

  /** The principals that have assignments. */
  get holders(): Iterable<number> {
    return this.#byPrincipal.keys();
  }

  /** Whether anything in the subscription of a scope has an assignment; true for what is in none. */
  coversSubscriptionOf(key: string): boolean {
    const subscription = /^\/subscriptions\/[^/]+/.exec(key);
    return subscription === null || this.#subscriptions.has(subscription[0]);
  }

  get(at: number): RoleAssignment {
    const assignment = this.all[at];
    if (assignment === undefined) throw new RangeError(`there is no assignment ${at}`);
    return assignment;
  }
}

function put<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
