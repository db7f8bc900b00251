import { fold, isObject, Unknown, type Value, type ValueObject } from '../kernel/index.ts';
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
  const found = findResource(args[0]!, frame);
  // Where several are meant it is not known which one.
  const instance = found.length === 1 ? found[0] : undefined;
  const text = unknownCall(call.name, args);
  return runtimeState(text, instance, isFull(args.slice(1).at(-1)), causeOf(args[0]!, instance, text));
}

/** The call as people are told of it: a resource is named by its id, whether the template calls it so or by a symbolic name. */
function causeOf(target: Value, instance: ResourceInstance | undefined, text: Unknown): string {
  const isId = typeof target !== 'string' || target.startsWith('/');
  if (isId || instance === undefined || instance.isDeployment || typeof instance.id !== 'string')
    return text.expression;
  return `reference('${instance.id}')`;
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
function runtimeState(
  text: Unknown,
  instance: ResourceInstance | undefined,
  full: boolean,
  cause = text.expression,
): Unknown {
  return new Unknown(text.expression, {
    type: 'object',
    causes: [
      ...text.causes,
      {
        kind: 'reference',
        name: cause.length > 120 ? `${cause.slice(0, 120)}…` : cause,
      },
    ],
    known: instance === undefined ? undefined : () => knownState(instance, full, text),
  });
}

function knownState(instance: ResourceInstance, full: boolean, text: Unknown): ValueObject | undefined {
  if (instance.isDeployment) {
    const properties = { provisioningState: 'Succeeded', outputs: outputsOf(instance, text) };
    return full ? { properties } : properties;
  }
  const body = instance.knownBody();
  if (body === undefined) return undefined;
  if (full) return withoutNulls(body);
  const properties = body.properties;
  return isPlainObject(properties) ? withoutNulls(properties) : undefined;
}

/** Without what the template sets to null, which it leaves to the resource provider. */
function withoutNulls(object: ValueObject): ValueObject {
  const entries = Object.entries(object)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, isPlainObject(value) ? withoutNulls(value) : value] as const);
  const isSame =
    entries.length === Object.keys(object).length && entries.every(([name, value]) => value === object[name]);
  return isSame ? object : Object.fromEntries(entries);
}

function isPlainObject(value: Value | undefined): value is ValueObject {
  return value !== undefined && value !== null && isObject(value);
}

/** The outputs of a nested deployment. What is not among them is unknown, since its template may not be readable here. */
function outputsOf(instance: ResourceInstance, text: Unknown): Unknown {
  const expression = `${text.expression}.outputs`;
  const causes = [...text.causes, { kind: 'reference' as const, name: expression }];
  return text.derive(expression, {
    type: 'object',
    causes,
    partsAreWhole: true,
    known: () => instance.nested()?.outputs(),
  });
}

/** The resources that a symbolic name, an id or a name means: of this template, or of the one around it whose scope it shares. */
function findResource(target: Value, { deployment }: Frame): readonly ResourceInstance[] {
  const own = deployment.resourceIndex().find(target);
  if (own.length > 0 || deployment.outer === undefined) return own;
  return deployment.outer.deployment.resourceIndex().find(target);
}
