import { type Binding, type ResourceSymbol, unwrapped, type VariableSymbol } from '../../binding/index.ts';
import { type ExpressionSyntax, keyText, type SyntaxNode, someChild } from '../../syntax/index.ts';
import { moduleTarget } from '../module/module-reference.ts';
import { isExtensible } from '../resource/extensible-resource.ts';
import { parentOf } from '../resource/resource-parent.ts';
import { resourceTarget } from '../resource/resource-target.ts';

/** Functions that Azure answers while a deployment runs: variables and names cannot use them. */
const runtimeFunctions: ReadonlySet<string> = new Set([
  'reference',
  'tologicalzone',
  'tologicalzones',
  'tophysicalzone',
  'tophysicalzones',
]);

/** Variables that hold each other. */
const chainMax = 512;

/**
 * Finds the variables and existing resources that need values of the running deployment. The template language has no such variables,
 * so what they say is written out where they are used (articles/azure-resource-manager/bicep/variables.md).
 */
export function findInlined(binding: Binding): ReadonlySet<VariableSymbol | ResourceSymbol> {
  const values = new RuntimeValues(binding);
  return new Set<VariableSymbol | ResourceSymbol>([
    ...binding.variables.filter((one) => values.isVariable(one)),
    ...binding.resources.filter((one) => values.isExisting(one)),
  ]);
}

class RuntimeValues {
  readonly #binding: Binding;
  readonly #known = new Map<VariableSymbol | ResourceSymbol, boolean>();
  #depth = 0;

  constructor(binding: Binding) {
    this.#binding = binding;
  }

  isVariable(symbol: VariableSymbol): boolean {
    return this.#once(symbol, () => this.#isRuntime(symbol.declaration.value));
  }

  /** An existing resource whose name is a run-time value, or that is in or extends such a one. */
  isExisting(symbol: ResourceSymbol): boolean {
    if (!symbol.declaration.isExisting || isExtensible(symbol)) return false;
    return this.#once(symbol, () => {
      const parent = parentOf(symbol, this.#binding);
      if (parent !== undefined && this.isExisting(parent.resource)) return true;
      const members =
        symbol.loop === undefined && symbol.condition === undefined ? symbol.object?.members : [];
      return (members ?? []).some((member) => {
        if (member.kind !== 'property') return false;
        const name = keyText(member.key);
        if (name === 'dependsOn' || name === 'parent') return false;
        if (name !== 'scope') return this.#isRuntime(member.value);
        const extended = resourceTarget(member.value, this.#binding);
        return extended !== undefined && this.isExisting(extended.resource);
      });
    });
  }

  #once(symbol: VariableSymbol | ResourceSymbol, find: () => boolean): boolean {
    const known = this.#known.get(symbol);
    if (known !== undefined) return known;
    // The expander follows no longer chain of variables either, and says so.
    if (this.#depth >= chainMax) return false;
    this.#known.set(symbol, false);
    this.#depth++;
    const found = find();
    this.#depth--;
    this.#known.set(symbol, found);
    return found;
  }

  #isRuntime(node: SyntaxNode): boolean {
    switch (node.kind) {
      case 'reference': {
        const symbol = this.#binding.symbolOf.get(node);
        if (symbol?.kind === 'variable') return this.isVariable(symbol);
        return symbol?.kind === 'resource' || symbol?.kind === 'module';
      }
      case 'child':
        return true;
      case 'member':
        return this.#isRuntimeAccess(node.target, node.name.name, node);
      case 'index':
        if (node.index.kind === 'string') return this.#isRuntimeAccess(node.target, node.index.value, node);
        return this.#isAnyRuntime(node);
      case 'call': {
        const name = node.name.name;
        if (name === 'nameof') return false;
        return (!this.#binding.symbolOf.has(node) && isRuntimeFunction(name)) || this.#isAnyRuntime(node);
      }
      case 'methodCall': {
        const target = unwrapped(node.target);
        const isNamespace =
          target.kind === 'reference' && this.#binding.symbolOf.get(target)?.kind === 'namespace';
        return (isNamespace && isRuntimeFunction(node.name.name)) || this.#isAnyRuntime(node);
      }
      default:
        return this.#isAnyRuntime(node);
    }
  }

  #isAnyRuntime(node: SyntaxNode): boolean {
    return someChild(node, (child) => this.#isRuntime(child));
  }

  #isRuntimeAccess(target: ExpressionSyntax, name: string, node: SyntaxNode): boolean {
    const resource = resourceTarget(target, this.#binding)?.resource;
    if (resource !== undefined) {
      if (name === 'type' || name === 'apiVersion') return isExtensible(resource);
      if (name === 'id' || name === 'name') return isExtensible(resource) || this.isExisting(resource);
      return true;
    }
    if (moduleTarget(target, this.#binding) !== undefined) return name !== 'name';
    return this.#isAnyRuntime(node);
  }
}

function isRuntimeFunction(name: string): boolean {
  const folded = name.toLowerCase();
  return runtimeFunctions.has(folded) || folded.startsWith('list');
}
