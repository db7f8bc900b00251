import { type Diagnostic, defaultLimits, fold, type JsonNode, type Limits } from '../kernel/index.ts';
import { Deployment } from './deployment.ts';
import { ExpansionRun } from './expansion-run.ts';
import type { ParameterSource } from './parameter-source.ts';
import { targetScope } from './target-scope.ts';
import { readTemplate } from './template-sections.ts';

/** What a template would refuse of values for its parameters: those of another type, and those that its constraints exclude. */
export function parameterProblems(
  template: JsonNode,
  parameters: readonly ParameterSource[],
  limits: Limits = defaultLimits,
): readonly Diagnostic[] {
  const run = new ExpansionRun(limits, () => ({ problem: 'linked templates are not read here' }), undefined);
  const sections = readTemplate(template, run.diagnostics);
  if (sections === undefined) return run.diagnostics.list;
  const scope = targetScope(sections.scopeKind, {});
  const deployment = new Deployment({ run, sections, scope, parameters, path: [], outer: undefined });
  const given = new Set(parameters.map((one) => fold(one.name)));
  for (const name of deployment.parameterNames()) if (given.has(fold(name))) deployment.parameter(name);
  return run.diagnostics.list;
}
