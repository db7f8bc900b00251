import { clauseFor } from '../sign-in/circumstances.ts';
import type { ConditionName } from '../sign-in/condition.ts';
import type { Clause } from '../sign-in/control.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Atom } from './atom.ts';
import { circumstancesOf } from './circumstances-of.ts';
import { type AtomClass, type CoverageModel, type ModelPolicy, mostOrdinary } from './coverage-model.ts';
import { type Cube, CubeCover, type Point } from './cube-cover.ts';

/** Sign-ins that nothing protects as asked: the most ordinary one for each group of users that policies treat alike. */
export interface Gap {
  /** The users that can sign in so: some names, and how many they are. */
  readonly users: { readonly names: readonly string[]; readonly count: number };
  readonly signIn: Partial<SignIn>;
  /** What is not ordinary about it. Empty: any sign-in. */
  readonly unusual: readonly string[];
  readonly distance: number;
  /** `possible`: policies whose applicability is not known may protect it. */
  readonly certainty: 'certain' | 'possible';
}

/** Which sign-ins a question is about, and what protects them. */
export interface GapQuestion {
  /** Whether a class of a dimension is asked about; all are where it says nothing. */
  readonly asksAbout?: ((name: ConditionName, atom: Atom) => boolean) | undefined;
  /** Whether a clause that is left to be satisfied protects; one that blocks always does. */
  readonly protects: (clause: Clause) => boolean;
}

/** The answer, and whether it is all of it. */
export interface GapAnswer {
  readonly gaps: readonly Gap[];
  readonly isComplete: boolean;
}

const namesMax = 5;

/** Finds, for each class of users, the most ordinary sign-in that is neither blocked nor protected, the most ordinary of all first. */
export function findGaps(whole: CoverageModel, question: GapQuestion): GapAnswer {
  const model = withAsked(whole, question);
  const box = model.classes.map((classes) => classes.map(({ atoms }) => atoms.length > 0));
  // What may apply protects from certain gaps only; what applies protects from all.
  const certain = new GapSearch(model, question, box, ({ possibly }) => possibly);
  const possible = new GapSearch(model, question, box, ({ surely }) => surely);
  const found = new Map<string, Gap>();
  for (const [index, users] of (model.classes[identityDimension] ?? []).entries()) {
    const surely = certain.mostOrdinary(index);
    const point = surely ?? possible.mostOrdinary(index);
    if (point === undefined) continue;
    const certainty = surely === undefined ? 'possible' : 'certain';
    const gap = gapOf(model, point, users, certainty);
    const key = `${certainty} ${point.classes.filter((_, at) => at !== identityDimension).join()}`;
    found.set(key, merged(found.get(key), gap));
  }
  const gaps = [...found.values()].sort((a, b) => a.distance - b.distance || b.users.count - a.users.count);
  return { gaps, isComplete: certain.isComplete && possible.isComplete };
}

/** The place of the users among the dimensions. */
export const identityDimension = 3;

/** The model with only the atoms that a question asks about; a class may be left without any. */
function withAsked(model: CoverageModel, { asksAbout = () => true }: GapQuestion): CoverageModel {
  const classes = model.classes.map((row, dimension) =>
    row.map(({ atom, atoms }): AtomClass => {
      const name = model.names[dimension];
      const asked = atoms.filter((one) => name !== undefined && asksAbout(name, one));
      return { atom: mostOrdinary(asked) ?? atom, atoms: asked };
    }),
  );
  return { ...model, classes };
}

class GapSearch {
  readonly #cover: CubeCover;
  readonly #situations: {
    readonly prefix: readonly number[];
    readonly distance: number;
    readonly cubes: readonly Cube[];
  }[];

  constructor(
    model: CoverageModel,
    { protects }: GapQuestion,
    box: Cube,
    cube: (policy: ModelPolicy) => Cube,
  ) {
    this.#cover = new CubeCover(model, box);
    const cubes = model.policies.map((policy) => ({ policy, cube: cube(policy) }));
    this.#situations = circumstancesOf(model)
      .filter(({ classes }) => classes.every((index, dimension) => box[dimension]?.[index] === true))
      .map(({ classes, facts, distance }) => ({
        prefix: classes,
        distance,
        cubes: cubes
          .filter(
            (one) =>
              classes.every((index, dimension) => one.cube[dimension]?.[index] === true) &&
              one.policy.clauses.some((clause) => isProtective(clause, facts, protects)),
          )
          .map((one) => one.cube),
      }));
  }

  get isComplete(): boolean {
    return this.#cover.isComplete;
  }

  mostOrdinary(users: number): Point | undefined {
    let best: Point | undefined;
    for (const { prefix, distance, cubes } of this.#situations) {
      if (best !== undefined && distance >= best.distance) break;
      const point = this.#cover.uncovered([...prefix, users], cubes);
      if (point !== undefined && (best === undefined || point.distance < best.distance)) best = point;
    }
    return best;
  }
}

/** Whether a clause blocks the sign-ins with these facts, or protects them. */
export function isProtective(
  clause: Clause,
  facts: Partial<SignIn>,
  protects: (clause: Clause) => boolean,
): boolean {
  const left = clauseFor(clause, facts);
  return left !== 'met' && (left.length === 0 || protects(left));
}

function gapOf(
  model: CoverageModel,
  { classes, distance }: Point,
  users: AtomClass,
  certainty: Gap['certainty'],
): Gap {
  const atoms = classes.map((index, dimension) => model.classes[dimension]?.[index]?.atom);
  const others = atoms.filter((atom, dimension) => atom !== undefined && dimension !== identityDimension);
  return {
    users: { names: users.atoms.slice(0, namesMax).map(({ label }) => label), count: users.atoms.length },
    signIn: Object.assign({}, ...atoms.map((atom) => atom?.facts ?? {})),
    unusual: others.flatMap((atom) => (atom === undefined || atom.distance === 0 ? [] : [atom.label])),
    distance,
    certainty,
  };
}

function merged(known: Gap | undefined, gap: Gap): Gap {
  if (known === undefined) return gap;
  const names = [...known.users.names, ...gap.users.names].slice(0, namesMax);
  const users = { names, count: known.users.count + gap.users.count };
  const first = gap.distance < known.distance ? gap : known;
  return { ...first, users };
}
