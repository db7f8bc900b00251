import type { JsonDocument, JsonNode } from '../../../kernel/index.ts';
import type { BicepModel } from '../../program/bicep-model.ts';
import type { DecoratorSyntax, TypeSyntax } from '../../syntax/index.ts';
import { decoratorArguments, findDecorator } from '../template/decorator.ts';

/** Where a type that others refer to is declared: in a Bicep file, or in a compiled template. */
export type TypePlace = SyntaxPlace | SchemaPlace;

export interface SyntaxPlace {
  readonly kind: 'syntax';
  readonly type: TypeSyntax;
  readonly discriminator: string | undefined;
  readonly model: BicepModel;
}

export interface SchemaPlace {
  readonly kind: 'schema';
  readonly node: JsonNode;
  readonly document: JsonDocument;
}

/** A declared type and its place. */
export function syntaxPlace(
  { type, decorators }: { readonly type: TypeSyntax; readonly decorators: readonly DecoratorSyntax[] },
  model: BicepModel,
): SyntaxPlace {
  return { kind: 'syntax', type, discriminator: discriminatorOf(decorators), model };
}

/** The property that `@discriminator` names. */
export function discriminatorOf(decorators: readonly DecoratorSyntax[]): string | undefined {
  const decorator = findDecorator(decorators, 'discriminator');
  const [name] = decorator === undefined ? [] : decoratorArguments(decorator);
  return name?.kind === 'string' ? name.value : undefined;
}

/** The type without parentheses and without what says whether it can be null. */
export function bareType(type: TypeSyntax): TypeSyntax {
  let bare = type;
  while (bare.kind === 'parenthesizedType' || bare.kind === 'nullableType' || bare.kind === 'nonNullableType')
    bare = bare.type;
  return bare;
}
