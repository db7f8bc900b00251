import type { Policy } from '../policy/policy.ts';
import { clauseFor } from '../sign-in/circumstances.ts';
import { type Clause, clauseImplies } from '../sign-in/control.ts';
import { circumstancesOf } from './circumstances-of.ts';
import type { CoverageModel, ModelPolicy } from './coverage-model.ts';
import { type Cube, CubeCover, type Point } from './cube-cover.ts';
import { isProtective } from './find-gaps.ts';

/** Policies that could be removed without any sign-in being asked for less; those with session controls are never among them. */
export function redundantPolicies(model: CoverageModel): Policy[] {
  return model.policies
    .filter(({ policy, clauses }) => clauses.length > 0 && Object.keys(policy.sessionControls).length === 0)
    .filter((one) => addedBy(model, one, one.possibly) === 'nothing')
    .map(({ policy }) => policy);
}

/**
 * A sign-in of the box for which a clause of the policy asks for what no other policy does, `nothing` when there is none, and
 * `tooMuch` when that could not be found out. Positive clauses follow
 * from others together only when one of them implies it alone, so each clause is a question of covering.
 */
export function addedBy(
  model: CoverageModel,
  { policy, clauses }: ModelPolicy,
  box: Cube,
): Point | 'nothing' | 'tooMuch' {
  const others = model.policies.filter((other) => other.policy !== policy && other.clauses.length > 0);
  const cover = new CubeCover(model, box);
  for (const { classes, facts } of circumstancesOf(model)) {
    if (!classes.every((index, dimension) => box[dimension]?.[index] === true)) continue;
    for (const clause of clauses) {
      const left = clauseFor(clause, facts);
      if (left === 'met') continue;
      const cubes = others.filter((other) => asksAsMuch(other, left, facts)).map(({ surely }) => surely);
      const point = cover.uncovered(classes, cubes);
      if (point !== undefined) return point;
    }
  }
  return cover.isComplete ? 'nothing' : 'tooMuch';
}

function asksAsMuch(
  { clauses }: ModelPolicy,
  wanted: Clause,
  facts: Parameters<typeof isProtective>[1],
): boolean {
  return clauses.some((clause) => isProtective(clause, facts, (left) => clauseImplies(left, wanted)));
}
