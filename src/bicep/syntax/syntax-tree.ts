import type { Diagnostic, Source } from '../../kernel/index.ts';
import type { DeclarationSyntax } from './declaration-syntax.ts';
import type { Pragma } from './pragma.ts';
import type { SyntaxRange } from './syntax-range.ts';
import type { Token } from './token.ts';

/** The two languages: deployments, and values for their parameters. */
export type BicepDialect = 'bicep' | 'bicepparam';

/** A file as it was read: everything that could be, and what was wrong with the rest. */
export interface SyntaxTree extends SyntaxRange {
  readonly kind: 'file';
  readonly dialect: BicepDialect;
  readonly source: Source;
  readonly declarations: readonly DeclarationSyntax[];
  /** All tokens, trivia included: their texts put together are the text of the file. */
  readonly tokens: readonly Token[];
  readonly pragmas: readonly Pragma[];
  readonly diagnostics: readonly Diagnostic[];
}
