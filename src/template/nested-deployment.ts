import {
  childNode,
  fold,
  isKnown,
  type JsonNode,
  parseJson,
  spanOf,
  stringOf,
  textOfValue,
  Unknown,
  type Value,
} from '../kernel/index.ts';
import { Deployment } from './deployment.ts';
import { evaluateNode } from './evaluate-node.ts';
import { isExpression } from './expression.ts';
import { printExpression } from './expression-printer.ts';
import type { Frame } from './frame.ts';
import { readParameterSources } from './parameter-source.ts';
import type { ResourceInstance } from './resource-instance.ts';
import type { ScopeKind, TargetScope } from './target-scope.ts';
import { readTemplate } from './template-sections.ts';

/**
 * The deployment that a `Microsoft.Resources/deployments` resource makes
 * (articles/azure-resource-manager/templates/linked-templates.md, deploy-to-*.md). `undefined`, with a diagnostic, when its template cannot be read.
 */
export function nestedDeployment(instance: ResourceInstance): Deployment | undefined {
  const { deployment, frame, node } = instance;
  const { run } = deployment;
  const properties = childNode(node, 'properties');
  if (deployment.path.length >= run.limits.deploymentDepthMax) {
    run.diagnostics.report(
      'LG2015',
      { limit: run.limits.deploymentDepthMax, what: 'levels of nested deployments' },
      spanOf(node),
    );
    return undefined;
  }
  const inline = childNode(properties, 'template');
  const templateRoot =
    inline === undefined ? linkedTemplate(instance, properties) : writtenTemplate(inline, frame);
  if (templateRoot === undefined) return undefined;
  const scope = nestedScope(instance);
  const sections = readTemplate(templateRoot, run.diagnostics, scope.kind);
  if (sections === undefined) return undefined;
  // A template that an expression yields has been evaluated by then; what is left of it is its own.
  const isOuter =
    inline?.kind === 'object' && !deployment.sections.symbolicNames && !usesInnerScope(properties);
  return new Deployment({
    run,
    sections,
    scope,
    parameters: readParameterSources(childNode(properties, 'parameters'), frame, run.diagnostics),
    path: [...deployment.path, textOfValue(instance.name)],
    outer: isOuter ? frame : undefined,
    madeBy: instance,
  });
}

/** An inline template may be an expression, e.g. a variable that holds a loaded file; its positions are then those of its own text. */
function writtenTemplate(inline: JsonNode, frame: Frame): JsonNode | undefined {
  const text = stringOf(inline);
  if (text === undefined || !isExpression(text)) return inline;
  const value = evaluateNode(inline, frame);
  if (value instanceof Unknown || !isKnown(value)) {
    const problem = 'its text depends on a value that is not known';
    frame.deployment.run.diagnostics.report('LG2016', { link: text, problem }, spanOf(inline));
    return undefined;
  }
  return parseJson(`${inline.source.path} (${text})`, JSON.stringify(value)).root;
}

/** Symbolic names (languageVersion 2.0) know only inner scope (articles/azure-resource-manager/templates/syntax.md#languageversion-20). */
function usesInnerScope(properties: JsonNode | undefined): boolean {
  const scope = stringOf(childNode(childNode(properties, 'expressionEvaluationOptions'), 'scope'));
  return scope !== undefined && fold(scope) === 'inner';
}

function linkedTemplate(instance: ResourceInstance, properties: JsonNode | undefined): JsonNode | undefined {
  const { run, sections } = instance.deployment;
  const link = childNode(properties, 'templateLink');
  const place = spanOf(link ?? instance.node);
  const relativePath = relativePathOf(link, instance);
  if (relativePath.path === undefined) {
    if (relativePath.isReported) return undefined;
    run.diagnostics.report(
      'LG2016',
      { link: relativePath.shown, problem: 'it is not a path relative to this file' },
      place,
    );
    return undefined;
  }
  const document = run.readLinked(sections.root.source.path, relativePath.path);
  if ('problem' in document) {
    run.diagnostics.report('LG2016', { link: relativePath.shown, problem: document.problem }, place);
    return undefined;
  }
  for (const entry of document.diagnostics) run.diagnostics.add(entry);
  return document.root;
}

function relativePathOf(
  link: JsonNode | undefined,
  instance: ResourceInstance,
): { path: string | undefined; shown: string; isReported?: boolean } {
  const relative = childNode(link, 'relativePath');
  if (relative !== undefined) {
    const path = evaluateNode(relative, instance.frame);
    return { path: typeof path === 'string' ? path : undefined, shown: printLink(path) };
  }
  const target = childNode(link, 'uri') ?? childNode(link, 'id');
  if (target === undefined) return { path: undefined, shown: 'a deployment without a template' };
  const uri = evaluateNode(target, instance.frame);
  if (!(uri instanceof Unknown)) return { path: undefined, shown: printLink(uri) };
  // What the link is could not be read, which has been said where it stands.
  const isReported = uri.causes.some(({ kind }) => kind === 'error');
  return { path: relativeToOwnUri(uri), shown: printLink(uri), isReported };
}

/** `uri(deployment().properties.templateLink.uri, 'nested/a.json')` is a path relative to the template, wherever that is. */
function relativeToOwnUri(uri: Unknown): string | undefined {
  if (!/\btemplateLink\.uri\b/i.test(uri.expression)) return undefined;
  const paths = [...uri.expression.matchAll(/'([^']+\.json)/g)].map((match) => match[1]!);
  return paths
    .at(-1)
    ?.replace(/^\{\d+\}/, '')
    .replace(/^\//, '');
}

function printLink(link: Value): string {
  return typeof link === 'string' ? link : `[${printExpression(link)}]`;
}

/** The scope of a nested deployment: its own `scope`, `subscriptionId` and `resourceGroup`, or else that of its parent. */
function nestedScope(instance: ResourceInstance): TargetScope {
  const { node, frame, deployment } = instance;
  const outer = deployment.scope;
  const read = (name: string): Value | undefined => {
    const child = childNode(node, name);
    return child === undefined ? undefined : evaluateNode(child, frame);
  };
  const subscriptionId = read('subscriptionId');
  const resourceGroup = read('resourceGroup');
  const target = read('scope');
  const base = {
    ...outer,
    deploymentName: instance.name,
    location: read('location') ?? outer.location,
    resourceGroupLocation:
      resourceGroup === undefined ? outer.resourceGroupLocation : locationOfGroup(instance, resourceGroup),
  };
  if (typeof target === 'string' || target instanceof Unknown) return { ...base, ...scopeNamed(target) };
  const kind: ScopeKind =
    resourceGroup !== undefined
      ? 'resourceGroup'
      : subscriptionId !== undefined
        ? 'subscription'
        : outer.kind;
  return {
    ...base,
    kind,
    subscriptionId: subscriptionId ?? outer.subscriptionId,
    resourceGroup: resourceGroup ?? outer.resourceGroup,
  };
}

/** The location of a resource group that the same deployment makes. */
function locationOfGroup(instance: ResourceInstance, resourceGroup: Value): Value {
  const made = instance.deployment
    .resources()
    .find(
      (one) =>
        typeof one.type === 'string' &&
        fold(one.type) === 'microsoft.resources/resourcegroups' &&
        one.name === resourceGroup,
    );
  const location = made?.body().location;
  if (location !== undefined) return location;
  return new Unknown('resourceGroup().location', {
    type: 'string',
    causes: [{ kind: 'scope', name: `the location of resource group ${printExpression(resourceGroup)}` }],
  });
}

/** The `scope` of a deployment: `/` for the tenant, or else the id of a management group, a subscription or a resource group. */
function scopeNamed(scope: string | Unknown): Pick<TargetScope, 'kind'> & Partial<TargetScope> {
  if (scope instanceof Unknown)
    return {
      kind: 'managementGroup',
      managementGroup: scope.derive(`last(split(${scope.expression}, '/'))`, { type: 'string' }),
    };
  const group = /Microsoft\.Management\/managementGroups\/([^/]+)$/i.exec(scope)?.[1];
  if (group !== undefined) return { kind: 'managementGroup', managementGroup: group };
  const [, subscriptionId, resourceGroup] =
    /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?$/i.exec(scope) ?? [];
  if (subscriptionId === undefined) return { kind: 'tenant' };
  return resourceGroup === undefined
    ? { kind: 'subscription', subscriptionId }
    : { kind: 'resourceGroup', subscriptionId, resourceGroup };
}
