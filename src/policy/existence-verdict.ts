import type { Verdict } from '../kernel/index.ts';
import type { BoundPolicy } from './bound-policy.ts';
import { type EvaluationOptions, environmentFor } from './evaluate-policy.ts';
import { checkExistence } from './existence.ts';
import type { PolicySubject } from './policy-subject.ts';

/** The verdict of an existence effect on a resource of which the plan has said that the `if` holds: only the related resources are left. */
export function existenceVerdict(
  policy: BoundPolicy,
  subject: PolicySubject,
  options: EvaluationOptions,
): Verdict {
  const lookup = options.related ?? (() => ({ resources: [], complete: false }));
  const { satisfied } = checkExistence(policy, environmentFor(policy, subject, options), lookup);
  switch (satisfied) {
    case 'true':
      return 'compliant';
    case 'false':
      return 'non-compliant';
    case 'unknown':
      return 'unknown';
    case 'error':
      return 'error';
    default:
      return satisfied satisfies never;
  }
}
