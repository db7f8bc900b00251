import type {
  CallSyntax,
  ConditionalBodySyntax,
  ExpressionSyntax,
  ForSyntax,
  InterpolationSyntax,
  MemberSyntax,
  MethodCallSyntax,
  ReferenceSyntax,
  StringSyntax,
} from './expression-syntax.ts';
import type {
  ExtendsDeclaration,
  ExtensionConfigDeclaration,
  ExtensionDeclaration,
  ImportDeclaration,
  UsingDeclaration,
} from './file-declaration-syntax.ts';
import type { ObjectSyntax } from './object-syntax.ts';
import type { NameSyntax, SyntaxRange, UnreadableSyntax } from './syntax-range.ts';
import type { TypeSyntax } from './type-syntax.ts';

/** A declaration of a .bicep or .bicepparam file (articles/azure-resource-manager/bicep/file.md). */
export type DeclarationSyntax =
  | TargetScopeDeclaration
  | MetadataDeclaration
  | ParameterDeclaration
  | VariableDeclaration
  | ResourceDeclaration
  | ModuleDeclaration
  | OutputDeclaration
  | TypeDeclaration
  | FunctionDeclaration
  | AssertDeclaration
  | TestDeclaration
  | ImportDeclaration
  | ExtensionDeclaration
  | UsingDeclaration
  | ExtendsDeclaration
  | ParameterAssignment
  | ExtensionConfigDeclaration
  | UnreadableSyntax;

/** What every declaration has. Its range begins with its first decorator. */
export interface DeclarationBase extends SyntaxRange {
  readonly decorators: readonly DecoratorSyntax[];
}

/** `@name(...)` or `@namespace.name(...)`. */
export interface DecoratorSyntax extends SyntaxRange {
  readonly kind: 'decorator';
  readonly expression: CallSyntax | MethodCallSyntax | MemberSyntax | ReferenceSyntax | UnreadableSyntax;
}

/** A path or type: a string, which must not be computed. */
export type TextSyntax = StringSyntax | InterpolationSyntax | UnreadableSyntax;

/** The body of a resource or module. */
export type BodySyntax = ObjectSyntax | ConditionalBodySyntax | ForSyntax | UnreadableSyntax;

export interface TargetScopeDeclaration extends DeclarationBase {
  readonly kind: 'targetScope';
  readonly value: ExpressionSyntax;
}

export interface MetadataDeclaration extends DeclarationBase {
  readonly kind: 'metadata';
  readonly name: NameSyntax;
  readonly value: ExpressionSyntax;
}

export interface ParameterDeclaration extends DeclarationBase {
  readonly kind: 'parameter';
  readonly name: NameSyntax;
  readonly type: TypeSyntax;
  readonly defaultValue?: ExpressionSyntax | undefined;
}

export interface VariableDeclaration extends DeclarationBase {
  readonly kind: 'variable';
  readonly name: NameSyntax;
  readonly type?: TypeSyntax | undefined;
  readonly value: ExpressionSyntax;
}

/** At the top level of a file, or nested in the body of another resource. */
export interface ResourceDeclaration extends DeclarationBase {
  readonly kind: 'resource';
  readonly name: NameSyntax;
  /** `Provider/type@version`; of a nested resource the last segment, with or without version. */
  readonly type: TextSyntax;
  readonly isExisting: boolean;
  readonly body: BodySyntax;
}

export interface ModuleDeclaration extends DeclarationBase {
  readonly kind: 'module';
  readonly name: NameSyntax;
  /** A relative path, or a reference with `br:`, `br/alias:`, `ts:` or `ts/alias:`. */
  readonly path: TextSyntax;
  readonly body: BodySyntax;
}

export interface OutputDeclaration extends DeclarationBase {
  readonly kind: 'output';
  readonly name: NameSyntax;
  readonly type: TypeSyntax;
  readonly value: ExpressionSyntax;
}

export interface TypeDeclaration extends DeclarationBase {
  readonly kind: 'type';
  readonly name: NameSyntax;
  readonly value: TypeSyntax;
}

/** `func name(parameters) returnType => body`. */
export interface FunctionDeclaration extends DeclarationBase {
  readonly kind: 'function';
  readonly name: NameSyntax;
  readonly parameters: readonly FunctionParameterSyntax[];
  readonly returnType: TypeSyntax;
  readonly body: ExpressionSyntax;
}

export interface FunctionParameterSyntax extends SyntaxRange {
  readonly kind: 'functionParameter';
  readonly name: NameSyntax;
  readonly type: TypeSyntax;
}

export interface AssertDeclaration extends DeclarationBase {
  readonly kind: 'assert';
  readonly name: NameSyntax;
  readonly value: ExpressionSyntax;
}

export interface TestDeclaration extends DeclarationBase {
  readonly kind: 'test';
  readonly name: NameSyntax;
  readonly path: TextSyntax;
  readonly body: ObjectSyntax | UnreadableSyntax;
}

/** `param name = value` in a .bicepparam file. */
export interface ParameterAssignment extends DeclarationBase {
  readonly kind: 'parameterAssignment';
  readonly name: NameSyntax;
  readonly value: ExpressionSyntax;
}
