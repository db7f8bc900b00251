import type { ObjectNode } from '../../../kernel/index.ts';
import type { SyntaxRange, TypeNameSyntax, TypeSyntax } from '../../syntax/index.ts';
import type { Entry } from '../arm/node-builder.ts';
import type { LoweringContext } from '../lowering-context.ts';
import { decoratorName } from '../template/decorator.ts';
import { discriminatedEntries } from './discriminated-type.ts';
import { Inlining } from './inlining.ts';
import { literalsOf } from './literal-type.ts';
import { mergeEntry } from './merge-entry.ts';
import { referenceEntries } from './reference-type.ts';
import { resourceTypeEntries } from './resource-type.ts';
import { arrayEntries, objectEntries, tupleEntries } from './structured-type.ts';
import { decoratedEntries } from './type-decorators.ts';
import { discriminatorOf } from './type-place.ts';
import { TypeReferences } from './type-references.ts';
import type { DeclaredType, TypeScope } from './type-scope.ts';
import { unionEntries } from './union-type.ts';

export type { DeclaredType };

/**
 * The schema of a declared type, as a template has it for parameters, outputs and definitions
 * (articles/azure-resource-manager/templates/definitions.md). A type that is not known says nothing: every value is one of it.
 */
export function declaredTypeEntries(declared: DeclaredType, cx: LoweringContext): Entry[] {
  const references = new TypeReferences(cx.names);
  const inlining = new Inlining();
  return entriesOf(declared, { cx, references, inlining, discriminator: undefined, schema });
}

function schema(declared: DeclaredType & SyntaxRange, scope: TypeScope): ObjectNode {
  // Only parameters have `@allowed`; parts of a type state a union.
  const decorators = declared.decorators.filter((one) => decoratorName(one) !== 'allowed');
  const entries = entriesOf({ decorators, type: declared.type }, scope);
  return scope.cx.nodes.object(declared, entries);
}

function entriesOf(declared: DeclaredType, outer: TypeScope): Entry[] {
  const { cx } = outer;
  const discriminator = discriminatorOf(declared.decorators);
  const scope = { ...outer, references: new TypeReferences(cx.names), discriminator };
  return decoratedEntries(typeEntries(declared.type, scope), declared, cx);
}

function typeEntries(type: TypeSyntax, scope: TypeScope): Entry[] {
  switch (type.kind) {
    case 'parenthesizedType':
      return typeEntries(type.type, scope);
    case 'nullableType':
    case 'nonNullableType': {
      const nullable = scope.cx.nodes.scalar(type, type.kind === 'nullableType');
      return mergeEntry(typeEntries(type.type, scope), { name: 'nullable', place: type, value: nullable });
    }
    case 'unionType':
      return scope.discriminator === undefined
        ? literalEntries(type, scope)
        : discriminatedEntries(type, scope.discriminator, scope);
    case 'string':
    case 'integer':
    case 'boolean':
    case 'null':
    case 'unaryType':
      return literalEntries(type, scope);
    case 'arrayType':
      return arrayEntries(type, scope);
    case 'tupleType':
      return tupleEntries(type, scope);
    case 'objectType':
      return objectEntries(type, scope);
    case 'resourceType':
      return resourceTypeEntries(type, scope.cx);
    case 'typeName':
    case 'typeMember':
    case 'typeIndex':
    case 'typeItems':
    case 'typeAdditional':
    case 'typeInstance':
      return namedEntries(type, scope);
    case 'interpolation':
    case 'unreadable':
      return [];
    default:
      return type satisfies never;
  }
}

function literalEntries(type: TypeSyntax, { cx, references }: TypeScope): Entry[] {
  const values = literalsOf(type, cx.model, references);
  return values === undefined ? [] : unionEntries(values, type, cx);
}

/** The types of the language; `any` says nothing. */
const primitives: ReadonlySet<string> = new Set(['string', 'int', 'bool', 'object', 'array']);

function namedEntries(type: TypeSyntax, { cx, references }: TypeScope): Entry[] {
  const reference = references.resolve(type, cx.model);
  if (reference !== undefined) return referenceEntries(reference, type, cx);
  const name = languageType(type, cx);
  return name !== undefined && primitives.has(name)
    ? [{ name: 'type', place: type, value: cx.nodes.text(type, name) }]
    : [];
}

/** The name of a type that no declaration makes: `string` or `sys.string`. */
function languageType(type: TypeSyntax, { model }: LoweringContext): string | undefined {
  const symbolOf = (name: TypeNameSyntax) => model.binding.symbolOf.get(name);
  if (type.kind === 'typeName') return symbolOf(type) === undefined ? type.name : undefined;
  if (type.kind !== 'typeMember' || type.target.kind !== 'typeName') return undefined;
  return symbolOf(type.target)?.kind === 'namespace' ? type.name.name : undefined;
}
