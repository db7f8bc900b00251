import { everyoneId } from '../principal/index.ts';
import type { DenyAssignment } from './deny-assignment.ts';
import { scopeKey } from './scope-chain.ts';

/** Deny assignments by the scope they are at. */
export class DenyIndex {
  readonly all: readonly DenyAssignment[];
  readonly #byScope = new Map<string, DenyAssignment[]>();

  constructor(all: readonly DenyAssignment[]) {
    this.all = all;
    for (const one of all) {
      const key = scopeKey(one.scope);
      const list = this.#byScope.get(key);
      if (list === undefined) this.#byScope.set(key, [one]);
      else list.push(one);
    }
  }

  /** Those that hold at a scope, whoever they are for: its own, and those above it that are inherited. `keys` is the chain of the scope. */
  inForceAt(keys: readonly string[]): readonly DenyAssignment[] {
    return keys.flatMap((key, distance) =>
      (this.#byScope.get(key) ?? []).filter(({ isScopeOnly }) => distance === 0 || !isScopeOnly),
    );
  }

  get scopeKeys(): Iterable<string> {
    return this.#byScope.keys();
  }
}

/** Whether a list of principals stands for all there are. */
export function isEveryone(principals: readonly string[]): boolean {
  return principals.includes(everyoneId);
}
