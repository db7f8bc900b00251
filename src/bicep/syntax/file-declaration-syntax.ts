import type { DeclarationBase, TextSyntax } from './declaration-syntax.ts';
import type { ObjectSyntax } from './object-syntax.ts';
import type { NameSyntax, SyntaxRange, UnreadableSyntax } from './syntax-range.ts';

/** `import { a, b as c } from 'path'` or `import * as name from 'path'` (articles/azure-resource-manager/bicep/bicep-import.md). */
export interface ImportDeclaration extends DeclarationBase {
  readonly kind: 'import';
  readonly imported: ImportListSyntax | WildcardImportSyntax | UnreadableSyntax;
  readonly path: TextSyntax;
}

export interface ImportListSyntax extends SyntaxRange {
  readonly kind: 'importList';
  readonly items: readonly ImportItemSyntax[];
}

export interface ImportItemSyntax extends SyntaxRange {
  readonly kind: 'importItem';
  /** The exported name, in quotes where it is not a Bicep name. */
  readonly name: NameSyntax | TextSyntax;
  readonly alias?: NameSyntax | undefined;
}

export interface WildcardImportSyntax extends SyntaxRange {
  readonly kind: 'wildcardImport';
  readonly alias: NameSyntax;
}

/** `extension name|'reference' with { ... } as alias`; once `provider` or, with a string, `import`. */
export interface ExtensionDeclaration extends DeclarationBase {
  readonly kind: 'extension';
  readonly specification: NameSyntax | TextSyntax;
  readonly config?: ObjectSyntax | UnreadableSyntax | undefined;
  readonly alias?: NameSyntax | undefined;
}

/** `using 'main.bicep'` or `using none` (Azure/bicep, docs/params-file-grammar.md). */
export interface UsingDeclaration extends DeclarationBase {
  readonly kind: 'using';
  /** `undefined` for `none`. */
  readonly path?: TextSyntax | undefined;
  readonly config?: ObjectSyntax | UnreadableSyntax | undefined;
}

/** `extends 'base.bicepparam'`. */
export interface ExtendsDeclaration extends DeclarationBase {
  readonly kind: 'extends';
  readonly path: TextSyntax;
}

/** `extensionConfig alias with { ... }`. */
export interface ExtensionConfigDeclaration extends DeclarationBase {
  readonly kind: 'extensionConfig';
  readonly alias: NameSyntax;
  readonly config: ObjectSyntax | UnreadableSyntax;
}
