import type { ScopeKind } from '../../template/index.ts';
import type { CallSyntax, MethodCallSyntax, SyntaxNode } from '../syntax/index.ts';
import { calledFunction } from './called-function.ts';
import type { CheckedFile } from './check.ts';

const forDefaults: ReadonlySet<string> = new Set(['newGuid', 'utcNow']);

/** Functions that have a value in few places only (articles/azure-resource-manager/bicep/bicep-functions-date.md#utcnow, bicep-functions-resource.md). */
export function checkFunctionPlaces(file: CheckedFile): void {
  if (file.binding.tree.dialect !== 'bicep') return;
  for (const node of file.nodes) {
    if (node.kind !== 'call' && node.kind !== 'methodCall') continue;
    const name = calledFunction(node, file.binding)?.name;
    if (name === undefined) continue;
    if (forDefaults.has(name) && !isIn('parameter', node, file)) file.report('LG7238', { name }, node.name);
    checkOwnScope(node, name, file);
    if (isRuntimeFunction(name) && isEarly(node, file)) file.report('LG7272', { name }, node.name);
  }
}

/** The scopes of a file in which a function of a scope can be called without saying which one is meant. */
const ownScopes: ReadonlyMap<string, readonly ScopeKind[]> = new Map<string, readonly ScopeKind[]>([
  ['managementGroup', ['managementGroup']],
  ['subscription', ['subscription', 'resourceGroup']],
  ['resourceGroup', ['resourceGroup']],
]);

/** Whether the file has a scope of this kind that it can mean without naming it. */
export function hasOwnScope(name: string, file: CheckedFile): boolean {
  const declared = file.binding.targetScope?.value;
  const own = file.model.targetScope;
  if (declared !== undefined && !(declared.kind === 'string' && declared.value === own)) return true;
  return ownScopes.get(name)?.includes(own) ?? true;
}

function checkOwnScope(call: CallSyntax | MethodCallSyntax, name: string, file: CheckedFile): void {
  if (call.args.length > 0 || hasOwnScope(name, file)) return;
  const expected = name === 'resourceGroup' ? '1 to 2' : '1';
  file.report('LG7209', { name, expected, count: 0 }, { start: call.name.end, end: call.end });
}

/** Whether Azure answers a function while the deployment runs. */
export function isRuntimeFunction(name: string): boolean {
  return name === 'reference' || name.startsWith('list') || /^to(?:Logical|Physical)Zones?$/.test(name);
}

function isIn(kind: SyntaxNode['kind'], start: SyntaxNode, file: CheckedFile): boolean {
  for (let node = file.parentOf(start); node !== undefined; node = file.parentOf(node))
    if (node.kind === kind) return true;
  return false;
}

/** Whether a node is in a condition, in the list of a loop, a parameter's default or a decorator. */
export function isEarly(start: SyntaxNode, file: CheckedFile): boolean {
  let below = start;
  for (let node = file.parentOf(start); node !== undefined; below = node, node = file.parentOf(node)) {
    if (node.kind === 'parameter' || node.kind === 'decorator') return true;
    if (node.kind === 'if' && node.condition === below) return true;
    if (node.kind === 'for' && node.collection === below && loopOwner(node, file)) return true;
  }
  return false;
}

function loopOwner(loop: SyntaxNode, file: CheckedFile): boolean {
  const kind = file.parentOf(loop)?.kind;
  return kind === 'resource' || kind === 'module';
}
