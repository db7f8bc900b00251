import type { NamedDeclaration } from '../../program/named-declaration.ts';
import type { CallSyntax, MethodCallSyntax } from '../../syntax/index.ts';

/** What declarations are called in the template that is being made. */
export interface TemplateNames {
  /** The name of a type, variable or function; with its namespace where that is not `__bicep`. */
  nameOf(declaration: NamedDeclaration): string | undefined;
  /** The variable that holds the value of a `load...` call; `undefined` where the value is written out. */
  loadedValue(call: CallSyntax | MethodCallSyntax): string | undefined;
}
