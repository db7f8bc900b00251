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
        return (this.#atoms.length - 1) * nodeSize;
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

  /** The nodes, packed for walking; `numberOf` gives each atom its number among all. */
  pack(numberOf: (place: AtomPlace) => number): Int32Array {
    const nodes = new Int32Array(this.#atoms.length * nodeSize);
    for (const [index, atom] of this.#atoms.entries()) {
      nodes.set([numberOf(atom), this.#onTrue[index]!, this.#onFalse[index]!], index * nodeSize);
    }
    return nodes;
  }
}

/** A packed node: the number of its atom, where to go when it is true, where to go when it is false. */
const nodeSize = 3;
