import { fold, sameName, Unknown, type Value, type ValueObject } from '../kernel/index.ts';
import { type ContextFunction, evaluate, unknownCall } from './evaluate.ts';
import type { CallExpression } from './expression.ts';
import type { Frame } from './frame.ts';
import type { ResourceInstance } from './resource-instance.ts';

/**
 * `reference` and `references` (articles/azure-resource-manager/templates/template-functions-resource.md#reference). What the same
 * template writes for the resource is known, outputs of nested deployments are computed, everything else is run-time state.
 */
export const referenceFunctions: readonly ContextFunction<Frame>[] = [
  { name: 'reference', argumentsMin: 1, argumentsMax: 3, evaluate: reference },
  { name: 'references', argumentsMin: 1, argumentsMax: 2, evaluate: references },
  {
    name: 'listOutputsWithSecureValues',
    argumentsMin: 1,
    argumentsMax: 2,
    evaluate: outputsWithSecureValues,
  },
];

function reference(call: CallExpression, frame: Frame): Value {
  const args = call.args.map((arg) => evaluate(arg, frame));
  const instance = findResource(args[0]!, frame)[0];
  return runtimeState(unknownCall(call.name, args), instance, isFull(args.at(-1)));
}

/** All resources of a loop, by its symbolic name. */
function references(call: CallExpression, frame: Frame): Value {
  const args = call.args.map((arg) => evaluate(arg, frame));
  const instances = findResource(args[0]!, frame);
  const text = unknownCall(call.name, args);
  if (instances.length === 0 || instances.some((instance) => instance.copyIndex instanceof Unknown)) {
    return runtimeState(text, undefined, false).derive(text.expression, {
      type: 'array',
      causes: [...text.causes, { kind: 'reference', name: text.expression }],
    });
  }
  return instances.map((instance, index) =>
    runtimeState(text.derive(`${text.expression}[${index}]`), instance, isFull(args[1])),
  );
}

function outputsWithSecureValues(call: CallExpression, frame: Frame): Value {
  const args = call.args.map((arg) => evaluate(arg, frame));
  const text = unknownCall(call.name, args);
  return text.derive(text.expression, {
    type: 'object',
    secret: true,
    causes: [...text.causes, { kind: 'secret', name: text.expression }],
  });
}

function isFull(value: Value | undefined): boolean {
  return typeof value === 'string' && fold(value) === 'full';
}

/** The run-time state of a resource: unknown, but for what the template says of it. */
function runtimeState(text: Unknown, instance: ResourceInstance | undefined, full: boolean): Unknown {
  return new Unknown(text.expression, {
    type: 'object',
    causes: [
      ...text.causes,
      {
        kind: 'reference',
        name: text.expression.length > 120 ? `${text.expression.slice(0, 120)}…` : text.expression,
      },
    ],
    known: instance === undefined ? undefined : () => knownState(instance, full),
  });
}

function knownState(instance: ResourceInstance, full: boolean): ValueObject | undefined {
  if (instance.isDeployment) {
    const properties = { provisioningState: 'Succeeded', outputs: instance.nested()?.outputs() ?? {} };
    return full ? { properties } : properties;
  }
  const body = instance.knownBody();
  if (body === undefined || full) return body;
  const properties = body.properties;
  return typeof properties === 'object' &&
    properties !== null &&
    !Array.isArray(properties) &&
    !(properties instanceof Unknown)
    ? properties
    : undefined;
}

/** The resources of this template that a symbolic name, an id or a name means. */
function findResource(target: Value, frame: Frame): ResourceInstance[] {
  const { deployment } = frame;
  const resources =
    deployment.outer === undefined
      ? deployment.resources()
      : [...deployment.resources(), ...deployment.outer.deployment.resources()];
  if (target instanceof Unknown) return resources.filter((one) => isSameUnknownId(one.id, target));
  if (typeof target !== 'string') return [];
  if (deployment.sections.symbolicNames) {
    const [symbol, index] = splitIndex(target);
    const named = resources.filter(
      (one) => one.symbolicName !== undefined && sameName(one.symbolicName, symbol),
    );
    if (named.length > 0) return index === undefined ? named : named.filter((one) => one.copyIndex === index);
  }
  if (target.startsWith('/'))
    return resources.filter((one) => typeof one.id === 'string' && sameName(one.id, target));
  return resources.filter((one) => typeof one.name === 'string' && sameName(one.name, target));
}

/** `symbol[3]`: one iteration of a loop. */
function splitIndex(target: string): [string, number | undefined] {
  const match = /^(.+)\[(\d+)\]$/.exec(target);
  return match === null ? [target, undefined] : [match[1]!, Number(match[2])];
}

/** Two unknown ids are the same when they print the same: both were composed from the same scope, type and name. */
function isSameUnknownId(id: string | Unknown, target: Unknown): boolean {
  if (!(id instanceof Unknown)) return false;
  return (
    id.expression === target.expression ||
    (id.suffix.includes('/providers/') && fold(id.suffix) === fold(target.suffix))
  );
}
