import type { Condition } from './condition.ts';
import type { EvaluationOptions } from './evaluate-policy.ts';
import { interpret } from './interpret.ts';
import { PolicyEnvironment, parameterEnvironment } from './policy-environment.ts';
import type { PolicySubject } from './policy-subject.ts';
import type { Outcome } from './trace.ts';

/** Whether a condition without parameters, such as the selectors of an exemption, holds for a resource. */
export function applies(
  condition: Condition | undefined,
  subject: PolicySubject,
  options: EvaluationOptions,
): Outcome {
  if (condition === undefined) return 'true';
  const environment = new PolicyEnvironment({
    ...parameterEnvironment(new Map()).parts,
    primary: subject,
    subject,
    resolver: options.resolver,
  });
  return interpret(condition, environment).outcome;
}
