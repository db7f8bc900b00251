import { GrantChecker, scopeChain, scopeKey } from '../assignment/index.ts';
import { type AccessModel, modelAt } from '../estate/index.ts';
import type { AccessAnswer } from './access-answer.ts';
import { type AccessQuestion, realmOf } from './access-question.ts';
import { askedAction } from './asked.ts';
import { askerOf } from './asker.ts';
import { decide } from './decide.ts';
import { heldBy } from './effective-actions.ts';

/** An assignment of the principal that does not grant the action, and why. */
export interface NearMiss {
  readonly assignmentId: string;
  readonly scope: string;
  readonly roleName: string;
  /**
   * - `otherScope`: its role has the action, but its scope does not hold the resource
   * - `otherAction`: it holds for the resource, but its role does not have the action
   * - `otherTime`: it would grant it, but is not in force
   */
  readonly because: 'otherScope' | 'otherAction' | 'otherTime';
}

/** An answer with what it could have rested on. */
export interface Explanation {
  readonly answer: AccessAnswer;
  /** The first of them, those that are nearest to granting it first. */
  readonly nearMisses: readonly NearMiss[];
}

const missCountMax = 20;
const reasons: readonly NearMiss['because'][] = ['otherTime', 'otherScope', 'otherAction'];

/** Decides, and says what the principal has that does not grant the action. */
export function explain(anyTime: AccessModel, question: AccessQuestion): Explanation {
  const model = modelAt(anyTime, question);
  const answer = decide(model, question);
  const asker = askerOf(model, question.principal);
  if (!('principal' in asker)) return { answer, nearMisses: [] };
  const realm = realmOf(question);
  const keys = new Set(scopeChain(question.resource, model.scopes).keys);
  const asked = askedAction(model, question, asker.principal);
  const checker = new GrantChecker(realm === 'azure' ? model.roles : model.directoryRoles, asked);
  const inForce = new Set(
    heldBy(model, asker, { ...question, activate: true }, realm).map(({ assignment }) => assignment),
  );
  const misses = heldBy(model, asker, { activate: true }, realm).flatMap(
    ({ assignment }): NearMiss | readonly [] => {
      const check = checker.check(assignment);
      const isHere = keys.has(scopeKey(assignment.scope));
      const has = check.truth.kind !== 'no';
      const isNow = inForce.has(assignment);
      if ((isHere && has && isNow) || (!has && !isHere) || (isHere && check.isRelevant && isNow)) return [];
      const { id, scope, role } = assignment;
      const because = !has ? 'otherAction' : isHere ? 'otherTime' : 'otherScope';
      return { assignmentId: id, scope, roleName: check.role?.roleName ?? role, because };
    },
  );
  const nearMisses = misses
    .toSorted((a, b) => reasons.indexOf(a.because) - reasons.indexOf(b.because))
    .slice(0, missCountMax);
  return { answer, nearMisses };
}
