import type {
  AssertDeclaration,
  FunctionDeclaration,
  FunctionParameterSyntax,
  MetadataDeclaration,
  ModuleDeclaration,
  OutputDeclaration,
  ParameterDeclaration,
  TargetScopeDeclaration,
  TestDeclaration,
  TypeDeclaration,
  VariableDeclaration,
} from './declaration-syntax.ts';
import { readElements } from './element-list.ts';
import { expectations, expectedText } from './expectation.ts';
import type { DeclarationHead, DeclarationReader, Grammar } from './grammar.ts';
import { readBody, readResource } from './resource-declaration.ts';

/** The declarations of a .bicep file by keyword (Azure/bicep, docs/grammar.md). */
export const templateDeclarations = {
  targetScope,
  metadata,
  param,
  var: variable,
  resource: readResource,
  module,
  output,
  type,
  func,
  assert,
  test,
} as const satisfies Record<string, DeclarationReader>;

/** `var name = value`, in both dialects. */
export function variable(grammar: Grammar, head: DeclarationHead): VariableDeclaration {
  const { cursor } = grammar;
  const name = grammar.name(expectations.variableName);
  const isTyped = cursor.kind !== '=' && cursor.kind !== 'newline' && cursor.kind !== 'end';
  const type = isTyped ? grammar.types.declared() : undefined;
  const value = grammar.assigned();
  return { kind: 'variable', ...head, name, type, value, end: cursor.end };
}

/** `type name = ...`, in both dialects. */
export function type(grammar: Grammar, head: DeclarationHead): TypeDeclaration {
  const name = grammar.name(expectations.typeIdentifier);
  grammar.cursor.expect('=');
  const value = grammar.types.type();
  return { kind: 'type', ...head, name, value, end: grammar.cursor.end };
}

function targetScope(grammar: Grammar, head: DeclarationHead): TargetScopeDeclaration {
  grammar.cursor.take();
  const value = grammar.assigned();
  return { kind: 'targetScope', ...head, value, end: grammar.cursor.end };
}

function metadata(grammar: Grammar, head: DeclarationHead): MetadataDeclaration {
  const name = grammar.name(expectations.metadataName);
  const value = grammar.assigned();
  return { kind: 'metadata', ...head, name, value, end: grammar.cursor.end };
}

function param(grammar: Grammar, head: DeclarationHead): ParameterDeclaration {
  const { cursor } = grammar;
  const name = grammar.name(expectations.parameterName);
  const declared = grammar.types.declared();
  const hasDefault = cursor.takeIf('=');
  const defaultValue = hasDefault ? grammar.expressions.expression() : undefined;
  if (!hasDefault && cursor.kind !== 'newline' && cursor.kind !== 'end') {
    cursor.report(expectations.parameterRest);
  }
  return { kind: 'parameter', ...head, name, type: declared, defaultValue, end: cursor.end };
}

function module(grammar: Grammar, head: DeclarationHead): ModuleDeclaration {
  const name = grammar.name(expectations.moduleName);
  const path = grammar.text(expectations.modulePath);
  const body = readBody(grammar, false);
  return { kind: 'module', ...head, name, path, body, end: grammar.cursor.end };
}

function output(grammar: Grammar, head: DeclarationHead): OutputDeclaration {
  const name = grammar.name(expectations.outputName);
  const declared = grammar.types.declared();
  const value = grammar.assigned();
  return { kind: 'output', ...head, name, type: declared, value, end: grammar.cursor.end };
}

function func(grammar: Grammar, head: DeclarationHead): FunctionDeclaration {
  const { cursor } = grammar;
  const name = grammar.name(expectations.functionName);
  const parameters =
    cursor.kind === '('
      ? readElements(cursor, {
          closing: ')',
          separators: 'commas',
          mayEndWithComma: true,
          element: () => functionParameter(grammar),
        })
      : [];
  if (parameters.length === 0 && cursor.kindAt(-1) !== ')') cursor.report(expectedText('('));
  const returnType = grammar.types.declared();
  cursor.expect('=>');
  if (!cursor.beginsDeclaration(1)) cursor.skipNewline();
  const body = grammar.expressions.expression();
  return { kind: 'function', ...head, name, parameters, returnType, body, end: cursor.end };
}

function functionParameter(grammar: Grammar): FunctionParameterSyntax {
  const name = grammar.cursor.name(expectations.lambdaParameter);
  const declared = grammar.types.declared();
  return { kind: 'functionParameter', name, type: declared, start: name.start, end: grammar.cursor.end };
}

function assert(grammar: Grammar, head: DeclarationHead): AssertDeclaration {
  const name = grammar.name(expectations.assertName);
  const value = grammar.assigned();
  return { kind: 'assert', ...head, name, value, end: grammar.cursor.end };
}

function test(grammar: Grammar, head: DeclarationHead): TestDeclaration {
  const name = grammar.name(expectations.testName);
  const path = grammar.text(expectations.testPath);
  grammar.cursor.expect('=');
  const body = grammar.object();
  return { kind: 'test', ...head, name, path, body, end: grammar.cursor.end };
}
