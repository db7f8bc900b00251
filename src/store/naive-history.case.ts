import type { FindingStage } from './finding-life.ts';
import { pairChange } from './pair-change.ts';
import { type PolicyName, policyNames, type ShortRun } from './run.case.ts';
import { isExcused, type StoredState } from './stored-state.ts';

/** A run of the model: resources with their pairs and their content. */
export interface ModelRun {
  readonly pairs: ShortRun;
  readonly hashes: Readonly<Record<string, string | undefined>>;
}

export interface ModelLife {
  readonly stage: FindingStage;
  readonly firstRun: number;
  readonly lastRun: number;
  readonly reopened: number;
}

/** A history that keeps every run as it was and looks at all of them for each answer: what the store's answers are held against. */
export class NaiveHistory {
  readonly #runs: ModelRun[] = [];
  /** Since which run a pair is remembered. */
  readonly #since = new Map<string, number>();
  #oldest = 1;

  get lastRun(): number {
    return this.#runs.length;
  }

  get keptRuns(): number[] {
    return this.#runs.map((_, index) => index + 1).filter((number) => number >= this.#oldest);
  }

  save(run: ModelRun): void {
    this.#runs.push(run);
  }

  /** Forgets runs, and the pairs that were last found before the run before the oldest one that is kept. */
  prune(keep: number, names: readonly string[]): number {
    const before = this.keptRuns.length;
    this.#oldest = Math.max(this.#oldest, this.lastRun - keep + 1);
    for (const name of names) {
      for (const policy of policyNames) {
        const found = this.#foundIn(name, policy);
        if ((found.at(-1) ?? 0) < this.#oldest - 1) this.#since.set(`${name} ${policy}`, this.lastRun + 1);
      }
    }
    return before - this.keptRuns.length;
  }

  life(name: string, policy: PolicyName): ModelLife | undefined {
    const found = this.#foundIn(name, policy);
    const [firstRun, lastRun] = [found[0], found.at(-1)];
    if (firstRun === undefined || lastRun === undefined) return undefined;
    const reopened = found.filter((run, index) => index > 0 && found[index - 1] !== run - 1).length;
    return { stage: this.#stage(name, policy, found), firstRun, lastRun, reopened };
  }

  /** `name policy change`, for each pair that is different. */
  changes(from: number, to: number, names: readonly string[]): string[] {
    return names.flatMap((name) =>
      policyNames.flatMap((policy) => {
        const change = pairChange(this.#state(from, name, policy), this.#state(to, name, policy));
        return change === undefined ? [] : [`${name} ${policy} ${change}`];
      }),
    );
  }

  resourceChanges(
    from: number,
    to: number,
    names: readonly string[],
  ): Record<'added' | 'removed' | 'changed', string[]> {
    const isIn = (run: number, name: string) => this.#runs[run - 1]?.pairs[name] !== undefined;
    return {
      added: names.filter((name) => !isIn(from, name) && isIn(to, name)),
      removed: names.filter((name) => isIn(from, name) && !isIn(to, name)),
      changed: names.filter((name) => {
        if (!isIn(from, name) || !isIn(to, name)) return false;
        const hashes = [from, to].map((run) => this.#runs[run - 1]?.hashes[name]);
        return hashes[0] !== hashes[1];
      }),
    };
  }

  #stage(name: string, policy: PolicyName, found: readonly number[]): FindingStage {
    const last = this.#state(this.lastRun, name, policy);
    if (last === undefined) return 'fixed';
    if (isExcused(last)) return 'exempt';
    const before = this.#state(this.lastRun - 1, name, policy);
    if (before === undefined) return found.length > 1 ? 'regressed' : 'new';
    return isExcused(before) ? 'expired' : 'open';
  }

  #foundIn(name: string, policy: PolicyName): number[] {
    const since = this.#since.get(`${name} ${policy}`) ?? 1;
    return this.#runs.flatMap((_, index) => {
      const number = index + 1;
      return number >= since && this.#state(number, name, policy) !== undefined ? [number] : [];
    });
  }

  #state(run: number, name: string, policy: PolicyName): StoredState | undefined {
    return this.#runs[run - 1]?.pairs[name]?.[policy];
  }
}
