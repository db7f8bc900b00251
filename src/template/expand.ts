import {
  type Diagnostic,
  defaultLimits,
  type JsonDocument,
  type Limits,
  textOfValue,
  Unknown,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import { Deployment } from './deployment.ts';
import { ExpansionRun, type LinkedTemplateReader } from './expansion-run.ts';
import type { ParameterSource } from './parameter-source.ts';
import type { ResourceInstance } from './resource-instance.ts';
import { type TargetFacts, type TargetScope, targetScope } from './target-scope.ts';
import { readTemplate } from './template-sections.ts';

/** What a template is expanded with. */
export interface ExpandOptions {
  /** Parameter values; what is neither given here nor has a default is unknown. */
  readonly parameters?: readonly ParameterSource[];
  /** Where the template will be deployed, as far as that is known. */
  readonly target?: TargetFacts;
  /** Reads linked templates; absent, they are reported as not read. */
  readonly readLinked?: LinkedTemplateReader;
  /** The moment that `utcNow()` answers, in ISO 8601. */
  readonly now?: string;
  readonly limits?: Limits;
}

/** A resource that a deployment of the template would make. */
export interface ExpandedResource {
  /** The resource id; unknown where the target is. */
  readonly id: string | Unknown;
  readonly type: string;
  readonly name: Value;
  readonly apiVersion: string | undefined;
  /** The ARM-shaped resource: type, name, apiVersion, location, properties ... Parts may be unknown. */
  readonly body: ValueObject;
  /** Why it is not certain that the resource is deployed: an unknown condition, or a loop whose count is unknown. */
  readonly uncertain: Unknown | undefined;
  /** The names of the nested deployments it is in, outermost first. */
  readonly deploymentPath: readonly string[];
  readonly scope: TargetScope;
  /** Its declaration; see locate(). */
  readonly instance: ResourceInstance;
}

/** The result of expanding one template. */
export interface Expansion {
  readonly resources: readonly ExpandedResource[];
  /** `{ name: { type, value } }`. */
  readonly outputs: ValueObject;
  readonly diagnostics: readonly Diagnostic[];
  /** The template being deployed, for whoever asks about single values; `undefined` when there is no template. */
  readonly deployment: Deployment | undefined;
}

/**
 * Expands a deployment template to the resources that deploying it would make: parameters, variables, functions, copy loops,
 * conditions, nested and linked templates. A part that cannot be computed is an Unknown with its causes; one bad expression never
 * stops the rest.
 */
export function expand(document: JsonDocument, options: ExpandOptions = {}): Expansion {
  const readLinked = options.readLinked ?? (() => ({ problem: 'linked templates are not read here' }));
  const run = new ExpansionRun(options.limits ?? defaultLimits, readLinked, options.now);
  for (const entry of document.diagnostics) run.diagnostics.add(entry);
  const sections = readTemplate(document.root, run.diagnostics);
  if (sections === undefined)
    return { resources: [], outputs: {}, diagnostics: run.diagnostics.list, deployment: undefined };
  const deployment = new Deployment({
    run,
    sections,
    scope: targetScope(sections.scopeKind, options.target ?? {}),
    parameters: options.parameters ?? [],
    path: [],
    outer: undefined,
  });
  for (const name of deployment.parameterNames()) deployment.parameter(name);
  const resources: ExpandedResource[] = [];
  collect(deployment, undefined, resources);
  return { resources, outputs: deployment.outputs(), diagnostics: run.diagnostics.list, deployment };
}

function collect(
  deployment: Deployment,
  uncertain: Unknown | undefined,
  resources: ExpandedResource[],
): void {
  for (const instance of deployment.resources()) {
    if (instance.existing) continue;
    const doubt = uncertain ?? doubtOf(instance);
    if (instance.isDeployment) {
      const nested = instance.nested();
      if (nested !== undefined) {
        collect(nested, doubt, resources);
        nested.outputs();
      }
      continue;
    }
    resources.push({
      id: instance.id,
      type: typeof instance.type === 'string' ? instance.type : textOfValue(instance.type),
      name: instance.name,
      apiVersion: typeof instance.apiVersion === 'string' ? instance.apiVersion : undefined,
      body: instance.body(),
      uncertain: doubt,
      deploymentPath: deployment.path,
      scope: deployment.scope,
      instance,
    });
  }
}

function doubtOf(instance: ResourceInstance): Unknown | undefined {
  if (instance.condition instanceof Unknown) return instance.condition;
  return instance.copyIndex instanceof Unknown ? instance.copyIndex : undefined;
}
