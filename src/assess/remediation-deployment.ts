import { isObject, parseJson, textOfValue, type Value, type ValueObject } from '../kernel/index.ts';
import { evaluateInPolicy } from '../policy/index.ts';
import { expand, type ParameterSource } from '../template/index.ts';
import type { DeploymentEvaluation } from './evaluate-deployment.ts';

/**
 * The resources that a deployIfNotExists policy would deploy to put things right, one line each: its template expanded with the parameters that it takes
 * from the resource (effect-deploy-if-not-exists.md#deployifnotexists-properties). Empty for other effects.
 */
export function remediationDeployment({ assigned, resource, evaluation }: DeploymentEvaluation): string[] {
  const { policy } = assigned;
  if (policy.effect.name !== 'deployIfNotExists' || evaluation.verdict !== 'non-compliant') return [];
  const properties = member(member(policy.definition.rule.details, 'deployment'), 'properties');
  const template = member(properties, 'template');
  if (template === undefined) return [];
  const parameters = Object.entries(asObject(member(properties, 'parameters'))).flatMap(
    ([name, entry]): ParameterSource[] => {
      const value = member(entry, 'value');
      return value === undefined
        ? []
        : [
            {
              kind: 'given',
              name,
              value: evaluateInPolicy(value, policy, resource.subject, resource.context),
            },
          ];
    },
  );
  const document = parseJson('the policy', JSON.stringify(template));
  const { resources } = expand(document, { parameters });
  return resources.map((one) => `${one.type} ${textOfValue(one.name)}`);
}

function asObject(value: Value | undefined): ValueObject {
  return value !== undefined && isObject(value) ? value : {};
}

/** A property without regard to case. */
function member(value: Value | undefined, name: string): Value | undefined {
  const object = asObject(value);
  const key = Object.keys(object).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}
