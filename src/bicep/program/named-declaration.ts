import type { JsonDocument, PropertyNode } from '../../kernel/index.ts';
import type { FunctionSymbol, TypeSymbol, VariableSymbol } from '../binding/index.ts';

/** What one file can import from another. */
export type NamedDeclaration = TypeSymbol | VariableSymbol | FunctionSymbol | TemplateExport;

/** A type, variable or function that a compiled template exports. There is one object for each. */
export interface TemplateExport {
  readonly kind: 'templateExport';
  readonly document: JsonDocument;
  readonly section: 'definitions' | 'variables' | 'functions';
  /** As the template has it; a function without its namespace where that is `__bicep`. */
  readonly name: string;
  readonly node: PropertyNode;
  /** Whether a copy loop makes it. */
  readonly isLoop: boolean;
}
