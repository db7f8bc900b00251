import type { BicepModel } from '../../program/bicep-model.ts';
import type { ModuleFacts } from '../../program/module-facts.ts';
import type { NamedDeclaration } from '../../program/named-declaration.ts';
import { type CallSyntax, eachChild, type MethodCallSyntax, type SyntaxNode } from '../../syntax/index.ts';
import type { Entry } from '../arm/node-builder.ts';
import type { LoweringContext } from '../lowering-context.ts';
import { type LoweredFunction, lowerFunction, splitName } from '../template/lower-functions.ts';
import { type LoweredVariable, lowerVariable } from '../template/lower-variables.ts';
import { importedDefinition, importedSchema } from '../types/lower-definitions.ts';
import { loadedCalls } from './loaded-calls.ts';
import { relativePath } from './relative-path.ts';
import { renamedExport, templateReferences } from './template-export.ts';
import type { TemplateNames } from './template-names.ts';

interface Imported {
  readonly declaration: NamedDeclaration;
  /** The file that declares it; `undefined` for a compiled template. */
  readonly owner: BicepModel | undefined;
  /** Where it comes from, for names that never change. */
  readonly origin: string;
}

/**
 * The types, variables and functions that a file imports, and those that they need: all become part of its template
 * (articles/azure-resource-manager/bicep/bicep-import.md). What is imported by name keeps that name, everything else is called
 * `_n.name`, n being a number for each file.
 */
export class ImportClosure implements TemplateNames {
  readonly #model: BicepModel;
  readonly #imported = new Map<NamedDeclaration, Imported>();
  readonly #names = new Map<NamedDeclaration, string>();
  readonly #loaded: ReadonlyMap<SyntaxNode, string>;

  constructor(model: BicepModel) {
    this.#model = model;
    this.#loaded = loadedCalls(model);
    this.#gather();
    this.#nameAll();
  }

  nameOf(declaration: NamedDeclaration): string | undefined {
    return this.#names.get(declaration);
  }

  loadedValue(call: CallSyntax | MethodCallSyntax): string | undefined {
    return this.#loaded.get(call);
  }

  /** The variables that hold the contents of files. */
  loaded(): Entry[] {
    return [...this.#loaded].flatMap(([node, name]): Entry[] => {
      const value =
        node.kind === 'call' || node.kind === 'methodCall' ? this.#model.loadedValue(node) : undefined;
      return value?.kind === 'loaded' ? [{ name, place: node, value: value.node }] : [];
    });
  }

  variables(cx: LoweringContext): LoweredVariable[] {
    return this.#sorted('variable', 'variables').flatMap(
      ([{ declaration, owner }, name]): LoweredVariable[] => {
        if (declaration.kind === 'variable' && owner !== undefined)
          return [lowerVariable(declaration, name, cx.within(owner))];
        if (declaration.kind !== 'templateExport') return [];
        const value = renamedExport(declaration, name, this, cx);
        return [{ entry: { name, value }, isLoop: declaration.isLoop }];
      },
    );
  }

  functions(cx: LoweringContext): LoweredFunction[] {
    return this.#sorted('function', 'functions').flatMap(
      ([{ declaration, owner, origin }, name]): LoweredFunction[] => {
        if (declaration.kind === 'function' && owner !== undefined)
          return [lowerFunction(declaration, name, cx.within(owner), this.#shown(origin))];
        if (declaration.kind !== 'templateExport') return [];
        const [namespace, ownName] = splitName(name);
        return [{ namespace, entry: { name: ownName, value: renamedExport(declaration, name, this, cx) } }];
      },
    );
  }

  types(cx: LoweringContext): Entry[] {
    return this.#sorted('type', 'definitions').flatMap(([{ declaration, owner, origin }, name]): Entry[] => {
      if (declaration.kind === 'type' && owner !== undefined)
        return [importedDefinition(declaration, name, this.#shown(origin), cx.within(owner))];
      if (declaration.kind !== 'templateExport') return [];
      return [
        importedSchema(
          declaration,
          renamedExport(declaration, name, this, cx),
          name,
          this.#shown(origin),
          cx,
        ),
      ];
    });
  }

  #sorted(kind: NamedDeclaration['kind'], section: string): [Imported, string][] {
    const own: [Imported, string][] = [];
    for (const [declaration, imported] of this.#imported) {
      const isWanted =
        declaration.kind === 'templateExport' ? declaration.section === section : declaration.kind === kind;
      const name = this.#names.get(declaration);
      if (isWanted && name !== undefined) own.push([imported, name]);
    }
    return own.sort(([, a], [, b]) => compare(a, b));
  }

  #gather(): void {
    const { binding } = this.#model;
    for (const list of [binding.types, binding.variables, binding.functions])
      for (const symbol of list) this.#names.set(symbol, symbol.name);
    const pending: Imported[] = [];
    for (const symbol of binding.imported) pending.push(...importsOf(symbol, this.#model));
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (this.#imported.has(next.declaration) || next.owner === this.#model) continue;
      this.#imported.set(next.declaration, next);
      pending.push(...referencesOf(next));
    }
  }

  /** A file by its path from the file that the template is of; a module of a registry by its reference. */
  #shown(origin: string): string {
    return /^(br|ts):/.test(origin) ? origin : relativePath(this.#model.path, origin);
  }

  #nameAll(): void {
    for (const symbol of this.#model.binding.imported) {
      const target = symbol.kind === 'imported' ? this.#model.exportOf(symbol) : undefined;
      if (target !== undefined && !this.#names.has(target)) this.#names.set(target, symbol.name);
    }
    const others = [...this.#imported.values()].filter((one) => !this.#names.has(one.declaration));
    const sortKey = ({ origin, declaration }: Imported) => `${this.#shown(origin)}_${declaration.name}`;
    others.sort((a, b) => compare(sortKey(a), sortKey(b)));
    const numbers = new Map<string, number>();
    for (const { declaration, origin } of others) {
      const number = numbers.get(origin) ?? numbers.size + 1;
      numbers.set(origin, number);
      this.#names.set(declaration, `_${number}.${declaration.name.split('.').at(-1)}`);
    }
  }
}

const collator = new Intl.Collator('en');

function compare(a: string, b: string): number {
  return collator.compare(a, b);
}

function importsOf(symbol: BicepModel['binding']['imported'][number], model: BicepModel): Imported[] {
  const facts = model.importOf(symbol.declaration);
  if (symbol.kind === 'wildcard')
    return facts.exports.map(([, declaration]) => importedFrom(declaration, facts, model));
  const declaration = model.exportOf(symbol);
  return declaration === undefined ? [] : [importedFrom(declaration, facts, model)];
}

function importedFrom(declaration: NamedDeclaration, facts: ModuleFacts, model: BicepModel): Imported {
  return { declaration, owner: model.ownerOf(declaration), origin: facts.path };
}

/** What a declaration needs of its own file, and of those that its file imports from. */
function referencesOf(imported: Imported): Imported[] {
  const { declaration, owner, origin } = imported;
  if (declaration.kind === 'templateExport')
    return templateReferences(declaration).map((one) => ({ declaration: one, owner: undefined, origin }));
  if (owner === undefined) return [];
  const found: Imported[] = [];
  const visit = (node: SyntaxNode): void => {
    const symbol = owner.binding.symbolOf.get(node);
    if (symbol?.kind === 'type' || symbol?.kind === 'variable' || symbol?.kind === 'function')
      found.push({ declaration: symbol, owner, origin });
    else if (symbol?.kind === 'imported' || symbol?.kind === 'wildcard')
      found.push(...importsOf(symbol, owner));
    eachChild(node, visit);
  };
  visit(declaration.declaration);
  return found;
}
