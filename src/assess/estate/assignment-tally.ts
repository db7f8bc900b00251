import type { AssignedPolicy } from '../../policy/index.ts';
import { type ComplianceState, rollUp, StateCounter, type StateCounts } from './compliance-state.ts';

/** Counts the resources of each assignment by the state that its policies give them together: the one of highest rank. */
export class AssignmentTally {
  readonly #assignmentOf: readonly number[];
  readonly #ids: readonly string[];
  readonly #counters: readonly StateCounter[];
  readonly #open = new Map<number, ComplianceState>();

  constructor(assigned: readonly AssignedPolicy[]) {
    const ids = [...new Set(assigned.map(({ assignment }) => assignment.id))];
    const numbers = new Map(ids.map((id, index) => [id, index]));
    this.#ids = ids;
    this.#assignmentOf = assigned.map(({ assignment }) => numbers.get(assignment.id) ?? 0);
    this.#counters = ids.map(() => new StateCounter());
  }

  /** Adds the state of one policy, by its position, for the resource at hand. */
  add(position: number, state: ComplianceState): void {
    const assignment = this.#assignmentOf[position] ?? 0;
    this.#open.set(assignment, rollUp(this.#open.get(assignment), state));
  }

  /** Counts the resource at hand and goes on to the next. */
  endResource(): void {
    for (const [assignment, state] of this.#open) this.#counters[assignment]?.add(state);
    this.#open.clear();
  }

  get counts(): ReadonlyMap<string, StateCounts> {
    return new Map(this.#ids.map((id, index) => [id, (this.#counters[index] ?? new StateCounter()).counts]));
  }
}
