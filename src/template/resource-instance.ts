import {
  childNode,
  describeNode,
  fold,
  type JsonNode,
  type ObjectNode,
  spanOf,
  stringOf,
  Unknown,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import type { Deployment } from './deployment.ts';
import { evaluateNode, evaluateObject, loopCount, loopIndex } from './evaluate-node.ts';
import type { Frame } from './frame.ts';
import { nestedDeployment } from './nested-deployment.ts';
import { resourceIdAt, scopeId } from './scope-id.ts';
import { EvaluationError } from './template-function.ts';
import { joinText } from './text.ts';

/** One resource of a deployment: a declaration, or one iteration of its copy loop. Its body is evaluated when first needed. */
export class ResourceInstance {
  readonly deployment: Deployment;
  readonly node: ObjectNode;
  readonly frame: Frame;
  readonly symbolicName: string | undefined;
  /** Position in the copy loop, when there is one. */
  readonly copyIndex: Value | undefined;
  readonly parent: ResourceInstance | undefined;
  readonly type: Value;
  readonly name: Value;
  /** `true`, or an unknown condition. Instances whose condition is false do not exist. */
  readonly condition: true | Unknown;
  readonly existing: boolean;
  readonly #extensionOf: { readonly type: string; readonly name: string } | undefined;
  #id: string | Unknown | undefined;
  #body: ValueObject | undefined;
  #evaluatingBody = false;
  #nested: Deployment | undefined | null = null;

  constructor(options: {
    deployment: Deployment;
    node: ObjectNode;
    frame: Frame;
    symbolicName: string | undefined;
    copyIndex: Value | undefined;
    parent: ResourceInstance | undefined;
    condition: true | Unknown;
  }) {
    this.deployment = options.deployment;
    this.node = options.node;
    this.frame = options.frame;
    this.symbolicName = options.symbolicName;
    this.copyIndex = options.copyIndex;
    this.parent = options.parent;
    this.condition = options.condition;
    this.existing = existingOf(options.node, options.frame);
    const type = this.#textOf('type');
    const name = this.#textOf('name');
    const split = splitExtension(this.#fullType(type), this.#fullName(name));
    this.type = split.type;
    this.name = split.name;
    this.#extensionOf = split.extensionOf;
  }

  get apiVersion(): Value {
    const node = childNode(this.node, 'apiVersion');
    return node === undefined ? null : evaluateNode(node, this.frame);
  }

  get isDeployment(): boolean {
    return typeof this.type === 'string' && fold(this.type) === 'microsoft.resources/deployments';
  }

  /** The resource id; unknown where the target scope or the name is. */
  get id(): string | Unknown {
    this.#id ??= this.#composeId();
    return this.#id;
  }

  /** The resource as it would be sent to Azure, without what only the template language reads. */
  body(): ValueObject {
    if (this.#body === undefined) {
      if (this.#evaluatingBody) return {};
      this.#evaluatingBody = true;
      const evaluated = evaluateObject(this.node, this.frame, templateKeys);
      this.#body = {
        type: this.type,
        name: this.name,
        ...(this.apiVersion === null ? {} : { apiVersion: this.apiVersion }),
        ...evaluated,
      };
      this.#evaluatingBody = false;
    }
    return this.#body;
  }

  /** The body while it can be seen: not while it is being evaluated itself. */
  knownBody(): ValueObject | undefined {
    return this.existing || this.#evaluatingBody ? undefined : this.body();
  }

  /** The deployment that a nested or linked template makes; `undefined` when it cannot be read here. */
  nested(): Deployment | undefined {
    if (this.#nested === null) {
      this.#nested = undefined;
      this.#nested = nestedDeployment(this);
    }
    return this.#nested;
  }

  #composeId(): string | Unknown {
    try {
      return resourceIdAt(this.#scopeId(), this.type, [this.name]);
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      const { diagnostics } = this.deployment.run;
      diagnostics.report(
        'LG2018',
        { type: String(this.type), name: String(this.name) },
        spanOf(childNode(this.node, 'name') ?? this.node),
      );
      return new Unknown('…', {
        type: 'string',
        causes: [
          { kind: 'error', name: 'a resource name that does not fit its type', span: spanOf(this.node) },
        ],
      });
    }
  }

  /** The id of what the resource is deployed to: the deployment's scope, or the resource that it extends. */
  #scopeId(): string | Unknown {
    const base = scopeId(this.deployment.scope);
    if (this.#extensionOf !== undefined)
      return resourceIdAt(base, this.#extensionOf.type, [this.#extensionOf.name]);
    const own = childNode(this.node, 'scope');
    if (own === undefined) return this.parent === undefined ? base : this.parent.#scopeId();
    const scope = evaluateNode(own, this.frame);
    if (scope === '/') return '';
    if (typeof scope === 'string') return scope.startsWith('/') ? scope : resourceIdOfRelative(base, scope);
    if (scope instanceof Unknown)
      return isRelativeId(scope.prefix) ? joinText(base, '/providers/', scope) : scope;
    return base;
  }

  #fullType(own: Value): Value {
    const outer = this.parent?.type;
    if (outer === undefined || typeof own !== 'string' || typeof outer !== 'string') return own;
    return fold(own).startsWith(`${fold(outer)}/`) ? own : `${outer}/${own}`;
  }

  #fullName(own: Value): Value {
    if (this.parent === undefined) return own;
    const outer = this.parent.name;
    if (typeof own === 'string' && typeof outer === 'string' && own.startsWith(`${outer}/`)) return own;
    return joinText(outer, '/', own);
  }

  #textOf(property: 'type' | 'name'): Value {
    const node = childNode(this.node, property);
    const { diagnostics } = this.deployment.run;
    if (node === undefined) {
      if (property === 'type' || !isExtensible(this.node))
        diagnostics.report('LG2017', { property }, spanOf(this.node));
      return property === 'type'
        ? ''
        : new Unknown('…', {
            type: 'string',
            causes: [{ kind: 'error', name: 'a resource without a name', span: spanOf(this.node) }],
          });
    }
    const value = evaluateNode(node, this.frame);
    if (typeof value === 'string' || value instanceof Unknown) return value;
    diagnostics.report('LG2022', { expected: 'a string', found: describeNode(node) }, spanOf(node));
    return String(value);
  }
}

const templateKeys: ReadonlySet<string> = new Set([
  'copy',
  'condition',
  'dependson',
  'resources',
  'comments',
  'scope',
  'existing',
  'type',
  'name',
  'apiversion',
  'metadata',
  '@options',
]);

function isExtensible(node: ObjectNode): boolean {
  return childNode(node, 'import') !== undefined || childNode(node, 'extension') !== undefined;
}

function existingOf(node: ObjectNode, frame: Frame): boolean {
  const existing = childNode(node, 'existing');
  return existing !== undefined && evaluateNode(existing, frame) === true;
}

/** `Microsoft.Storage/storageAccounts/x`, as the `scope` of an extension resource may be written. */
function resourceIdOfRelative(base: string | Unknown, text: string): string | Unknown {
  const [namespace, ...pairs] = text.split('/');
  const types = pairs.filter((_, index) => index % 2 === 0);
  const names = pairs.filter((_, index) => index % 2 === 1);
  return resourceIdAt(base, [namespace, ...types].join('/'), names);
}

function isRelativeId(prefix: string): boolean {
  return prefix !== '' && !prefix.startsWith('/');
}

/**
 * Old templates name an extension resource by the resource it extends: type `A/b/providers/locks`, name `x/Microsoft.Authorization/y`
 * (articles/azure-resource-manager/templates/scope-extension-resources.md).
 */
function splitExtension(
  type: Value,
  name: Value,
): { type: Value; name: Value; extensionOf?: { type: string; name: string } } {
  if (typeof type !== 'string' || typeof name !== 'string') return { type, name };
  const at = fold(type).indexOf('/providers/');
  if (at === -1) return { type, name };
  const extendedType = type.slice(0, at);
  const extensionTypes = type.slice(at + '/providers/'.length);
  const depth = extendedType.split('/').length - 1;
  const names = name.split('/');
  const namespace = names[depth];
  if (namespace === undefined || names.length <= depth + 1) return { type, name };
  return {
    type: `${namespace}/${extensionTypes}`,
    name: names.slice(depth + 1).join('/'),
    extensionOf: { type: extendedType, name: names.slice(0, depth).join('/') },
  };
}

/** All resources that a template declares, in its order, children after their parents. */
export function declareResources(deployment: Deployment): ResourceInstance[] {
  const instances: ResourceInstance[] = [];
  declareAll(deployment.sections.resources, deployment, deployment.frame, undefined, instances);
  return instances;
}

function declareAll(
  resources: JsonNode | undefined,
  deployment: Deployment,
  frame: Frame,
  parent: ResourceInstance | undefined,
  instances: ResourceInstance[],
): void {
  if (resources?.kind === 'object') {
    for (const { name, value } of resources.properties)
      declareOne(value, name, deployment, frame, parent, instances);
  } else if (resources?.kind === 'array') {
    for (const node of resources.items) declareOne(node, undefined, deployment, frame, parent, instances);
  }
}

function declareOne(
  node: JsonNode,
  symbolicName: string | undefined,
  deployment: Deployment,
  frame: Frame,
  parent: ResourceInstance | undefined,
  instances: ResourceInstance[],
): void {
  const { diagnostics } = deployment.run;
  if (node.kind !== 'object') {
    diagnostics.report('LG2022', { expected: 'a resource', found: describeNode(node) }, spanOf(node));
    return;
  }
  for (const [iteration, index] of iterations(node, frame)) {
    const condition = conditionOf(node, iteration);
    if (condition === false) continue;
    if (!admitResource(deployment, node)) return;
    const instance = new ResourceInstance({
      deployment,
      node,
      frame: iteration,
      symbolicName,
      copyIndex: index,
      parent,
      condition,
    });
    instances.push(instance);
    if (!instance.isDeployment)
      declareAll(childNode(node, 'resources'), deployment, iteration, instance, instances);
  }
}

/** The frames of a resource's copy loop; the frame itself when there is none, one with an unknown index when the count is unknown. */
function iterations(node: ObjectNode, frame: Frame): [Frame, Value | undefined][] {
  const copy = childNode(node, 'copy');
  const countNode = childNode(copy, 'count');
  if (copy?.kind !== 'object' || countNode === undefined) return [[frame, undefined]];
  const nameNode = childNode(copy, 'name');
  const evaluated = nameNode === undefined ? '' : evaluateNode(nameNode, frame);
  const name = typeof evaluated === 'string' ? evaluated : (stringOf(nameNode) ?? '');
  const count = loopCount(countNode, frame);
  if (count instanceof Unknown) {
    const index = loopIndex(name, count);
    return [[frame.withLoop(name, index), index]];
  }
  return Array.from({ length: count }, (_, index) => [frame.withLoop(name, index), index]);
}

/** Whether the resource is deployed. What cannot be said is kept and marked, never dropped. */
function conditionOf(node: ObjectNode, frame: Frame): boolean | Unknown {
  const conditionNode = childNode(node, 'condition');
  if (conditionNode === undefined) return true;
  const value = evaluateNode(conditionNode, frame);
  if (typeof value === 'boolean' || value instanceof Unknown) return value;
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return fold(value) === 'true';
  frame.deployment.run.diagnostics.report(
    'LG2022',
    { expected: 'a boolean', found: describeNode(conditionNode) },
    spanOf(conditionNode),
  );
  return new Unknown('…', {
    type: 'bool',
    causes: [{ kind: 'error', name: 'a condition that is not a boolean', span: spanOf(conditionNode) }],
  });
}

function admitResource(deployment: Deployment, node: ObjectNode): boolean {
  const { run } = deployment;
  if (++run.resourceCount <= run.limits.resourceCountMax) return true;
  run.diagnostics.report('LG2015', { limit: run.limits.resourceCountMax, what: 'resources' }, spanOf(node));
  return false;
}
