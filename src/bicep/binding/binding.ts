import type {
  AssertDeclaration,
  ExpressionSyntax,
  ExtendsDeclaration,
  ForSyntax,
  ImportDeclaration,
  MetadataDeclaration,
  OutputDeclaration,
  SyntaxNode,
  SyntaxTree,
  TargetScopeDeclaration,
  UsingDeclaration,
} from '../syntax/index.ts';
import type {
  AssignmentSymbol,
  BicepSymbol,
  ExtensionSymbol,
  FunctionSymbol,
  ImportedSymbol,
  ModuleSymbol,
  ParameterSymbol,
  ResourceSymbol,
  TypeSymbol,
  VariableSymbol,
  WildcardSymbol,
} from './symbol.ts';

/** A file with its names resolved: what it declares, and what each name in it stands for. */
export interface Binding {
  readonly tree: SyntaxTree;
  /** The names of the file; the first declaration of a name has it. */
  readonly names: ReadonlyMap<string, BicepSymbol>;
  readonly targetScope: TargetScopeDeclaration | undefined;
  readonly metadata: readonly MetadataDeclaration[];
  readonly parameters: readonly ParameterSymbol[];
  readonly variables: readonly VariableSymbol[];
  /** Nested ones behind the one that they are declared in. */
  readonly resources: readonly ResourceSymbol[];
  readonly modules: readonly ModuleSymbol[];
  readonly types: readonly TypeSymbol[];
  readonly functions: readonly FunctionSymbol[];
  readonly outputs: readonly OutputDeclaration[];
  readonly asserts: readonly AssertDeclaration[];
  readonly imports: readonly ImportDeclaration[];
  readonly imported: readonly (ImportedSymbol | WildcardSymbol)[];
  readonly extensions: readonly ExtensionSymbol[];
  readonly assignments: readonly AssignmentSymbol[];
  readonly using: UsingDeclaration | undefined;
  readonly extends: ExtendsDeclaration | undefined;
  /** Declarations of a name that another declaration has already. */
  readonly duplicates: readonly BicepSymbol[];
  /** What a reference, a call of a declared function, a `::` access or the name of a type stands for. */
  readonly symbolOf: ReadonlyMap<SyntaxNode, BicepSymbol>;
  /** Names that stand for nothing, each with the names that could be seen there. */
  readonly unresolved: readonly { readonly node: SyntaxNode; readonly visible: () => Iterable<string> }[];
  /** What the copy loop of a `for` is called: the property or variable that it gives a value to. */
  readonly loopNames: ReadonlyMap<ForSyntax, string>;
}

/** The expression without parentheses and `!`. */
export function unwrapped(expression: ExpressionSyntax): ExpressionSyntax {
  if (expression.kind === 'parenthesized') return unwrapped(expression.expression);
  if (expression.kind === 'nonNull') return unwrapped(expression.target);
  return expression;
}
