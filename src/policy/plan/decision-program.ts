import type { Condition, LeafCondition } from '../condition.ts';

/** Where a program ends. */
export const endFalse = -1;
export const endTrue = -2;
/** An atom could not decide. */
export const endOpen = -3;

/** Where an atom's answer stands: in which slot's row, and at which cell of it. */
export interface AtomPlace {
  readonly slot: number;
  readonly cell: number;
}

/**
 * Conditions as jumps: each node looks at one atom and goes on to another node or to an end. Atoms are shared by all conditions, so
 * that each is evaluated once a resource; deciding a condition is then a walk over a few integer arrays.
 */
export class DecisionProgram {
  readonly #atoms: AtomPlace[] = [];
  readonly #onTrue: number[] = [];
  readonly #onFalse: number[] = [];
  readonly #atomOf: (leaf: LeafCondition) => AtomPlace;

  constructor(atomOf: (leaf: LeafCondition) => AtomPlace) {
    this.#atomOf = atomOf;
  }

  /** Adds a condition; returns where to start. */
  add(condition: Condition | boolean): number {
    if (typeof condition === 'boolean') return condition ? endTrue : endFalse;
    return this.#emit(condition, endTrue, endFalse);
  }

  #emit(condition: Condition, onTrue: number, onFalse: number): number {
    switch (condition.kind) {
      case 'leaf':
        this.#atoms.push(this.#atomOf(condition));
        this.#onTrue.push(onTrue);
        this.#onFalse.push(onFalse);
        return this.#atoms.length - 1;
      case 'not':
        return this.#emit(condition.condition, onFalse, onTrue);
      case 'allOf':
        return condition.conditions.reduceRight((next, inner) => this.#emit(inner, next, onFalse), onTrue);
      case 'anyOf':
        return condition.conditions.reduceRight((next, inner) => this.#emit(inner, onTrue, next), onFalse);
      default:
        return condition satisfies never;
    }
  }

  /** The nodes, packed for walking. */
  pack(): PackedProgram {
    return {
      slots: Int32Array.from(this.#atoms, (atom) => atom.slot),
      cells: Int32Array.from(this.#atoms, (atom) => atom.cell),
      onTrue: Int32Array.from(this.#onTrue),
      onFalse: Int32Array.from(this.#onFalse),
    };
  }
}

/** The nodes of a program, an array per property. */
export interface PackedProgram {
  readonly slots: Int32Array;
  readonly cells: Int32Array;
  readonly onTrue: Int32Array;
  readonly onFalse: Int32Array;
}
