import {
  childNode,
  fold,
  type JsonNode,
  type Origin,
  type Place,
  placeOf,
  type Span,
  spanOf,
  stringOf,
  textOfValue,
} from '../kernel/index.ts';
import type { Deployment } from './deployment.ts';
import { type CallExpression, type Expression, isExpression } from './expression.ts';
import type { Frame } from './frame.ts';
import { isOwnCode, placeOfUse } from './own-code.ts';
import { passThroughRules, tryEvaluate, type ValuePath } from './pass-through.ts';
import { propertyLoop } from './property-copy.ts';
import type { ResourceInstance } from './resource-instance.ts';

/** Where a value of a resource stands in the source, and the places that it came from. */
export interface Location {
  /** The place of the value in the resource's declaration, or of the nearest thing that is there. */
  readonly place: Place;
  readonly span: Span;
  /** The way back from there: parameter, parameter file, default, variable, nested template ... nearest first. */
  readonly origins: readonly Origin[];
  /** Where the value itself is written: the place to change. */
  readonly owner: Span;
  /** Whether the whole path was found; if not, `place` is that of the innermost part that is there. */
  readonly exact: boolean;
}

const originCountMax = 8;
const stepCountMax = 64;

/**
 * Finds the source of a property of an expanded resource by following its expressions back through parameters, variables, conditions
 * and nested deployments. `path` holds property names and array positions, e.g. `['properties', 'networkAcls', 'defaultAction']`.
 */
export function locate(instance: ResourceInstance, path: ValuePath): Location {
  const search = new OriginSearch();
  const found = search.follow(instance.node, instance.frame, path);
  const isWholeResource =
    found.span.start === instance.node.start && found.span.source === instance.node.source;
  const written = isWholeResource ? spanOf(childNode(instance.node, 'type') ?? instance.node) : found.span;
  const span = isOwnCode(written) ? written : (nearestOwnCode(search.steps, instance) ?? written);
  return {
    place: placeOf(span),
    span,
    origins: search.steps
      .slice(0, originCountMax)
      .map(({ kind, name, span: at }) => ({ kind, name, place: placeOf(at) })),
    owner: search.owner ?? written,
    exact: found.exact,
  };
}

/** For what stands in a module of a registry: what the reader gives it for the value, or else where the reader uses it. */
function nearestOwnCode(steps: readonly Step[], instance: ResourceInstance): Span | undefined {
  return steps.find((step) => isOwnCode(step.span))?.span ?? placeOfUse(instance);
}

/** One place that a value came through. */
interface Step extends Pick<Origin, 'kind' | 'name'> {
  readonly span: Span;
}

interface Found {
  readonly span: Span;
  readonly exact: boolean;
}

/** Follows a value back to where it is written. The first node reached is where it stands, the ones after are its origins. */
class OriginSearch {
  readonly steps: Step[] = [];
  owner: Span | undefined;
  #steps = 0;

  follow(node: JsonNode, frame: Frame, path: ValuePath): Found {
    if (++this.#steps > stepCountMax) return { span: spanOf(node), exact: false };
    if (path.length === 0 || node.kind === 'scalar') {
      this.owner = spanOf(node);
      this.#followText(node, frame, path);
      return { span: spanOf(node), exact: path.length === 0 || isExpression(stringOf(node) ?? '') };
    }
    const [key, ...rest] = path;
    const child = childOf(node, key!);
    if (child !== undefined) return this.follow(child, frame, rest);
    const loop = propertyLoop(node, key!);
    if (loop !== undefined) {
      const [index, ...inner] = rest;
      return this.follow(
        childNode(loop, 'input')!,
        typeof index === 'number' ? frame.withLoop(String(key), index) : frame,
        inner,
      );
    }
    this.owner = spanOf(node);
    return { span: spanOf(node), exact: false };
  }

  #followText(node: JsonNode, frame: Frame, path: ValuePath): void {
    const text = stringOf(node);
    if (text === undefined || !isExpression(text)) return;
    const expression = frame.deployment.run.parse(text);
    if (expression.kind !== 'problem') this.#followExpression(expression, frame, path);
  }

  #followExpression(expression: Expression, frame: Frame, path: ValuePath): void {
    if (++this.#steps > stepCountMax) return;
    switch (expression.kind) {
      case 'literal':
        break;
      case 'member':
        this.#followExpression(expression.target, frame, [expression.name, ...path]);
        break;
      case 'index': {
        const index = tryEvaluate(expression.index, frame);
        const isKey = typeof index === 'string' || typeof index === 'number';
        if (isKey) this.#followExpression(expression.target, frame, [index, ...path]);
        break;
      }
      case 'call':
        this.#followCall(expression, frame, path);
        break;
      default:
        expression satisfies never;
    }
  }

  #followCall(call: CallExpression, frame: Frame, path: ValuePath): void {
    const name = call.namespace === '' ? fold(call.name) : '';
    if (name === 'parameters') this.#followParameter(call, frame, path);
    else if (name === 'variables') this.#followVariable(call, frame, path);
    else if (name === 'reference') this.#followOutput(call, frame, path);
    else {
      const handedOn = passThroughRules.get(name)?.(call, frame, path);
      if (handedOn !== undefined) this.#followExpression(handedOn.expression, frame, handedOn.path);
      // The value is computed from its arguments: each parameter and variable among them had a part in it.
      else for (const arg of call.args) this.#followExpression(arg, frame, []);
    }
  }

  #followParameter(call: CallExpression, frame: Frame, path: ValuePath): void {
    const name = tryEvaluate(call.args[0]!, frame);
    if (typeof name !== 'string' || frame.functionParameters !== undefined) return;
    const { deployment } = outermost(frame);
    const source = deployment.parameterSource(name);
    if (source === undefined) {
      const declaration = deployment.sections.parameters.get(fold(name));
      if (declaration !== undefined)
        this.#add('parameter', name, {
          source: declaration.value.source,
          start: declaration.nameStart,
          end: declaration.nameEnd,
        });
      return;
    }
    switch (source.kind) {
      case 'given':
        return;
      case 'keyVault':
        this.#add('parameter', name, source.span);
        return;
      case 'file':
        this.#drill('parameter', name, source.node, deployment.frame, path);
        return;
      case 'computed':
        this.#drill('parameter', name, source.node, source.frame, path);
        return;
      case 'default':
        this.#drill('default', name, source.node, deployment.frame, path);
        return;
      case 'nested':
        this.#drill(kindOfTemplate(deployment, source.entry), name, source.entry, source.frame, [
          'value',
          ...path,
        ]);
        return;
      default:
        source satisfies never;
    }
  }

  #followVariable(call: CallExpression, frame: Frame, path: ValuePath): void {
    const name = tryEvaluate(call.args[0]!, frame);
    if (typeof name !== 'string') return;
    const { deployment } = outermost(frame);
    const copy = deployment.variableCopy(name);
    const declaration = deployment.sections.variables.get(fold(name));
    if (copy !== undefined) {
      const input = childNode(copy, 'input')!;
      const [index, ...rest] = path;
      this.#drill(
        'variable',
        name,
        input,
        typeof index === 'number' ? deployment.frame.withLoop(name, index) : deployment.frame,
        rest,
      );
    } else if (declaration !== undefined) {
      const file = loadedFile(name, declaration.value, deployment);
      if (file === undefined) this.#drill('variable', name, declaration.value, deployment.frame, path);
      else this.#drill('loaded-file', file, declaration.value, deployment.frame, path);
    }
  }

  /** `reference('nested').outputs.x.value`: goes on in the nested template. */
  #followOutput(call: CallExpression, frame: Frame, path: ValuePath): void {
    const [section, output, value, ...rest] = path;
    const target = tryEvaluate(call.args[0]!, frame);
    if (fold(String(section)) !== 'outputs' || fold(String(value)) !== 'value') return;
    const instance = frame.deployment
      .resources()
      .find(
        (one) =>
          one.isDeployment &&
          (one.symbolicName === target ||
            one.name === target ||
            one.id === target ||
            textOfValue(one.id) === textOfValue(target ?? null)),
      );
    const nested = instance?.nested();
    const node = childNode(nested?.sections.outputs.get(fold(String(output)))?.value, 'value');
    if (nested !== undefined && node !== undefined)
      this.#drill('output', String(output), node, nested.frame, rest);
  }

  /** Enters the definition of a name: its place is an origin, and the search goes on from there. */
  #drill(kind: Origin['kind'], name: string, node: JsonNode, frame: Frame, path: ValuePath): void {
    const at = this.steps.length;
    const found = this.follow(node, frame, path);
    if (!this.steps.some((step) => step.kind === kind && step.name === name)) {
      this.steps.splice(at, 0, { kind, name, span: found.span });
    }
  }

  #add(kind: Origin['kind'], name: string, span: Span): void {
    if (this.steps.some((step) => step.kind === kind && step.name === name)) return;
    this.steps.push({ kind, name, span });
  }
}

/** A template that stands in the file of the deployment that gives its parameters is nested in it, another one is linked. */
function kindOfTemplate(deployment: Deployment, parameter: JsonNode): Origin['kind'] {
  return deployment.sections.root.source === parameter.source ? 'nested-template' : 'linked-template';
}

/** The name of the file that a variable holds which Bicep made for `loadJsonContent` and its like: nobody has written the variable's name. */
function loadedFile(name: string, value: JsonNode, deployment: Deployment): string | undefined {
  if (!name.startsWith('$fxv#') || value.source === deployment.sections.root.source) return undefined;
  return value.source.path.slice(value.source.path.lastIndexOf('/') + 1);
}

/** The frame whose names a template sees: its parent's, for a nested template with outer scope. */
export function outermost(frame: Frame): Frame {
  const { outer } = frame.deployment;
  return outer === undefined ? frame : outermost(outer);
}

function childOf(node: JsonNode, key: string | number): JsonNode | undefined {
  if (node.kind === 'array') return typeof key === 'number' ? node.items[key] : undefined;
  return childNode(node, String(key));
}
