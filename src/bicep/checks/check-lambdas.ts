import { moduleTarget } from '../lowering/module/module-reference.ts';
import { resourceTarget } from '../lowering/resource/resource-target.ts';
import { type ExpressionSyntax, type SyntaxNode, walk } from '../syntax/index.ts';
import { calledFunction } from './called-function.ts';
import type { CheckedFile } from './check.ts';
import { countText } from './check-calls.ts';

/** Lambdas that stand alone or take another number of values (articles/azure-resource-manager/bicep/bicep-functions-lambda.md). */
export function checkLambdas(file: CheckedFile): void {
  for (const node of file.nodes) {
    if (node.kind === 'lambda') checkPlace(node, file);
    else if (node.kind === 'index') checkTurn(node, file);
    else if (node.kind === 'call' || node.kind === 'methodCall') checkLoad(node, file);
  }
}

/** How many values the lambdas of a function take. */
const variables: ReadonlyMap<string, readonly (readonly [number, number])[]> = new Map([
  ['filter', [[1, 2]]],
  ['map', [[1, 2]]],
  ['mapValues', [[1, 1]]],
  ['sort', [[2, 2]]],
  ['reduce', [[2, 3]]],
  [
    'toObject',
    [
      [1, 1],
      [1, 1],
    ],
  ],
  [
    'groupBy',
    [
      [1, 1],
      [1, 1],
    ],
  ],
]);

function checkPlace(lambda: ExpressionSyntax & { kind: 'lambda' }, file: CheckedFile): void {
  let child: SyntaxNode = lambda;
  let parent = file.parentOf(lambda);
  while (parent?.kind === 'parenthesized') {
    child = parent;
    parent = file.parentOf(parent);
  }
  if (parent?.kind !== 'call' && parent?.kind !== 'methodCall') {
    file.report('LG7233', {}, lambda);
    return;
  }
  const called = calledFunction(parent, file.binding);
  if (called === undefined) return;
  const { args } = parent;
  const lambdas = called.parameters.flatMap((kinds, at) => (kinds.includes('lambda') ? [at] : []));
  const place = lambdas.findIndex((at) => args[at] === child);
  const [min, max] = variables.get(called.name)?.[place] ?? [0, Number.POSITIVE_INFINITY];
  const count = lambda.parameters.length;
  if (count < min || count > max)
    file.report('LG7260', { name: called.name, expected: countText(min, max), count }, lambda);
}

/** Which turn of a loop is meant must not depend on a lambda: the template names the resource before any value is there. */
function checkTurn(node: ExpressionSyntax & { kind: 'index' }, file: CheckedFile): void {
  const resource = resourceTarget(node.target, file.binding)?.resource;
  const isTurn = (resource ?? moduleTarget(node.target, file.binding)?.module)?.loop !== undefined;
  if (!isTurn) return;
  const names = lambdaVariables(node.index, file);
  if (names.length > 0) file.report('LG7234', { names: names.join('`, `') }, node.index);
}

function checkLoad(node: ExpressionSyntax & { kind: 'call' | 'methodCall' }, file: CheckedFile): void {
  const name = calledFunction(node, file.binding)?.name;
  if (!name?.startsWith('load')) return;
  for (const arg of node.args) {
    const names = lambdaVariables(arg, file);
    if (names.length > 0) file.report('LG7235', { name: node.name.name, names: names.join('`, `') }, arg);
  }
}

function lambdaVariables(expression: SyntaxNode, file: CheckedFile): readonly string[] {
  const names = new Set<string>();
  walk(expression, {
    enter: (node) => {
      const symbol = file.binding.symbolOf.get(node);
      if (symbol?.kind === 'local' && symbol.role === 'lambda') names.add(symbol.name);
      return true;
    },
  });
  return [...names];
}
