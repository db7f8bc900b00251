import type { DecoratorSyntax } from './declaration-syntax.ts';
import type { ExpressionSyntax, InterpolationSyntax, LiteralSyntax } from './expression-syntax.ts';
import type { KeySyntax } from './object-syntax.ts';
import type { NameSyntax, SyntaxRange, UnreadableSyntax } from './syntax-range.ts';

/** A type (articles/azure-resource-manager/bicep/user-defined-data-types.md; Azure/bicep, docs/grammar.md). */
export type TypeSyntax =
  | TypeNameSyntax
  | TypeInstanceSyntax
  | TypeMemberSyntax
  | TypeIndexSyntax
  | TypeItemsSyntax
  | TypeAdditionalSyntax
  | LiteralSyntax
  /** Not a type, but read as one so that it can be reported at its place. */
  | InterpolationSyntax
  | UnaryTypeSyntax
  | ArrayTypeSyntax
  | NullableTypeSyntax
  | NonNullableTypeSyntax
  | UnionTypeSyntax
  | ObjectTypeSyntax
  | TupleTypeSyntax
  | ParenthesizedTypeSyntax
  | ResourceTypeSyntax
  | UnreadableSyntax;

/** `string`, `int`, `bool`, `object`, `array`, `any`, a declared or imported type, or the namespace before a dot. */
export interface TypeNameSyntax extends SyntaxRange {
  readonly kind: 'typeName';
  readonly name: string;
}

/** `resourceInput<'type@version'>`, `sys.resourceOutput<'type@version'>`. */
export interface TypeInstanceSyntax extends SyntaxRange {
  readonly kind: 'typeInstance';
  /** The namespace, where one is given. */
  readonly target?: TypeSyntax | undefined;
  readonly name: NameSyntax;
  readonly args: readonly TypeSyntax[];
}

/** `target.name`: a property's type, or a type of a namespace. */
export interface TypeMemberSyntax extends SyntaxRange {
  readonly kind: 'typeMember';
  readonly target: TypeSyntax;
  readonly name: NameSyntax;
}

/** `target[0]`: the type of an item of a tuple. */
export interface TypeIndexSyntax extends SyntaxRange {
  readonly kind: 'typeIndex';
  readonly target: TypeSyntax;
  readonly index: ExpressionSyntax;
}

/** `target[*]`: the type of an array's items. */
export interface TypeItemsSyntax extends SyntaxRange {
  readonly kind: 'typeItems';
  readonly target: TypeSyntax;
}

/** `target.*`: the type of an object's additional properties. */
export interface TypeAdditionalSyntax extends SyntaxRange {
  readonly kind: 'typeAdditional';
  readonly target: TypeSyntax;
}

/** `-1` or `!true` as a type. */
export interface UnaryTypeSyntax extends SyntaxRange {
  readonly kind: 'unaryType';
  readonly operator: '!' | '-';
  readonly operand: TypeSyntax;
}

/** `item[]`. */
export interface ArrayTypeSyntax extends SyntaxRange {
  readonly kind: 'arrayType';
  readonly item: TypeSyntax;
}

/** `type?`. */
export interface NullableTypeSyntax extends SyntaxRange {
  readonly kind: 'nullableType';
  readonly type: TypeSyntax;
}

/** `type!`. */
export interface NonNullableTypeSyntax extends SyntaxRange {
  readonly kind: 'nonNullableType';
  readonly type: TypeSyntax;
}

/** `'a' | 'b'`. */
export interface UnionTypeSyntax extends SyntaxRange {
  readonly kind: 'unionType';
  readonly members: readonly TypeSyntax[];
}

/** `{ name: type, *: type }`. */
export interface ObjectTypeSyntax extends SyntaxRange {
  readonly kind: 'objectType';
  readonly members: readonly (PropertyTypeSyntax | AdditionalPropertiesSyntax)[];
}

export interface PropertyTypeSyntax extends SyntaxRange {
  readonly kind: 'propertyType';
  readonly decorators: readonly DecoratorSyntax[];
  readonly key: KeySyntax;
  readonly type: TypeSyntax;
}

/** `*: type`. */
export interface AdditionalPropertiesSyntax extends SyntaxRange {
  readonly kind: 'additionalProperties';
  readonly decorators: readonly DecoratorSyntax[];
  readonly type: TypeSyntax;
}

/** `[string, int]`. */
export interface TupleTypeSyntax extends SyntaxRange {
  readonly kind: 'tupleType';
  readonly items: readonly TupleItemSyntax[];
}

export interface TupleItemSyntax extends SyntaxRange {
  readonly kind: 'tupleItem';
  readonly decorators: readonly DecoratorSyntax[];
  readonly type: TypeSyntax;
}

export interface ParenthesizedTypeSyntax extends SyntaxRange {
  readonly kind: 'parenthesizedType';
  readonly type: TypeSyntax;
}

/** `resource 'type@version'`, or `resource` alone for an output. */
export interface ResourceTypeSyntax extends SyntaxRange {
  readonly kind: 'resourceType';
  readonly type?: ExpressionSyntax | undefined;
}
