import type { StoredResource } from './assessment-store.ts';
import { type StoredState, storedStates } from './stored-state.ts';

const batchSize = 2000;
const stateBits = 3;
const stateMask = (1 << stateBits) - 1;

/**
 * Collects the pairs of a run while resources are assessed, to be saved when all is known: a number for each pair, beside the resources' ids. Pairs
 * come resource by resource.
 */
export class RunRecorder {
  readonly #resources: Pick<StoredResource, 'id' | 'type' | 'contentHash'>[] = [];
  /** Of each resource, where its pairs begin. */
  readonly #starts: number[] = [];
  #pairs = new Uint32Array(1024);
  #pairCount = 0;

  /** Begins a resource; the pairs that follow are its own. */
  resource(id: string, type: string, contentHash?: string): void {
    this.#resources.push({ id, type, contentHash });
    this.#starts.push(this.#pairCount);
  }

  /** A pair of the resource that was begun last; `policy` is the position in the policies of the run. */
  pair(policy: number, state: StoredState): void {
    if (this.#pairCount === this.#pairs.length) {
      const larger = new Uint32Array(this.#pairs.length * 2);
      larger.set(this.#pairs);
      this.#pairs = larger;
    }
    this.#pairs[this.#pairCount++] = (policy << stateBits) | storedStates.indexOf(state);
  }

  /** What was collected, for the store. */
  *batches(): Generator<readonly StoredResource[]> {
    for (let start = 0; start < this.#resources.length; start += batchSize) {
      yield this.#resources
        .slice(start, start + batchSize)
        .map((resource, offset) => ({ ...resource, pairs: this.#pairsOf(start + offset) }));
    }
  }

  #pairsOf(index: number): StoredResource['pairs'] {
    const packed = this.#pairs.subarray(this.#starts[index], this.#starts[index + 1] ?? this.#pairCount);
    return Array.from(packed, (pair) => ({
      policy: pair >>> stateBits,
      state: storedStates[pair & stateMask] ?? 'undecided',
    }));
  }
}
