import { Unknown, type Value } from '../kernel/index.ts';
import { EvaluationError } from '../template/index.ts';
import { noAliases } from './alias-table.ts';
import type { BoundPolicy } from './bound-policy.ts';
import { environmentFor } from './evaluate-policy.ts';
import { evaluateOperand } from './interpret.ts';
import { RuleProblem, readOperand } from './operand.ts';
import type { PolicyContext, PolicySubject } from './policy-subject.ts';

/** Evaluates the expressions in a part of a policy's details on a resource. What fails is an unknown that says why. */
export function evaluateInPolicy(
  value: Value,
  policy: BoundPolicy,
  subject: PolicySubject,
  context: PolicyContext,
): Value {
  try {
    return evaluateOperand(
      readOperand(value, ''),
      environmentFor(policy, subject, { resolver: { aliases: noAliases }, context }),
    );
  } catch (error) {
    if (!(error instanceof EvaluationError) && !(error instanceof RuleProblem)) throw error;
    return new Unknown('…', { causes: [{ kind: 'error', name: error.message }] });
  }
}
