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
} from '../kernel/index.ts';
import type { Deployment } from './deployment.ts';
import { evaluateNode, loopCount, loopIndex } from './evaluate-node.ts';
import type { Frame } from './frame.ts';
import { ResourceInstance } from './resource-instance.ts';

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
    const children = childNode(node, 'resources');
    if (condition === false && children === undefined) continue;
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
    // A condition is that of its resource alone: the children of one that is not deployed are deployed.
    if (condition !== false) instances.push(instance);
    if (!instance.isDeployment) declareAll(children, deployment, iteration, instance, instances);
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
    return [[frame.withLoop(name, index, true), index]];
  }
  return Array.from({ length: count }, (_, index) => [frame.withLoop(name, index, true), index]);
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
