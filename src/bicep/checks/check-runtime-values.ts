import { unwrapped, type VariableSymbol } from '../binding/index.ts';
import { moduleTarget } from '../lowering/module/module-reference.ts';
import { isExtensible } from '../lowering/resource/extensible-resource.ts';
import { resourceTarget } from '../lowering/resource/resource-target.ts';
import { childrenOf, type ExpressionSyntax, keyText, type SyntaxNode } from '../syntax/index.ts';
import { calledFunction } from './called-function.ts';
import type { CheckedFile } from './check.ts';
import { isEarly, isRuntimeFunction } from './check-function-places.ts';
import { type KeyTexts, keyTexts } from './key-texts.ts';

/** Properties of resources that Azure wants before it begins to deploy. */
const earlyProperties: ReadonlySet<string> = new Set([
  'name',
  'scope',
  'parent',
  'location',
  'kind',
  'subscriptionId',
  'resourceGroup',
  'managedBy',
  'extendedLocation',
  'zones',
  'placement',
  'plan',
  'sku',
  'identity',
  'managedByExtended',
  'tags',
  'asserts',
]);
const earlyModuleProperties: ReadonlySet<string> = new Set(['name', 'scope', 'identity']);
const readableEarly: ReadonlySet<string> = new Set(['id', 'name', 'type', 'apiVersion']);

/**
 * Values that are there only while a deployment runs, in places that must be known when it begins: names, scopes, locations, conditions,
 * loops and functions (articles/azure-resource-manager/bicep/variables.md, loops.md#loop-limits, conditional-resource-deployment.md).
 */
export function checkRuntimeValues(file: CheckedFile): void {
  const finder = new RuntimeFinder(file);
  const { binding } = file;
  for (const resource of binding.resources)
    if (!resource.declaration.isExisting && !isExtensible(resource))
      checkBody(resource.object, earlyProperties, finder, file);
  for (const { object } of binding.modules) checkBody(object, earlyModuleProperties, finder, file);
  for (const node of file.nodes) {
    if (node.kind === 'if') finder.report(node.condition, 'a condition', 'BCP177');
    else if (node.kind === 'for') checkLoop(node, finder, file);
    else if (node.kind === 'function') finder.report(node.body, 'a function', 'BCP341');
    else if ((node.kind === 'call' || node.kind === 'methodCall') && isRuntimeCall(node, file))
      for (const arg of node.args) finder.report(arg, `the arguments of \`${node.name.name}\``, 'BCP181');
    else if (node.kind === 'parameter') checkDefault(node.defaultValue, file);
  }
}

function checkBody(
  object: SyntaxNode | undefined,
  early: ReadonlySet<string>,
  finder: RuntimeFinder,
  file: CheckedFile,
): void {
  if (object?.kind !== 'object') return;
  for (const member of object.members) {
    const name = member.kind === 'property' ? keyText(member.key) : undefined;
    if (member.kind !== 'property' || name === undefined || !early.has(name)) continue;
    if (name === 'scope' || name === 'parent') {
      const target = unwrapped(member.value);
      // Which resource is meant is known; only its values are not.
      if (
        resourceTarget(target, file.binding) !== undefined ||
        moduleTarget(target, file.binding) !== undefined
      ) {
        if (target.kind === 'index') finder.report(target.index, `\`${name}\``, 'BCP120');
        continue;
      }
      if (target.kind === 'call' && target.name.name === 'any') continue;
    }
    finder.report(member.value, `\`${name}\``, 'BCP120');
  }
}

function checkLoop(loop: ExpressionSyntax & { kind: 'for' }, finder: RuntimeFinder, file: CheckedFile): void {
  finder.report(loop.collection, 'the list that a loop goes through', 'BCP178');
  const parent = file.parentOf(loop);
  if (parent?.kind === 'variable' && loop.body.kind !== 'if')
    finder.report(loop.body, 'the loop of a variable', 'BCP182');
}

/** A parameter's default can use other parameters and functions, and nothing else. */
function checkDefault(value: ExpressionSyntax | undefined, file: CheckedFile): void {
  if (value === undefined) return;
  const visit = (node: SyntaxNode) => {
    const symbol = node.kind === 'reference' ? file.binding.symbolOf.get(node) : undefined;
    if (symbol?.kind === 'resource' || symbol?.kind === 'module')
      file.report('LG7237', { name: symbol.name }, node);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(value);
}

function isRuntimeCall(node: ExpressionSyntax & { kind: 'call' | 'methodCall' }, file: CheckedFile): boolean {
  const called = calledFunction(node, file.binding);
  if (called !== undefined) return isRuntimeFunction(called.name);
  return isResourceCall(node, file);
}

/** `resource.listKeys()`; a secret of a vault is not read but handed on. */
function isResourceCall(
  node: ExpressionSyntax & { kind: 'call' | 'methodCall' },
  file: CheckedFile,
): boolean {
  if (node.kind !== 'methodCall' || !node.name.name.startsWith('list')) return false;
  return resourceTarget(node.target, file.binding) !== undefined;
}

/** Finds the run-time values of an expression, those behind variables included. */
class RuntimeFinder {
  readonly #file: CheckedFile;
  readonly #variables = new Map<VariableSymbol, string | undefined>();

  constructor(file: CheckedFile) {
    this.#file = file;
  }

  report(expression: SyntaxNode, where: string, bcp: string): void {
    this.#visit(expression, (node, what) => {
      this.#file.report('LG7236', { where, what, bcp }, node);
    });
  }

  #visit(node: SyntaxNode, found: (node: SyntaxNode, what: string) => void): void {
    const { binding } = this.#file;
    switch (node.kind) {
      case 'reference': {
        const symbol = binding.symbolOf.get(node);
        if (symbol?.kind === 'variable') {
          const what = this.#ofVariable(symbol);
          if (what !== undefined) found(node, what);
        } else if (symbol?.kind === 'resource' || symbol?.kind === 'module')
          found(node, `\`${symbol.name}\``);
        return;
      }
      case 'child':
        found(node, `\`${node.name.name}\``);
        return;
      case 'member':
        this.#access(node, node.target, [node.name.name], undefined, found);
        return;
      case 'index': {
        this.#access(node, node.target, keyTexts(node.index, binding), node.index, found);
        return;
      }
      case 'call':
      case 'methodCall': {
        if (node.kind === 'call' && node.name.name === 'nameof') return;
        if (isRuntimeCall(node, this.#file) && !isEarly(node, this.#file))
          found(node, `\`${node.name.name}\``);
        const isOfResource = node.kind === 'methodCall' && resourceTarget(node.target, binding) !== undefined;
        if (node.kind === 'methodCall' && !isOfResource) this.#visit(node.target, found);
        for (const arg of node.args) this.#visit(arg, found);
        return;
      }
      default:
        for (const child of childrenOf(node)) this.#visit(child, found);
    }
  }

  #access(
    node: SyntaxNode,
    target: ExpressionSyntax,
    names: KeyTexts,
    index: ExpressionSyntax | undefined,
    found: (node: SyntaxNode, what: string) => void,
  ): void {
    const { binding } = this.#file;
    if (index !== undefined) this.#visit(index, found);
    const resource = resourceTarget(target, binding);
    const module = resource === undefined ? moduleTarget(target, binding) : undefined;
    const owner = resource?.resource ?? module?.module;
    if (owner === undefined) {
      this.#visit(target, found);
      return;
    }
    const isTurn =
      index !== undefined && owner.loop !== undefined && (resource ?? module)?.index === undefined;
    if (isTurn) {
      const isRead = isAccessed(node, this.#file);
      if (!isRead) found(target, `\`${owner.name}\``);
      return;
    }
    const indexOfTurn = (resource ?? module)?.index;
    if (indexOfTurn !== undefined) this.#visit(indexOfTurn, found);
    if (owner.kind === 'resource' && isExtensible(owner)) return;
    const readable = owner.kind === 'resource' ? readableEarly : moduleReadable;
    if (names === undefined) return;
    const late = names === 'open' ? '...' : names.find((name) => !readable.has(name));
    if (late !== undefined) found(node, `\`${owner.name}.${late}\``);
  }

  #ofVariable(symbol: VariableSymbol): string | undefined {
    if (!this.#variables.has(symbol)) {
      this.#variables.set(symbol, undefined);
      let first: string | undefined;
      this.#visit(symbol.declaration.value, (_, what) => {
        first ??= what;
      });
      this.#variables.set(
        symbol,
        first === undefined ? undefined : `\`${symbol.name}\`, which uses ${first}`,
      );
    }
    return this.#variables.get(symbol);
  }
}

const moduleReadable: ReadonlySet<string> = new Set(['name', 'scope']);

/** Whether something is read of a value at once. */
function isAccessed(node: SyntaxNode, file: CheckedFile): boolean {
  let parent = file.parentOf(node);
  while (parent?.kind === 'nonNull' || parent?.kind === 'parenthesized') parent = file.parentOf(parent);
  return parent?.kind === 'member' || parent?.kind === 'index';
}
