import {
  childNode,
  closest,
  type JsonNode,
  type ObjectNode,
  type PropertyNode,
  type ScalarNode,
  type Span,
  spanOf,
  stringOf,
  suggest,
  Unknown,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import { describeValue } from './describe-value.ts';
import { evaluate } from './evaluate.ts';
import { EvaluationLimitError } from './evaluation-meter.ts';
import { bareCalls, type Expression, isExpression, unescapeLiteral } from './expression.ts';
import type { Frame } from './frame.ts';
import { MissingNameError } from './missing-name.ts';
import { isOwnCode, placeOfModule } from './own-code.ts';
import { isPropertyCopy } from './property-copy.ts';
import { EvaluationError, UnknownFunctionError } from './template-function.ts';
import { templateFunctions } from './template-functions.ts';

/** Evaluates a part of a template: every expression in it is replaced by its value. An expression that fails becomes an unknown. */
export function evaluateNode(node: JsonNode, frame: Frame): Value {
  if (node.kind === 'scalar') return evaluateScalar(node, frame);
  return withinLimits(node, frame, () => {
    if (node.kind === 'object') return evaluateObject(node, frame);
    frame.meter.spend(node.items.length / 8);
    return node.items.map((item) => evaluateNode(item, frame));
  });
}

/** Runs a part of an evaluation; where a limit of the run is reached it is reported and the part is unknown. */
function withinLimits(node: JsonNode, frame: Frame, run: () => Value): Value {
  const { meter } = frame;
  try {
    meter.spend(1);
    return meter.nested(run);
  } catch (error) {
    if (!(error instanceof EvaluationLimitError)) throw error;
    reportLimit(error, spanOf(node), frame);
    return new Unknown('…', { causes: [{ kind: 'limit', name: error.message, span: spanOf(node) }] });
  }
}

function reportLimit(error: EvaluationLimitError, span: Span, frame: Frame): void {
  frame.deployment.run.reportLimit(error.limit, error.what, span);
}

/** Evaluates an object, its property copy loops included. `skip` names properties to leave out, folded. */
export function evaluateObject(node: ObjectNode, frame: Frame, skip?: ReadonlySet<string>): ValueObject {
  const object: ValueObject = {};
  for (const property of node.properties) {
    if (skip?.has(property.name.toLowerCase())) continue;
    if (property.name.toLowerCase() === 'copy' && isPropertyCopy(property.value)) {
      for (const loop of property.value.items) evaluatePropertyCopy(loop, frame, object);
      continue;
    }
    const name = evaluateKey(property, frame);
    if (name !== undefined) object[name] = evaluateNode(property.value, frame);
  }
  return object;
}

function evaluateKey(property: PropertyNode, frame: Frame): string | undefined {
  const { name } = property;
  if (!isExpression(name)) return unescapeLiteral(name);
  const node = nameNode(property);
  const key = evaluateText(name, node, frame);
  if (key instanceof Unknown) return `[${key.expression}]`;
  if (typeof key === 'string' && key !== '__proto__') return key;
  frame.deployment.run.diagnostics.report(
    'LG2022',
    { expected: 'a property name', found: key === '__proto__' ? '`__proto__`' : describeValue(key) },
    spanOf(node),
  );
  return undefined;
}

/** The name of a property as a node of its own, for what is said about it. */
function nameNode({ name, nameStart, nameEnd, value }: PropertyNode): ScalarNode {
  return { kind: 'scalar', source: value.source, start: nameStart, end: nameEnd, value: name };
}

function evaluateScalar(node: ScalarNode, frame: Frame): Value {
  if (typeof node.value !== 'string') return node.value;
  return isExpression(node.value) ? evaluateText(node.value, node, frame) : unescapeLiteral(node.value);
}

const mayHoldBareName = /\b(true|false|null)\b(?!\s*\()/;

function evaluateText(text: string, node: JsonNode, frame: Frame): Value {
  const { run } = frame.deployment;
  const expression = run.parse(text);
  if (expression.kind === 'problem') {
    run.diagnostics.report('LG2003', { problem: expression.problem }, partOf(node, expression));
    return failed(text, node);
  }
  if (mayHoldBareName.test(text)) {
    for (const call of bareCalls(expression)) {
      run.diagnostics.report('LG2023', { name: call.name }, partOf(node, call));
    }
  }
  try {
    return frame.meter.nested(() => evaluate(expression, frame));
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    reportFailure(error, node, frame, expression);
    return failed(text, node);
  }
}

function reportFailure(error: EvaluationError, node: JsonNode, frame: Frame, expression: Expression): void {
  const { diagnostics } = frame.deployment.run;
  const span = partOf(node, error.at ?? expression);
  if (error instanceof EvaluationLimitError) reportLimit(error, span, frame);
  else if (error instanceof UnknownFunctionError) {
    const names = [...templateFunctions.values()].map((entry) => entry.name);
    const advice = suggest(
      error.functionName,
      names,
      'see the template functions in the Azure Resource Manager documentation',
    );
    diagnostics.report('LG2005', { name: error.functionName, suggestion: advice }, span);
  } else if (error instanceof MissingNameError) {
    const otherwise = `declare the ${error.kind} or correct the name`;
    const near = closest(error.missingName, error.known);
    const suggestion = near === undefined ? otherwise : `did you mean \`${near}\`?`;
    diagnostics.report(
      error.kind === 'parameter' ? 'LG2006' : 'LG2007',
      { name: error.missingName, suggestion },
      span,
    );
  } else {
    const isOwn = isOwnCode(span);
    const problem = isOwn ? error.message : `${error.message} (in ${span.source.path})`;
    diagnostics.report('LG2004', { problem }, isOwn ? span : (placeOfModule(frame.deployment) ?? span));
  }
}

function failed(text: string, node: JsonNode): Unknown {
  return new Unknown(text.slice(1, -1), {
    causes: [{ kind: 'error', name: 'an expression that cannot be evaluated', span: spanOf(node) }],
  });
}

/**
 * The part of a string that an expression's offsets mean; exact unless the string holds escapes before it. What is no string in its source was made
 * from another language, where the whole is meant.
 */
function partOf(node: JsonNode, part: { readonly start: number; readonly end: number }) {
  if (node.source.text[node.start] !== '"') return spanOf(node);
  const start = Math.min(node.start + 1 + part.start, node.end);
  return {
    source: node.source,
    start,
    end: Math.min(node.start + 1 + Math.max(part.end, part.start + 1), node.end),
  };
}

function evaluatePropertyCopy(loop: JsonNode, frame: Frame, target: ValueObject): void {
  const name = stringOf(childNode(loop, 'name')) ?? '';
  if (name === '__proto__') {
    frame.deployment.run.diagnostics.report('LG1005', { key: name }, spanOf(childNode(loop, 'name')!));
    return;
  }
  const input = childNode(loop, 'input')!;
  target[name] = evaluateLoop(name, childNode(loop, 'count')!, frame, (inner) => evaluateNode(input, inner));
}

/** Runs a copy loop that yields an array. An unknown count gives an unknown array. */
export function evaluateLoop(
  name: string,
  countNode: JsonNode,
  frame: Frame,
  run: (frame: Frame) => Value,
  isOfResources = false,
): Value {
  const count = loopCount(countNode, frame);
  if (count instanceof Unknown) {
    run(frame.withLoop(name, loopIndex(name, count), isOfResources));
    return count.derive(`map(range(0, ${count.expression}), …)`, { type: 'array' });
  }
  return withinLimits(countNode, frame, () =>
    Array.from({ length: count }, (_, index) => {
      frame.meter.spend(1);
      return run(frame.withLoop(name, index, isOfResources));
    }),
  );
}

/** The index of a loop whose count is unknown. */
export function loopIndex(name: string, count: Unknown): Unknown {
  return count.derive(`copyIndex('${name}')`, { type: 'int' });
}

/** How often a loop runs; unknown when it cannot be said or is beyond the limit. */
export function loopCount(node: JsonNode, frame: Frame): number | Unknown {
  const { diagnostics, limits } = frame.deployment.run;
  const count = evaluateNode(node, frame);
  if (count instanceof Unknown) return count;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) {
    if (typeof count !== 'bigint') {
      diagnostics.report(
        'LG2022',
        { expected: 'a number of iterations, 0 or more', found: describeCount(count) },
        spanOf(node),
      );
      return new Unknown('…', {
        type: 'int',
        causes: [{ kind: 'error', name: 'the count of a copy loop', span: spanOf(node) }],
      });
    }
  }
  if (count <= limits.copyCountMax) return Number(count);
  diagnostics.report('LG2014', { count: String(count), limit: limits.copyCountMax }, spanOf(node));
  return new Unknown(String(count), {
    type: 'int',
    causes: [{ kind: 'limit', name: `the limit of ${limits.copyCountMax} iterations`, span: spanOf(node) }],
  });
}

function describeCount(count: Value): string {
  return typeof count === 'number' ? String(count) : describeValue(count);
}
