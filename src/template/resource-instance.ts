import {
  childNode,
  describeNode,
  fold,
  type ObjectNode,
  spanOf,
  textOfValue,
  Unknown,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import type { Deployment } from './deployment.ts';
import { evaluateNode, evaluateObject } from './evaluate-node.ts';
import { type ExtensionName, splitExtensionName } from './extension-name.ts';
import type { Frame } from './frame.ts';
import { nestedDeployment } from './nested-deployment.ts';
import { idOfUnknownRelative, resourceIdOfRelative } from './relative-scope.ts';
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
  /** False only for the parent of resources that are deployed without it. */
  readonly condition: boolean | Unknown;
  readonly existing: boolean;
  readonly #extended: ExtensionName['extended'] | undefined;
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
    condition: boolean | Unknown;
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
    const [fullType, fullName] = [this.#fullType(type), this.#fullName(name)];
    const extension = splitExtensionName(fullType, fullName);
    this.type = extension?.type ?? fullType;
    this.name = extension?.name ?? fullName;
    this.#extended = extension?.extended;
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
      try {
        this.#body = this.deployment.run.meter.nested(() => this.#evaluateBody());
      } finally {
        this.#evaluatingBody = false;
      }
    }
    return this.#body;
  }

  #evaluateBody(): ValueObject {
    const { apiVersion } = this;
    return {
      type: this.type,
      name: this.name,
      ...(apiVersion === null ? {} : { apiVersion }),
      ...evaluateObject(this.node, this.frame, templateKeys),
    };
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
        { type: textOfValue(this.type), name: textOfValue(this.name) },
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
    const base = this.#elsewhere() ?? scopeId(this.deployment.scope);
    if (this.#extended !== undefined) return resourceIdAt(base, this.#extended.type, [this.#extended.name]);
    const own = childNode(this.node, 'scope');
    if (own === undefined) return this.parent === undefined ? base : this.parent.#scopeId();
    const scope = evaluateNode(own, this.frame);
    if (scope === '/') return '';
    if (typeof scope === 'string') return scope.startsWith('/') ? scope : resourceIdOfRelative(base, scope);
    if (scope instanceof Unknown) return idOfUnknownRelative(base, scope) ?? scope;
    return base;
  }

  /** An existing resource may be in another group or subscription (articles/azure-resource-manager/bicep/existing-resource.md). */
  #elsewhere(): string | Unknown | undefined {
    if (this.isDeployment) return undefined;
    const [subscriptionId, resourceGroup] = ['subscriptionId', 'resourceGroup'].map((name) => {
      const node = childNode(this.node, name);
      return node === undefined ? undefined : evaluateNode(node, this.frame);
    });
    if (subscriptionId === undefined && resourceGroup === undefined) return undefined;
    const { scope } = this.deployment;
    const kind = resourceGroup === undefined ? 'subscription' : 'resourceGroup';
    return scopeId({
      ...scope,
      kind,
      subscriptionId: subscriptionId ?? scope.subscriptionId,
      resourceGroup: resourceGroup ?? scope.resourceGroup,
    });
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
    return textOfValue(value);
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
