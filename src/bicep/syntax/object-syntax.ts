import type { ResourceDeclaration } from './declaration-syntax.ts';
import type {
  ExpressionSyntax,
  InterpolationSyntax,
  SpreadSyntax,
  StringSyntax,
} from './expression-syntax.ts';
import type { NameSyntax, SyntaxRange, UnreadableSyntax } from './syntax-range.ts';

/** `{ ... }`. */
export interface ObjectSyntax extends SyntaxRange {
  readonly kind: 'object';
  /** In the order of the file. Resources stand only in the body of a resource. */
  readonly members: readonly (PropertySyntax | SpreadSyntax | ResourceDeclaration | UnreadableSyntax)[];
}

export interface PropertySyntax extends SyntaxRange {
  readonly kind: 'property';
  readonly key: KeySyntax;
  readonly value: ExpressionSyntax;
}

/** The name of a property: bare, in quotes, or computed. */
export type KeySyntax = NameSyntax | StringSyntax | InterpolationSyntax | UnreadableSyntax;

/** The name that a key states; `undefined` where it is computed or could not be read. */
export function keyText(key: KeySyntax): string | undefined {
  if (key.kind === 'name') return key.name;
  return key.kind === 'string' ? key.value : undefined;
}

/** The last property of this name, as written (Bicep's names are case-sensitive). */
export function propertyOf(object: ObjectSyntax, name: string): PropertySyntax | undefined {
  return object.members.findLast(
    (member): member is PropertySyntax => member.kind === 'property' && keyText(member.key) === name,
  );
}
