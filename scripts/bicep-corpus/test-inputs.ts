import type { BicepProgram } from '../../src/bicep/index.ts';
import type { Value } from '../../src/kernel/index.ts';
import { type Deployment, expand, type ParameterSource, type TargetFacts } from '../../src/template/index.ts';
import type { CorpusFile } from './corpus-folder.ts';

/** One way in which a test deploys a template. */
export interface TestInput {
  readonly test: string;
  readonly parameters: readonly ParameterSource[];
}

/** Facts that every expansion of the corpus is given. */
export const corpusTarget: TargetFacts = {
  tenantId: '00000000-0000-0000-0000-000000000001',
  managementGroup: 'contoso',
  subscriptionId: '00000000-0000-0000-0000-000000000002',
  subscriptionName: 'contoso',
  resourceGroup: 'contoso-rg',
  resourceGroupLocation: 'westeurope',
  location: 'westeurope',
  deploymentName: 'contoso-deployment',
};

/**
 * The parameters that the test files of a corpus give to its templates: each test is expanded as it would be deployed, and every
 * template that it reaches, however deep, has been given some. At most `inputsMax` for each template;
 * tests that cannot be expanded are added to `crashes`.
 */
export function testInputs(
  tests: readonly CorpusFile[],
  program: BicepProgram,
  inputsMax: number,
  crashes: string[],
): ReadonlyMap<string, readonly TestInput[]> {
  const inputs = new Map<string, TestInput[]>();
  const collect = (test: string, deployment: Deployment) => {
    for (const instance of deployment.resources()) {
      const nested = instance.isDeployment && !instance.existing ? instance.nested() : undefined;
      if (nested === undefined) continue;
      const { path } = nested.sections.root.source;
      const known = inputs.get(path) ?? [];
      if (known.length < inputsMax && !known.some((one) => one.test === test))
        inputs.set(path, [...known, { test, parameters: given(nested) }]);
      collect(test, nested);
    }
  };
  for (const { path, text } of tests) {
    try {
      const { deployment } = expand(program.document(path, text), { target: corpusTarget });
      if (deployment !== undefined) collect(path, deployment);
    } catch (error) {
      crashes.push(`CRASH ${path}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  return inputs;
}

/** What the deployment was given, without what its own defaults make. */
function given(deployment: Deployment): ParameterSource[] {
  return deployment.parameterNames().flatMap((name): ParameterSource[] => {
    const source = deployment.parameterSource(name);
    if (source === undefined || source.kind === 'default') return [];
    const value: Value = deployment.parameter(name);
    return [{ kind: 'given', name, value }];
  });
}
