import { fold } from '../kernel/index.ts';
import { relatedTypeOf } from '../policy/index.ts';
import type { DeploymentEvaluation } from './evaluate-deployment.ts';

/** The type that an existence effect looks for, as the policy writes it where it does. */
export function relatedTypeName({ assigned, evaluation }: DeploymentEvaluation): string {
  const type = evaluation.existence?.query?.type ?? 'related resource';
  const written = relatedTypeOf(assigned.policy.definition);
  return written !== undefined && fold(written) === type ? written : type;
}
