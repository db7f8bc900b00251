import type { PolicySubject } from '../policy-subject.ts';
import type { Answer } from './atom-test.ts';
import type { AtomPlace } from './decision-program.ts';
import { notAsked, type ResourceSlot, type Slot } from './slot.ts';

/**
 * The answers of all atoms for the resource at hand, in one row. A slot's kept answers are copied in when the first of its atoms is asked for, so that
 * everything after that is one look into one array.
 */
export class AnswerSheet {
  /** By atom number; {@link notAsked} where there is no answer yet. */
  readonly answers: Uint8Array;
  readonly #slots: readonly (Slot | ResourceSlot)[];
  /** The number of each slot's first atom. */
  readonly #firstAtom: Int32Array;
  /** The slot of each atom. */
  readonly #slotOf: Int32Array;
  readonly #rows: (Uint8Array | undefined)[];

  constructor(slots: readonly (Slot | ResourceSlot)[]) {
    this.#slots = slots;
    this.#firstAtom = new Int32Array(slots.length);
    let count = 0;
    for (const [index, slot] of slots.entries()) {
      this.#firstAtom[index] = count;
      count += slot.atomCount;
    }
    this.answers = new Uint8Array(count);
    this.#slotOf = new Int32Array(count);
    for (const [index, slot] of slots.entries()) {
      this.#slotOf.fill(index, this.#firstAtom[index]!, this.#firstAtom[index]! + slot.atomCount);
    }
    this.#rows = new Array(slots.length).fill(undefined);
  }

  /** The number of an atom. */
  numberOf({ slot, cell }: AtomPlace): number {
    return this.#firstAtom[slot]! + cell;
  }

  /** Forgets the last resource. */
  clear(): void {
    this.answers.fill(notAsked);
    this.#rows.fill(undefined);
  }

  /** Answers an atom that has not been asked yet. */
  ask(atom: number, subject: PolicySubject): number {
    const slot = this.#slotOf[atom]!;
    const first = this.#firstAtom[slot]!;
    let row = this.#rows[slot];
    if (row === undefined) {
      row = this.#slots[slot]!.load(subject);
      this.#rows[slot] = row;
      this.answers.set(row, first);
    }
    let answer = row[atom - first]!;
    if (answer === notAsked) {
      answer = this.#slots[slot]!.answer(atom - first) as Answer;
      row[atom - first] = answer;
      this.answers[atom] = answer;
    }
    return answer;
  }
}
