import type { Diagnostic, DiagnosticCode, JsonNode, ObjectNode, Source } from '../../kernel/index.ts';
import type { ScopeKind } from '../../template/index.ts';
import type { Binding, ImportedSymbol, LocalSymbol, ModuleSymbol, WildcardSymbol } from '../binding/index.ts';
import type { ArmExpression } from '../lowering/arm/arm-expression.ts';
import type {
  CallSyntax,
  ForSyntax,
  ImportDeclaration,
  MethodCallSyntax,
  SyntaxRange,
  TextSyntax,
} from '../syntax/index.ts';
import type { ModuleFacts, ModuleOutput } from './module-facts.ts';
import type { NamedDeclaration } from './named-declaration.ts';

/** The value of a `load...` function: a part of the template, and the same as an expression. */
export type LoadedValue =
  | { readonly kind: 'loaded'; readonly node: JsonNode; readonly expression: ArmExpression }
  | { readonly kind: 'problem' };

/** A Bicep file with everything that the files it names say to it. Each answer is found when first asked for. */
export interface BicepModel {
  readonly path: string;
  readonly source: Source;
  readonly binding: Binding;
  readonly targetScope: ScopeKind;
  readonly outputs: readonly ModuleOutput[];
  /** The Bicep files that it uses. */
  readonly used: ReadonlySet<BicepModel>;
  /** The file as others see it. */
  readonly facts: ModuleFacts;
  /** What was wrong with the file, itself; grows while its template is made. */
  readonly diagnostics: readonly Diagnostic[];
  /** The template that the file stands for. */
  readonly template: ObjectNode;
  /** Whether the files that it has read still say the same; `current` holds those that are known to. */
  isCurrent(current: Set<BicepModel>): boolean;
  /** Reports what the compiler would not take; while the file is being made, so that files that use each other are seen. */
  check(): void;
  moduleOf(module: ModuleSymbol): ModuleFacts;
  importOf(declaration: ImportDeclaration): ModuleFacts;
  /** The template that a parameter file is for. */
  usingOf(path: TextSyntax): ModuleFacts;
  /** The parameter file that a parameter file extends; `undefined` where it cannot be read. */
  baseOf(path: TextSyntax): BicepModel | undefined;
  /** What an import brings: the symbol itself, or a member of a wildcard import. */
  exportOf(symbol: ImportedSymbol | WildcardSymbol, member?: string): NamedDeclaration | undefined;
  /** The file that declares something; `undefined` where a compiled template does. */
  ownerOf(declaration: NamedDeclaration): BicepModel | undefined;
  /** The variables of a loop. */
  localsOf(loop: ForSyntax): readonly LocalSymbol[];
  /** The value of a call that the compiler answers by reading a file; `undefined` for every other call. */
  loadedValue(call: CallSyntax | MethodCallSyntax): LoadedValue | undefined;
  report(code: DiagnosticCode, details: Readonly<Record<string, string | number>>, place: SyntaxRange): void;
}
