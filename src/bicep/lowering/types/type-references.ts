import { childNode, type JsonNode, stringOf } from '../../../kernel/index.ts';
import type { BicepSymbol } from '../../binding/index.ts';
import type { BicepModel } from '../../program/bicep-model.ts';
import type { NamedDeclaration } from '../../program/named-declaration.ts';
import type { TypeMemberSyntax, TypeSyntax } from '../../syntax/index.ts';
import { findNode, knownExport } from '../import/template-export.ts';
import type { TemplateNames } from '../import/template-names.ts';
import { decodeSegment } from './reference-segment.ts';
import { type ResourceDerivedType, resourceDerivedType } from './resource-derived-type.ts';
import { bareType, type SchemaPlace, syntaxPlace, type TypePlace } from './type-place.ts';
import { childOf, stepInto, stepSegments, type TypeStep } from './type-step.ts';

/** What a type refers to: a definition of the template or a part of one, or a part of a resource. */
export type TypeReference = DefinitionReference | ResourceDerivedType;

export interface DefinitionReference {
  readonly kind: 'definition';
  /** The keys from `definitions` on. */
  readonly segments: readonly string[];
  readonly place: TypePlace;
}

/** References followed for one type. */
const hopCountMax = 1_000;

/** References inside references; deeper ones lead nowhere. */
const referenceDepthMax = 200;

const definitionPrefix = '#/definitions/';

/** Finds what the types of one declaration refer to. Types that lead to themselves end in `undefined`. */
export class TypeReferences {
  readonly #names: TemplateNames;
  #hopsLeft = hopCountMax;

  constructor(names: TemplateNames) {
    this.#names = names;
  }

  /** `undefined` for a type that is no reference, and for one that leads nowhere. */
  resolve(type: TypeSyntax, model: BicepModel, depth = 0): TypeReference | undefined {
    const bare = bareType(type);
    if (depth > referenceDepthMax || this.#hopsLeft-- <= 0) return undefined;
    switch (bare.kind) {
      case 'typeName':
        return this.#named(model.binding.symbolOf.get(bare), model);
      case 'typeInstance':
        return resourceDerivedType(bare);
      case 'typeMember':
        return this.#member(bare, model, depth);
      case 'typeItems':
        return this.#step(bare.target, { kind: 'items' }, model, depth);
      case 'typeAdditional':
        return this.#step(bare.target, { kind: 'additional' }, model, depth);
      case 'typeIndex':
        if (bare.index.kind === 'string')
          return this.#step(bare.target, { kind: 'property', name: bare.index.value }, model, depth);
        return bare.index.kind === 'integer'
          ? this.#step(bare.target, { kind: 'index', index: Number(bare.index.value) }, model, depth)
          : undefined;
      default:
        return undefined;
    }
  }

  /** The type that a place refers to. */
  follow(place: TypePlace, depth = 0): TypeReference | undefined {
    if (place.kind === 'syntax') return this.resolve(place.type, place.model, depth + 1);
    if (this.#hopsLeft-- <= 0) return undefined;
    const reference = stringOf(childNode(place.node, '$ref'));
    if (!reference?.startsWith(definitionPrefix)) return undefined;
    return this.#definition(reference.slice(definitionPrefix.length), place);
  }

  #named(symbol: BicepSymbol | undefined, model: BicepModel): TypeReference | undefined {
    if (symbol?.kind === 'type') return this.#declared(symbol, model);
    return symbol?.kind === 'imported' ? this.#declared(model.exportOf(symbol), model) : undefined;
  }

  #member({ target, name }: TypeMemberSyntax, model: BicepModel, depth: number): TypeReference | undefined {
    const symbol = target.kind === 'typeName' ? model.binding.symbolOf.get(target) : undefined;
    if (symbol?.kind === 'namespace') return undefined;
    if (symbol?.kind === 'wildcard') return this.#declared(model.exportOf(symbol, name.name), model);
    return this.#step(target, { kind: 'property', name: name.name }, model, depth);
  }

  #declared(declaration: NamedDeclaration | undefined, model: BicepModel): TypeReference | undefined {
    const name = declaration === undefined ? undefined : this.#names.nameOf(declaration);
    if (declaration === undefined || name === undefined) return undefined;
    const segments = [name];
    if (declaration.kind === 'templateExport') {
      const { document, node, section } = declaration;
      if (section !== 'definitions') return undefined;
      return { kind: 'definition', segments, place: { kind: 'schema', node: node.value, document } };
    }
    if (declaration.kind !== 'type') return undefined;
    const { value, decorators } = declaration.declaration;
    const place = syntaxPlace({ type: value, decorators }, model.ownerOf(declaration) ?? model);
    return { kind: 'definition', segments, place };
  }

  #definition(pointer: string, { document }: SchemaPlace): TypeReference | undefined {
    const [name = '', ...path] = pointer.split('/').map(decodeSegment);
    const found = findNode(document.root, 'definitions', name);
    if (found === undefined) return undefined;
    const declaration = knownExport({ document, section: 'definitions', name, ...found });
    const node = path.reduce<JsonNode | undefined>(childOf, found.node.value);
    if (node === undefined) return undefined;
    const segments = [this.#names.nameOf(declaration) ?? name, ...path];
    return { kind: 'definition', segments, place: { kind: 'schema', node, document } };
  }

  /** The type that has the part may be a reference itself; the part is named from where it is declared. */
  #step(target: TypeSyntax, step: TypeStep, model: BicepModel, depth: number): TypeReference | undefined {
    let container = this.resolve(target, model, depth + 1);
    while (container?.kind === 'definition') {
      const place = stepInto(container.place, step);
      if (place !== undefined)
        return { kind: 'definition', segments: [...container.segments, ...stepSegments(step)], place };
      container = this.follow(container.place, depth);
    }
    return container === undefined
      ? undefined
      : { ...container, segments: [...container.segments, ...stepSegments(step)] };
  }
}
