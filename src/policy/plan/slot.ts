import type { PolicySubject } from '../policy-subject.ts';
import type { Answer } from './atom-test.ts';
import type { PlanValue } from './path-reader.ts';

/** An atom has not been asked about this value yet. */
export const notAsked = 255;

const keptValueCountMax = 1024;

/**
 * One field of a type and all atoms that look at it. The answers depend on the field's value alone, and most fields take few
 * values across an estate, so the answers to a value are kept as a row and shared by all resources that have it.
 */
export class Slot {
  readonly #read: (subject: PolicySubject) => PlanValue;
  readonly #tests: ((value: PlanValue) => Answer)[] = [];
  readonly #rows = new Map<PlanValue, Uint8Array>();
  #value: PlanValue;
  #scratch: Uint8Array | undefined;

  constructor(read: (subject: PolicySubject) => PlanValue) {
    this.#read = read;
  }

  get atomCount(): number {
    return this.#tests.length;
  }

  /** Adds an atom; returns its place in the rows. */
  add(test: (value: PlanValue) => Answer): number {
    return this.#tests.push(test) - 1;
  }

  /** The row of answers for a resource; cells that are {@link notAsked} are answered by `answer`. Valid until the next call. */
  load(subject: PolicySubject): Uint8Array {
    const value = this.#read(subject);
    this.#value = value;
    if (typeof value === 'object' && value !== null) return this.#freshRow();
    let row = this.#rows.get(value);
    if (row === undefined) {
      if (this.#rows.size >= keptValueCountMax) return this.#freshRow();
      row = new Uint8Array(this.#tests.length).fill(notAsked);
      this.#rows.set(value, row);
    }
    return row;
  }

  #freshRow(): Uint8Array {
    this.#scratch ??= new Uint8Array(this.#tests.length);
    return this.#scratch.fill(notAsked);
  }

  /** Answers one atom for the value that was loaded last. */
  answer(cell: number): Answer {
    return this.#tests[cell]!(this.#value);
  }
}

/** An atom that looks at the whole resource: a row of one cell that is never kept. */
export class ResourceSlot {
  readonly atomCount = 1;
  readonly #test: (subject: PolicySubject) => Answer;
  readonly #row = new Uint8Array(1);

  constructor(test: (subject: PolicySubject) => Answer) {
    this.#test = test;
  }

  load(subject: PolicySubject): Uint8Array {
    this.#row[0] = this.#test(subject);
    return this.#row;
  }

  answer(): Answer {
    return this.#row[0] as Answer;
  }
}
