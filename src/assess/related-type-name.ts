import { findKey, fold, isObject } from '../kernel/index.ts';
import type { DeploymentEvaluation } from './evaluate-deployment.ts';

/** The type that an existence effect looks for, as the policy writes it where it does. */
export function relatedTypeName({ assigned, evaluation }: DeploymentEvaluation): string {
  const type = evaluation.existence?.query?.type ?? 'related resource';
  const { details } = assigned.policy.definition.rule;
  const key = details !== undefined && isObject(details) ? findKey(details, 'type') : undefined;
  const written = key === undefined || !isObject(details!) ? undefined : details[key];
  return typeof written === 'string' && fold(written) === type ? written : type;
}
