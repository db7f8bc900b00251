import type { Diagnostic, ObjectNode } from '../../kernel/index.ts';
import type { ScopeKind } from '../../template/index.ts';
import { findDecorator } from '../lowering/template/decorator.ts';
import type { ParameterDeclaration } from '../syntax/index.ts';
import type { BicepModel } from './bicep-model.ts';
import type { ModuleFacts, ModuleOutput, ModuleParameter } from './module-facts.ts';
import type { NamedDeclaration } from './named-declaration.ts';
import { isNullableType } from './nullable-type.ts';

/** A Bicep file as those that use it see it. */
export class FileFacts implements ModuleFacts {
  readonly #model: BicepModel;
  #exports: readonly (readonly [string, NamedDeclaration])[] | undefined;

  constructor(model: BicepModel) {
    this.#model = model;
  }

  get path(): string {
    return this.#model.path;
  }

  get scopeKind(): ScopeKind {
    return this.#model.targetScope;
  }

  get parameters(): readonly ModuleParameter[] {
    return this.#model.binding.parameters.map(({ name, declaration }) => ({
      name,
      isRequired: declaration.defaultValue === undefined && !isNullableType(declaration.type, this.#model),
      type: plainType(declaration),
    }));
  }

  get outputs(): readonly ModuleOutput[] {
    return this.#model.outputs;
  }

  get template(): ObjectNode {
    return this.#model.template;
  }

  get diagnostics(): readonly Diagnostic[] {
    return [];
  }

  export(name: string): NamedDeclaration | undefined {
    return this.exports.find(([own]) => own === name)?.[1];
  }

  get exports(): readonly (readonly [string, NamedDeclaration])[] {
    this.#exports ??= this.#findExports();
    return this.#exports;
  }

  #findExports(): readonly (readonly [string, NamedDeclaration])[] {
    const { types, variables, functions } = this.#model.binding;
    return [...types, ...variables, ...functions]
      .filter((one) => findDecorator(one.declaration.decorators, 'export') !== undefined)
      .map((one) => [one.name, one] as const);
  }
}

/** The type of a parameter in the words of templates, where it is plainly stated. */
function plainType({ type, decorators }: ParameterDeclaration): string | undefined {
  if (type.kind !== 'typeName') return undefined;
  return findDecorator(decorators, 'secure') === undefined ? type.name : secureTypes.get(type.name);
}

const secureTypes: ReadonlyMap<string, string> = new Map([
  ['string', 'securestring'],
  ['object', 'secureObject'],
]);
