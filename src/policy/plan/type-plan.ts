import type { BoundPolicy } from '../bound-policy.ts';
import type { EvaluationOptions } from '../evaluate-policy.ts';
import type { PolicySubject } from '../policy-subject.ts';
import { AnswerSheet } from './answer-sheet.ts';
import { type Atom, atomKey, compileAtom } from './atom.ts';
import { ask, yes } from './atom-test.ts';
import { type AtomPlace, DecisionProgram, endFalse, endOpen, endTrue } from './decision-program.ts';
import { notAsked, ResourceSlot, Slot } from './slot.ts';
import { specialize } from './specialize.ts';

/** What a plan says of a policy and a resource. */
export const planAnswers = {
  /** The rule is not about the resource. */
  notApplicable: 0,
  /** The rule is about the resource and its `if` is false. */
  noMatch: 1,
  /** The `if` is true. */
  match: 2,
  /** Unknown values or errors are involved: the interpreter decides. */
  ask: 3,
} as const;

/** All policies that can concern one resource type, compiled together. Holds the state of one evaluation, so it is used by one caller at a time. */
export class TypePlan {
  /** Positions, in the plan's list of policies, of those that can concern the type. */
  readonly policies: Int32Array;
  readonly #slots: (Slot | ResourceSlot)[] = [];
  readonly #sheet: AnswerSheet;
  readonly #entries: Int32Array;
  readonly #applicable: Int32Array;
  /** Per policy, what a false `if` means: existence effects are not applicable then. */
  readonly #whenTrue: Uint8Array;
  readonly #whenFalse: Uint8Array;
  readonly #nodes: Int32Array;
  readonly #results: Uint8Array;

  constructor(
    type: string,
    policies: readonly BoundPolicy[],
    options: EvaluationOptions,
    covers: (policy: BoundPolicy, type: string) => boolean,
  ) {
    const places = new Map<string, AtomPlace>();
    const slotOfField = new Map<string, number>();
    let current: BoundPolicy;
    const program = new DecisionProgram((leaf) => {
      const key = atomKey(leaf);
      const known = key === undefined ? undefined : places.get(key);
      if (known !== undefined) return known;
      const place = this.#place(compileAtom(leaf, current, { type, options }), slotOfField);
      if (key !== undefined) places.set(key, place);
      return place;
    });
    const relevant: number[] = [];
    const entries: number[] = [];
    const applicable: number[] = [];
    const whenTrue: number[] = [];
    const whenFalse: number[] = [];
    for (const [index, policy] of policies.entries()) {
      if (policy.effect.kind === 'none' || !covers(policy, type)) continue;
      current = policy;
      const about =
        policy.applicability === undefined ? true : specialize(policy.applicability, type, options.resolver);
      if (about === false) continue;
      const condition = specialize(policy.condition, type, options.resolver);
      const isExistence = policy.effect.kind === 'existence';
      if (isExistence && condition === false) continue;
      relevant.push(index);
      applicable.push(program.add(about));
      const isDecided = policy.notEvaluable === undefined;
      entries.push(isDecided || isExistence ? program.add(condition) : endTrue);
      whenTrue.push(isDecided ? planAnswers.match : planAnswers.ask);
      whenFalse.push(isExistence ? planAnswers.notApplicable : planAnswers.noMatch);
    }
    this.policies = Int32Array.from(relevant);
    this.#entries = Int32Array.from(entries);
    this.#applicable = Int32Array.from(applicable);
    this.#whenTrue = Uint8Array.from(whenTrue);
    this.#whenFalse = Uint8Array.from(whenFalse);
    this.#sheet = new AnswerSheet(this.#slots);
    this.#nodes = program.pack((place) => this.#sheet.numberOf(place));
    this.#results = new Uint8Array(relevant.length);
  }

  /** Gives an atom its cell: in the slot of its field, or in one of its own. */
  #place(atom: Atom, slotOfField: Map<string, number>): AtomPlace {
    if (atom.field === undefined) return { slot: this.#slots.push(new ResourceSlot(atom.test)) - 1, cell: 0 };
    let slot = slotOfField.get(atom.field);
    if (slot === undefined) {
      slot = this.#slots.push(new Slot(atom.read)) - 1;
      slotOfField.set(atom.field, slot);
    }
    return { slot, cell: (this.#slots[slot] as Slot).add(atom.test) };
  }

  /**
   * Decides all policies on a resource of this type. The answers (see {@link planAnswers}) are in the order of `policies` and are
   * overwritten by the next call.
   */
  evaluate(subject: PolicySubject): Uint8Array {
    this.#sheet.clear();
    const results = this.#results;
    for (let index = 0; index < results.length; index++) results[index] = this.#decide(index, subject);
    return results;
  }

  #decide(index: number, subject: PolicySubject): number {
    const end = this.#walk(this.#entries[index]!, subject);
    if (end === endOpen) return planAnswers.ask;
    const answer = (end === endTrue ? this.#whenTrue : this.#whenFalse)[index]!;
    if (answer === planAnswers.notApplicable) return answer;
    const about = this.#walk(this.#applicable[index]!, subject);
    if (about === endTrue) return answer;
    return about === endFalse ? planAnswers.notApplicable : planAnswers.ask;
  }

  /** Walks from a node to an end. */
  #walk(start: number, subject: PolicySubject): number {
    const nodes = this.#nodes;
    const { answers } = this.#sheet;
    let node = start;
    while (node >= 0) {
      const atom = nodes[node]!;
      let answer = answers[atom]!;
      if (answer === notAsked) answer = this.#sheet.ask(atom, subject);
      if (answer === ask) return endOpen;
      node = nodes[answer === yes ? node + 1 : node + 2]!;
    }
    return node;
  }
}
