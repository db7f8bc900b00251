import {
  type Binding,
  type ModuleSymbol,
  type ResourceSymbol,
  unwrapped,
  type VariableSymbol,
} from '../../binding/index.ts';
import {
  type ExpressionSyntax,
  eachChild,
  type ForSyntax,
  keyText,
  type SyntaxNode,
  someChild,
} from '../../syntax/index.ts';
import { parentOf } from './resource-parent.ts';
import { resourceTarget } from './resource-target.ts';

/** Something that a resource, module or variable refers to. */
export interface Dependency {
  readonly symbol: ResourceSymbol | ModuleSymbol | VariableSymbol;
  /** Which one of a loop; `undefined` for all of it. */
  readonly index: ExpressionSyntax | undefined;
  /** Whether only what the declaration itself says is used: Azure would not wait for the resource. */
  readonly isWeak: boolean;
}

type Dependent = ResourceSymbol | ModuleSymbol | VariableSymbol;

/** What the declarations of a file refer to (articles/azure-resource-manager/bicep/resource-dependencies.md). */
export class Dependencies {
  readonly #binding: Binding;
  readonly #known = new Map<Dependent, readonly Dependency[]>();

  constructor(binding: Binding) {
    this.#binding = binding;
  }

  of(symbol: Dependent): readonly Dependency[] {
    let found = this.#known.get(symbol);
    if (found === undefined) {
      found = this.#collect(symbol);
      this.#known.set(symbol, found);
    }
    return found;
  }

  #collect(symbol: Dependent): Dependency[] {
    const collector = new Collector(this.#binding, loopsAround(symbol));
    if (symbol.kind === 'variable') collector.visit(symbol.declaration.value, false);
    else collector.visit(symbol.declaration.body, false, true);
    const parent = symbol.kind === 'resource' ? parentOf(symbol, this.#binding) : undefined;
    if (parent !== undefined)
      collector.found.push({ symbol: parent.resource, index: parent.index, isWeak: true });
    return collector.found;
  }
}

function loopsAround(symbol: Dependent): ReadonlySet<ForSyntax> {
  const loops = new Set<ForSyntax>();
  if (symbol.kind === 'variable') {
    if (symbol.declaration.value.kind === 'for') loops.add(symbol.declaration.value);
    return loops;
  }
  if (symbol.loop !== undefined) loops.add(symbol.loop);
  if (symbol.kind === 'resource')
    for (let outer = symbol.container; outer !== undefined; outer = outer.container)
      if (outer.loop !== undefined) loops.add(outer.loop);
  return loops;
}

/** Properties that are taken of the declaration, and not of the resource. */
const declaredProperties: ReadonlySet<string> = new Set(['id', 'name', 'type', 'apiVersion']);
/** Properties of a body in which resources are only pointed at. */
const pointingProperties: ReadonlySet<string> = new Set(['parent', 'scope']);

class Collector {
  readonly found: Dependency[] = [];
  readonly #binding: Binding;
  readonly #loops: ReadonlySet<ForSyntax>;

  constructor(binding: Binding, loops: ReadonlySet<ForSyntax>) {
    this.#binding = binding;
    this.#loops = loops;
  }

  visit(node: SyntaxNode, isWeak: boolean, isBody = false): void {
    switch (node.kind) {
      case 'resource':
        // A resource declared in the body has dependencies of its own.
        return;
      case 'reference':
      case 'child':
        this.#add(node, undefined, isWeak);
        return;
      case 'index':
        this.#index(node.target, node.index, isWeak || this.#isDeclaredProperty(node.target, node.index));
        return;
      case 'member':
        this.visit(node.target, isWeak || this.#isDeclared(node.target, node.name.name));
        return;
      case 'methodCall':
        this.visit(node.target, true);
        for (const arg of node.args) this.visit(arg, false);
        return;
      case 'nonNull':
      case 'parenthesized':
        this.visit(node.kind === 'nonNull' ? node.target : node.expression, isWeak);
        return;
      case 'property':
        this.visit(node.key, false);
        this.visit(node.value, isBody && pointingProperties.has(keyText(node.key) ?? ''));
        return;
      case 'for':
        this.visit(node.collection, false);
        this.visit(node.body, false, isBody);
        return;
      case 'if':
        this.visit(node.condition, false);
        this.visit(node.body, false, isBody);
        return;
      case 'object':
        for (const member of node.members) this.visit(member, isWeak, isBody);
        return;
      default:
        eachChild(node, (child) => this.visit(child, isWeak && node.kind !== 'call'));
    }
  }

  #isDeclaredProperty(target: ExpressionSyntax, index: ExpressionSyntax): boolean {
    return index.kind === 'string' && this.#isDeclared(target, index.value);
  }

  /** `store.name` is what the declaration says, `store.sku.name` is not. */
  #isDeclared(target: ExpressionSyntax, name: string): boolean {
    return declaredProperties.has(name) && resourceTarget(target, this.#binding) !== undefined;
  }

  #index(target: ExpressionSyntax, index: ExpressionSyntax, isWeak: boolean): void {
    const named = unwrapped(target);
    const symbol = this.#binding.symbolOf.get(named);
    const isTurn = (symbol?.kind === 'resource' || symbol?.kind === 'module') && symbol.loop !== undefined;
    const isTurnOfVariable = symbol?.kind === 'variable' && symbol.declaration.value.kind === 'for';
    if (isTurn || isTurnOfVariable) this.#add(named, this.#isSeenAround(index) ? index : undefined, isWeak);
    else this.visit(target, isWeak);
    this.visit(index, false);
  }

  /** An index that uses the variable of an inner loop or lambda means nothing in `dependsOn`: then all of the loop is meant. */
  #isSeenAround(index: SyntaxNode): boolean {
    if (index.kind === 'reference') {
      const symbol = this.#binding.symbolOf.get(index);
      if (symbol?.kind !== 'local') return true;
      return symbol.loop !== undefined && this.#loops.has(symbol.loop);
    }
    return !someChild(index, (child) => !this.#isSeenAround(child));
  }

  #add(node: SyntaxNode, index: ExpressionSyntax | undefined, isWeak: boolean): void {
    const symbol = this.#binding.symbolOf.get(node);
    if (symbol?.kind === 'resource' || symbol?.kind === 'module' || symbol?.kind === 'variable')
      this.found.push({ symbol, index, isWeak });
  }
}
