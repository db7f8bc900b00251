import type {
  BodySyntax,
  DeclarationSyntax,
  ImportDeclaration,
  ObjectSyntax,
  ResourceDeclaration,
  SyntaxTree,
  TextSyntax,
} from '../syntax/index.ts';
import type { Binding } from './binding.ts';
import { readResourceType } from './resource-type.ts';
import type { BicepSymbol, DeploymentBody, ResourceSymbol } from './symbol.ts';

/** What a file declares, before the names in it are resolved. */
export type Declared = Omit<Binding, 'tree' | 'symbolOf' | 'unresolved' | 'loopNames'> & {
  readonly names: Map<string, BicepSymbol>;
  readonly resourceOf: ReadonlyMap<ResourceDeclaration, ResourceSymbol>;
};

/** Finds the declarations of a file. */
export function declareNames(tree: SyntaxTree): Declared {
  const declarations = new Declarations();
  for (const declaration of tree.declarations) declarations.add(declaration);
  return declarations.result;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

class Declarations {
  readonly #resourceOf = new Map<ResourceDeclaration, ResourceSymbol>();
  readonly result: Mutable<Declared> = {
    names: new Map(),
    targetScope: undefined,
    metadata: [],
    parameters: [],
    variables: [],
    resources: [],
    modules: [],
    types: [],
    functions: [],
    outputs: [],
    asserts: [],
    imports: [],
    imported: [],
    extensions: [],
    assignments: [],
    using: undefined,
    extends: undefined,
    duplicates: [],
    resourceOf: this.#resourceOf,
  };

  add(declaration: DeclarationSyntax): void {
    const { result } = this;
    switch (declaration.kind) {
      case 'targetScope':
        result.targetScope ??= declaration;
        return;
      case 'metadata':
        result.metadata.push(declaration);
        return;
      case 'parameter':
        this.#declare(result.parameters, { kind: 'parameter', name: declaration.name.name, declaration });
        return;
      case 'variable':
        this.#declare(result.variables, { kind: 'variable', name: declaration.name.name, declaration });
        return;
      case 'resource':
        this.#name(this.#resource(declaration, undefined));
        return;
      case 'module':
        this.#declare(result.modules, {
          kind: 'module',
          name: declaration.name.name,
          declaration,
          ...deploymentBody(declaration.body),
        });
        return;
      case 'type':
        this.#declare(result.types, { kind: 'type', name: declaration.name.name, declaration });
        return;
      case 'function':
        this.#declare(result.functions, { kind: 'function', name: declaration.name.name, declaration });
        return;
      case 'output':
        result.outputs.push(declaration);
        return;
      case 'assert':
        result.asserts.push(declaration);
        return;
      case 'import':
        this.#import(declaration);
        return;
      case 'extension': {
        const { specification, alias } = declaration;
        const name =
          alias?.name ?? (specification.kind === 'name' ? specification.name : extensionName(specification));
        this.#declare(result.extensions, { kind: 'extension', name, declaration });
        return;
      }
      case 'parameterAssignment':
        this.#declare(result.assignments, { kind: 'assignment', name: declaration.name.name, declaration });
        return;
      case 'using':
        result.using ??= declaration;
        return;
      case 'extends':
        result.extends ??= declaration;
        result.names.set('base', { kind: 'base', name: 'base' });
        return;
      case 'extensionConfig':
      case 'test':
      case 'unreadable':
        return;
      default:
        declaration satisfies never;
    }
  }

  #declare<S extends BicepSymbol>(list: S[], symbol: S): void {
    list.push(symbol);
    this.#name(symbol);
  }

  #name(symbol: BicepSymbol): void {
    if (symbol.name === '') return;
    const { names } = this.result;
    if (names.has(symbol.name)) this.result.duplicates.push(symbol);
    else names.set(symbol.name, symbol);
  }

  #resource(declaration: ResourceDeclaration, container: ResourceSymbol | undefined): ResourceSymbol {
    const body = deploymentBody(declaration.body);
    const text = declaration.type.kind === 'string' ? declaration.type.value : undefined;
    const symbol: ResourceSymbol = {
      kind: 'resource',
      name: declaration.name.name,
      declaration,
      container,
      children: new Map(),
      type: text === undefined ? undefined : readResourceType(text, container?.type),
      ...body,
    };
    this.#resourceOf.set(declaration, symbol);
    this.result.resources.push(symbol);
    for (const member of body.object?.members ?? []) {
      if (member.kind !== 'resource') continue;
      const child = this.#resource(member, symbol);
      if (symbol.children.has(child.name)) this.result.duplicates.push(child);
      else symbol.children.set(child.name, child);
    }
    return symbol;
  }

  #import(declaration: ImportDeclaration): void {
    const { result } = this;
    result.imports.push(declaration);
    const { imported } = declaration;
    if (imported.kind === 'wildcardImport')
      this.#declare(result.imported, { kind: 'wildcard', name: imported.alias.name, declaration });
    if (imported.kind !== 'importList') return;
    for (const item of imported.items) {
      const original = item.name.kind === 'name' ? item.name.name : textOf(item.name);
      const name = item.alias?.name ?? original;
      this.#declare(result.imported, { kind: 'imported', name, original, declaration });
    }
  }
}

function deploymentBody(body: BodySyntax): DeploymentBody {
  const loop = body.kind === 'for' ? body : undefined;
  const inner = loop?.body ?? body;
  const condition = inner.kind === 'if' ? inner.condition : undefined;
  const object = inner.kind === 'if' ? inner.body : inner;
  return { loop, condition, object: object.kind === 'object' ? (object satisfies ObjectSyntax) : undefined };
}

function textOf(text: TextSyntax): string {
  return text.kind === 'string' ? text.value : '';
}

/** `kubernetes@1.0.0` and `br:registry/path/name:1.0.0` are called `kubernetes` and `name`. */
function extensionName(text: TextSyntax): string {
  const last = textOf(text).split('/').at(-1) ?? '';
  return last.split(/[@:]/, 1)[0] ?? '';
}
