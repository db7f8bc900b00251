import type { ParameterAssignment } from './declaration-syntax.ts';
import { readElements } from './element-list.ts';
import { expectations } from './expectation.ts';
import type {
  ExtendsDeclaration,
  ExtensionConfigDeclaration,
  ExtensionDeclaration,
  ImportDeclaration,
  ImportItemSyntax,
  UsingDeclaration,
} from './file-declaration-syntax.ts';
import type { DeclarationHead, DeclarationReader, Grammar } from './grammar.ts';
import type { NameSyntax } from './syntax-range.ts';
import { type, variable } from './template-declarations.ts';

/** Declarations of both dialects that bring other files in. */
export const fileDeclarations = {
  import: importOrExtension,
  extension,
  provider: extension,
} as const satisfies Record<string, DeclarationReader>;

/** The declarations of a .bicepparam file by keyword (Azure/bicep, docs/params-file-grammar.md). */
export const parameterFileDeclarations = {
  using,
  extends: extend,
  param: parameterAssignment,
  var: variable,
  type,
  extensionConfig,
} as const satisfies Record<string, DeclarationReader>;

/** With a string behind it, `import` is how extensions were once declared. */
function importOrExtension(
  grammar: Grammar,
  head: DeclarationHead,
): ImportDeclaration | ExtensionDeclaration {
  const next = grammar.cursor.kindAt(1);
  if (next === 'string' || next === 'stringStart') return extension(grammar, head);
  grammar.cursor.take();
  const imported = readImported(grammar);
  const hasFrom = grammar.cursor.takeWord('from', expectations.from);
  const path = hasFrom ? grammar.text(expectations.modulePath) : grammar.cursor.nothing();
  return { kind: 'import', ...head, imported, path, end: grammar.cursor.end };
}

function readImported(grammar: Grammar): ImportDeclaration['imported'] {
  const { cursor } = grammar;
  const { start } = cursor;
  if (cursor.kind === '{') {
    const items = readElements(cursor, {
      closing: '}',
      separators: 'lines',
      element: () => importItem(grammar),
    });
    return { kind: 'importList', items, start, end: cursor.end };
  }
  if (!cursor.expect('*', expectations.imported)) return cursor.nothing();
  const hasAs = cursor.takeWord('as', expectations.as);
  const alias = hasAs ? cursor.name(expectations.namespaceName) : cursor.noName();
  return { kind: 'wildcardImport', alias, start, end: cursor.end };
}

function importItem(grammar: Grammar): ImportItemSyntax {
  const { cursor } = grammar;
  const isName = cursor.kind === 'identifier';
  const name = isName ? cursor.name(expectations.importedName) : grammar.text(expectations.importedName);
  const alias = readAlias(grammar, expectations.typeIdentifier);
  if (name.kind === 'interpolation') cursor.reportRange('LG7019', {}, name);
  if (name.kind === 'string' && alias === undefined) cursor.reportRange('LG7018', {}, name);
  return { kind: 'importItem', name, alias, start: name.start, end: cursor.end };
}

function extension(grammar: Grammar, head: DeclarationHead): ExtensionDeclaration {
  const { cursor } = grammar;
  cursor.take();
  const specification =
    cursor.kind === 'identifier' ? cursor.name(expectations.extension) : grammar.text(expectations.extension);
  const config = grammar.config(expectations.withOrAs);
  const alias = readAlias(grammar, expectations.alias);
  return { kind: 'extension', ...head, specification, config, alias, end: cursor.end };
}

function readAlias(
  { cursor }: Grammar,
  expectation: (typeof expectations)['alias' | 'typeIdentifier'],
): NameSyntax | undefined {
  if (!cursor.isWord('as')) return undefined;
  cursor.take();
  return cursor.name(expectation);
}

function using(grammar: Grammar, head: DeclarationHead): UsingDeclaration {
  const { cursor } = grammar;
  cursor.take();
  const isNone = cursor.isWord('none');
  if (isNone) cursor.take();
  const path = isNone ? undefined : grammar.text(expectations.templatePath);
  const config = grammar.config(expectations.withOrEndOfLine);
  return { kind: 'using', ...head, path, config, end: cursor.end };
}

function extend(grammar: Grammar, head: DeclarationHead): ExtendsDeclaration {
  grammar.cursor.take();
  const path = grammar.text(expectations.basePath);
  return { kind: 'extends', ...head, path, end: grammar.cursor.end };
}

function parameterAssignment(grammar: Grammar, head: DeclarationHead): ParameterAssignment {
  const name = grammar.name(expectations.parameterName);
  const value = grammar.assigned();
  return { kind: 'parameterAssignment', ...head, name, value, end: grammar.cursor.end };
}

function extensionConfig(grammar: Grammar, head: DeclarationHead): ExtensionConfigDeclaration {
  const { cursor } = grammar;
  const alias = grammar.name(expectations.alias);
  const hasWith = cursor.takeWord('with', expectations.with);
  const config = hasWith ? grammar.object() : cursor.nothing();
  return { kind: 'extensionConfig', ...head, alias, config, end: cursor.end };
}
