import {
  type BodySyntax,
  type CallSyntax,
  type ExpressionSyntax,
  eachChild,
  type ForSyntax,
  keyText,
  type LambdaSyntax,
  type MethodCallSyntax,
  type ResourceDeclaration,
  type SyntaxNode,
  type SyntaxTree,
} from '../syntax/index.ts';
import type { Binding } from './binding.ts';
import { type Declared, declareNames } from './declared-names.ts';
import { Scope } from './scope.ts';
import type { BicepSymbol, LocalSymbol, NamespaceSymbol, ResourceSymbol } from './symbol.ts';

const namespaces: ReadonlyMap<string, NamespaceSymbol> = new Map([
  ['sys', { kind: 'namespace', name: 'sys' }],
  ['az', { kind: 'namespace', name: 'az' }],
]);

/**
 * Resolves the names of a file (articles/azure-resource-manager/bicep/file.md): declarations are seen in the whole file, resources
 * declared in the body of another only in that body, variables of loops, lambdas and functions where they are declared.
 */
export function bindFile(tree: SyntaxTree): Binding {
  const declared = declareNames(tree);
  const binder = new Binder(declared);
  const scope = new Scope(declared.names, new Scope(namespaces));
  for (const declaration of tree.declarations) binder.bind(declaration, scope);
  return {
    ...declared,
    tree,
    symbolOf: binder.symbolOf,
    unresolved: binder.unresolved,
    loopNames: binder.loopNames,
  };
}

/** The kinds of node that name something, and what they name. */
class Binder {
  readonly symbolOf = new Map<SyntaxNode, BicepSymbol>();
  readonly unresolved: { node: SyntaxNode; visible: () => Iterable<string> }[] = [];
  readonly loopNames = new Map<ForSyntax, string>();
  readonly #declared: Declared;

  constructor(declared: Declared) {
    this.#declared = declared;
  }

  bind(node: SyntaxNode, scope: Scope): void {
    switch (node.kind) {
      case 'reference':
      case 'typeName':
        this.#name(node, node.name, scope);
        return;
      case 'call':
        this.#call(node, scope);
        return;
      case 'methodCall':
        this.bind(node.target, scope);
        this.#args(node, scope);
        return;
      case 'child':
        this.bind(node.target, scope);
        this.#child(node.target, node, node.name.name, scope);
        return;
      case 'for':
        this.#loop(node, scope);
        return;
      case 'lambda':
        this.#lambda(node, scope, undefined, undefined);
        return;
      case 'resource':
        this.#resource(node, scope);
        return;
      case 'function':
        this.#children(node.decorators, scope);
        this.#children([...node.parameters, node.returnType], scope);
        this.bind(node.body, scope.with(node.parameters.map((one) => local('parameter', one.name))));
        return;
      case 'variable':
      case 'parameterAssignment':
      case 'output':
        if (node.value.kind === 'for' && node.kind !== 'output')
          this.loopNames.set(node.value, node.name.name);
        eachChild(node, (child) => this.bind(child, scope));
        return;
      case 'property': {
        const name = keyText(node.key);
        if (node.value.kind === 'for' && name !== undefined) this.loopNames.set(node.value, name);
        eachChild(node, (child) => this.bind(child, scope));
        return;
      }
      case 'decorator':
        this.#decorator(node.expression, scope);
        return;
      default:
        eachChild(node, (child) => this.bind(child, scope));
    }
  }

  #children(nodes: readonly SyntaxNode[], scope: Scope): void {
    for (const node of nodes) this.bind(node, scope);
  }

  #name(node: SyntaxNode, name: string, scope: Scope): void {
    const symbol = scope.find(name);
    if (symbol !== undefined) this.symbolOf.set(node, symbol);
    else if (name !== '' && node.kind !== 'typeName') this.#missing(node, scope);
  }

  #missing(node: SyntaxNode, scope: Scope): void {
    this.unresolved.push({ node, visible: () => scope.names() });
  }

  /** A function that no declaration makes is one of the language's. */
  #call(node: CallSyntax, scope: Scope): void {
    const symbol = scope.find(node.name.name);
    if (symbol?.kind === 'function' || symbol?.kind === 'imported') this.symbolOf.set(node, symbol);
    this.#args(node, scope);
  }

  #args(call: CallSyntax | MethodCallSyntax, scope: Scope): void {
    for (const arg of call.args) {
      if (arg.kind === 'lambda') this.#lambda(arg, scope, call.args[0], call.name.name);
      else this.bind(arg, scope);
    }
  }

  #lambda(
    node: LambdaSyntax,
    scope: Scope,
    source: ExpressionSyntax | undefined,
    caller: string | undefined,
  ): void {
    // The first variable of a reduce is what has been gathered so far.
    const locals = node.parameters.map((name, index) =>
      local('lambda', name, undefined, caller === 'reduce' && index === 0 ? undefined : source),
    );
    this.bind(node.body, scope.with(locals));
  }

  #loop(node: ForSyntax, scope: Scope): void {
    this.bind(node.collection, scope);
    this.bind(node.body, this.#loopScope(node, scope));
  }

  #loopScope(node: ForSyntax, scope: Scope): Scope {
    const locals = [local('item', node.item, node)];
    if (node.index !== undefined) locals.push(local('index', node.index, node));
    return scope.with(locals);
  }

  #child(target: ExpressionSyntax, node: SyntaxNode, name: string, scope: Scope): void {
    const outer = this.symbolOf.get(withoutIndex(target));
    const child = outer?.kind === 'resource' ? outer.children.get(name) : undefined;
    if (child !== undefined) this.symbolOf.set(node, child);
    else if (outer !== undefined && name !== '') this.#missing(node, scope);
  }

  #resource(node: ResourceDeclaration, scope: Scope): void {
    this.#children([...node.decorators, node.type], scope);
    const symbol = this.#declared.resourceOf.get(node);
    if (symbol !== undefined) this.#body(node.body, symbol, scope);
  }

  /** In the body of a resource the resources declared there can be seen. */
  #body(body: BodySyntax, symbol: ResourceSymbol, scope: Scope): void {
    if (body.kind === 'for') {
      this.bind(body.collection, scope);
      const inner = this.#loopScope(body, scope);
      if (body.body.kind === 'object' || body.body.kind === 'if') this.#body(body.body, symbol, inner);
    } else if (body.kind === 'if') {
      this.bind(body.condition, scope);
      this.#body(body.body, symbol, scope);
    } else {
      const inner = symbol.children.size === 0 ? scope : scope.with(symbol.children.values());
      eachChild(body, (child) => this.bind(child, inner));
    }
  }

  /** The name of a decorator is one of the language's; its arguments are expressions. */
  #decorator(expression: SyntaxNode, scope: Scope): void {
    if (expression.kind === 'call' || expression.kind === 'methodCall')
      for (const arg of expression.args) this.bind(arg, scope);
  }
}

function withoutIndex(expression: ExpressionSyntax): ExpressionSyntax {
  if (expression.kind === 'index') return withoutIndex(expression.target);
  if (expression.kind === 'nonNull') return withoutIndex(expression.target);
  if (expression.kind === 'parenthesized') return withoutIndex(expression.expression);
  return expression;
}

function local(
  role: LocalSymbol['role'],
  syntax: LocalSymbol['syntax'],
  loop?: ForSyntax,
  source?: ExpressionSyntax,
): LocalSymbol {
  return { kind: 'local', name: syntax.name, role, syntax, loop, source };
}
