import type { ObjectNode } from '../../../kernel/index.ts';
import type { DecoratorSyntax, SyntaxRange, TypeSyntax } from '../../syntax/index.ts';
import type { Entry } from '../arm/node-builder.ts';
import type { LoweringContext } from '../lowering-context.ts';
import type { Inlining } from './inlining.ts';
import type { TypeReferences } from './type-references.ts';

/** A type with what its decorators say of it. */
export interface DeclaredType {
  readonly decorators: readonly DecoratorSyntax[];
  readonly type: TypeSyntax;
  /** The default value of a parameter, which stands before what its decorators add. */
  readonly defaultValue?: Entry | undefined;
}

/** Where in a file a type stands while its schema is made. */
export interface TypeScope {
  readonly cx: LoweringContext;
  readonly references: TypeReferences;
  readonly inlining: Inlining;
  /** The property that tells the members of a union apart, as `@discriminator` of the declaration around it states it. */
  readonly discriminator: string | undefined;
  /** The schema of a type inside the one that is being made. */
  readonly schema: (declared: DeclaredType & SyntaxRange, scope: TypeScope) => ObjectNode;
}
