import { unwrapped } from '../binding/index.ts';
import type {
  CallSyntax,
  ExpressionSyntax,
  MethodCallSyntax,
  SyntaxNode,
  SyntaxRange,
} from '../syntax/index.ts';
import { builtInFunction, builtInFunctionNames } from './built-in-function.ts';
import { namespaceOf } from './called-function.ts';
import type { CheckedFile } from './check.ts';
import { adviseName, nearName } from './near-name.ts';
import { unsupportedFunction } from './unsupported-function.ts';

/** Names that stand for nothing, and names that stand for something else than is needed there. */
export function checkNames(file: CheckedFile): void {
  for (const { node, visible } of file.binding.unresolved) checkUnresolved(node, visible, file);
  for (const node of file.nodes) {
    if (node.kind === 'call') checkCall(node, file);
    else if (node.kind === 'methodCall') checkNamespaceCall(node, file);
    else if (node.kind === 'reference') checkReference(node, file);
  }
}

function checkUnresolved(node: SyntaxNode, visible: () => Iterable<string>, file: CheckedFile): void {
  if (node.kind === 'child') {
    checkChild(node, file);
    return;
  }
  if (node.kind !== 'reference' || isDecorator(node, file)) return;
  const { name } = node;
  if (builtInFunction(name) !== undefined && !name.startsWith('list')) {
    file.report('LG7203', { name, bcp: 'BCP063' }, node);
    return;
  }
  reportUnknown(name, [...visible()], 'declare it in this file, or correct the name', node, file);
}

function reportUnknown(
  name: string,
  known: readonly string[],
  otherwise: string,
  place: SyntaxRange,
  file: CheckedFile,
): void {
  const bcp = nearName(name, known) === undefined ? 'BCP057' : 'BCP082';
  file.report('LG7201', { name, bcp, advice: adviseName(name, known, otherwise) }, place);
}

function checkChild(node: SyntaxNode & { kind: 'child' }, file: CheckedFile): void {
  const outer = file.binding.symbolOf.get(unwrapped(withoutIndex(node.target)));
  if (outer?.kind !== 'resource') {
    if (outer !== undefined) file.report('LG7254', {}, node.target);
    return;
  }
  const { name } = node.name;
  const known = [...outer.children.keys()];
  const advice = adviseName(name, known, `declare it in the body of \`${outer.name}\`, or correct the name`);
  file.report('LG7255', { resource: outer.name, name, advice }, node.name);
}

function withoutIndex(node: ExpressionSyntax): ExpressionSyntax {
  return node.kind === 'index' ? withoutIndex(node.target) : node;
}

/** `nameof` may name what cannot be a value. */
function isArgumentOfNameof(node: SyntaxNode, file: CheckedFile): boolean {
  const parent = file.parentOf(node);
  return parent?.kind === 'call' && parent.name.name === 'nameof';
}

function checkCall(call: CallSyntax, file: CheckedFile): void {
  const { name } = call.name;
  if (name === '' || isDecorator(call, file)) return;
  const symbol = file.binding.symbolOf.get(call) ?? file.binding.names.get(name);
  if (symbol?.kind === 'function' || symbol?.kind === 'imported') return;
  const known = builtInFunction(name);
  if (symbol !== undefined) {
    const advice =
      known === undefined
        ? 'leave the parentheses out'
        : `write \`${known.namespace}.${name}(...)\` for the function`;
    file.report('LG7202', { name, bcp: known === undefined ? 'BCP059' : 'BCP265', advice }, call.name);
    return;
  }
  if (known !== undefined) return;
  const unsupported = unsupportedFunction(name);
  if (unsupported !== undefined) {
    file.report('LG7208', { name, ...unsupported }, call.name);
    return;
  }
  const candidates = [...builtInFunctionNames(), ...file.binding.functions.map((one) => one.name)];
  reportUnknown(name, candidates, 'declare it with `func`, or correct the name', call.name, file);
}

function checkNamespaceCall(call: MethodCallSyntax, file: CheckedFile): void {
  const namespace = namespaceOf(call, file.binding);
  const { name } = call.name;
  if (namespace === undefined || name === '' || isDecorator(call, file)) return;
  if (builtInFunction(name)?.namespace === namespace) return;
  const unsupported = unsupportedFunction(name);
  if (unsupported !== undefined) {
    file.report('LG7208', { name, ...unsupported }, call.name);
    return;
  }
  const candidates = [...builtInFunctionNames()].filter(
    (one) => builtInFunction(one)?.namespace === namespace,
  );
  const near = nearName(name, candidates);
  const advice = adviseName(name, candidates, 'correct the name of the function');
  file.report(
    'LG7204',
    { namespace, name, bcp: near === undefined ? 'BCP107' : 'BCP108', advice },
    call.name,
  );
}

function isDecorator(call: SyntaxNode, file: CheckedFile): boolean {
  return file.parentOf(call)?.kind === 'decorator';
}

/** Functions and types are no values. */
function checkReference(node: SyntaxNode & { kind: 'reference' }, file: CheckedFile): void {
  const symbol = file.binding.symbolOf.get(node);
  if (symbol?.kind === 'function' && !isArgumentOfNameof(node, file))
    file.report('LG7203', { name: node.name, bcp: 'BCP063' }, node);
  if (symbol?.kind === 'type') file.report('LG7206', { name: node.name }, node);
}
