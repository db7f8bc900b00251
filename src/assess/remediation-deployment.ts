import { textOfValue } from '../kernel/index.ts';
import type { DeploymentEvaluation } from './evaluate-deployment.ts';
import { deployedResources } from './remediation/deployed-resources.ts';

/** The resources that a deployIfNotExists policy would deploy to put things right, one line each. Empty for other effects. */
export function remediationDeployment({ assigned, resource, evaluation }: DeploymentEvaluation): string[] {
  const { policy } = assigned;
  if (policy.effect.name !== 'deployIfNotExists' || evaluation.verdict !== 'non-compliant') return [];
  const deployed = deployedResources(policy, resource.subject, resource.context) ?? [];
  return deployed.map(({ type, name }) => `${type} ${textOfValue(name)}`);
}
