import {
  childNode,
  type Diagnostics,
  describeNode,
  fold,
  type JsonDocument,
  type JsonNode,
  type ObjectNode,
  type PropertyNode,
  spanOf,
  stringOf,
} from '../kernel/index.ts';
import { type ScopeKind, scopeKindOfSchema } from './target-scope.ts';

/** The sections of a deployment template, found but not evaluated. */
export interface TemplateSections {
  readonly root: ObjectNode;
  readonly scopeKind: ScopeKind;
  readonly contentVersion: string;
  /** `languageVersion` 2.0 and its experimental forerunners: resources by symbolic name. */
  readonly symbolicNames: boolean;
  readonly parameters: ReadonlyMap<string, PropertyNode>;
  readonly variables: ReadonlyMap<string, PropertyNode>;
  readonly variableCopies: JsonNode | undefined;
  readonly definitions: ReadonlyMap<string, PropertyNode>;
  readonly functions: ReadonlyMap<string, UserFunction>;
  readonly outputs: ReadonlyMap<string, PropertyNode>;
  readonly resources: JsonNode | undefined;
}

/** A function that a template declares under `functions`. */
export interface UserFunction {
  readonly parameterNames: readonly string[];
  readonly output: JsonNode | undefined;
}

/** Whether a document is a deployment template: an object whose `$schema` is that of one. */
export function isDeploymentTemplate(document: JsonDocument): boolean {
  const schema = stringOf(childNode(document.root, '$schema'));
  return schema !== undefined && scopeKindOfSchema(schema) !== undefined;
}

/** Whether a document is a parameter file: an object whose `$schema` is that of one. */
export function isParameterFile(document: JsonDocument): boolean {
  const schema = stringOf(childNode(document.root, '$schema'));
  return schema !== undefined && /\/deploymentparameters\.json#?$/.test(fold(schema));
}

/**
 * Takes a template apart (articles/azure-resource-manager/templates/syntax.md). Sections of the wrong shape are reported and left
 * out; `undefined` when there is no template at all. `scopeKind` is that of a nested template, where its
 * `$schema` does not say another.
 */
export function readTemplate(
  root: JsonNode | undefined,
  diagnostics: Diagnostics,
  scopeKind?: ScopeKind,
): TemplateSections | undefined {
  if (root?.kind !== 'object') {
    if (root !== undefined) diagnostics.report('LG2001', { found: describeNode(root) }, spanOf(root));
    return undefined;
  }
  const variables = section(root, 'variables', diagnostics);
  return {
    root,
    scopeKind: readScopeKind(root, diagnostics, scopeKind),
    contentVersion: stringOf(childNode(root, 'contentVersion')) ?? '1.0.0.0',
    symbolicNames: childNode(root, 'resources')?.kind === 'object',
    parameters: byName(section(root, 'parameters', diagnostics)),
    variables: byName(variables),
    variableCopies: childNode(variables, 'copy'),
    definitions: byName(section(root, 'definitions', diagnostics)),
    functions: readFunctions(childNode(root, 'functions'), diagnostics),
    outputs: byName(section(root, 'outputs', diagnostics)),
    resources: readResources(root, diagnostics),
  };
}

function readScopeKind(
  root: ObjectNode,
  diagnostics: Diagnostics,
  outerKind: ScopeKind | undefined,
): ScopeKind {
  const otherwise = outerKind ?? 'resourceGroup';
  const node = childNode(root, '$schema');
  const schema = stringOf(node);
  if (node === undefined || schema === undefined) return otherwise;
  const kind = scopeKindOfSchema(schema);
  // A nested template is deployed where its deployment says, whatever it names: many name the schema of parameter files.
  if (kind === undefined && outerKind === undefined) diagnostics.report('LG2021', { schema }, spanOf(node));
  return kind ?? otherwise;
}

function section(root: ObjectNode, name: string, diagnostics: Diagnostics): ObjectNode | undefined {
  const node = childNode(root, name);
  if (node === undefined || node.kind === 'object') return node;
  diagnostics.report(
    'LG2002',
    { section: name, expected: 'an object', found: describeNode(node) },
    spanOf(node),
  );
  return undefined;
}

function readResources(root: ObjectNode, diagnostics: Diagnostics): JsonNode | undefined {
  const node = childNode(root, 'resources');
  if (node === undefined || node.kind !== 'scalar') return node;
  diagnostics.report(
    'LG2002',
    { section: 'resources', expected: 'an array or an object', found: describeNode(node) },
    spanOf(node),
  );
  return undefined;
}

function byName(node: ObjectNode | undefined): Map<string, PropertyNode> {
  return new Map(node?.properties.map((property) => [fold(property.name), property]));
}

function readFunctions(node: JsonNode | undefined, diagnostics: Diagnostics): Map<string, UserFunction> {
  const functions = new Map<string, UserFunction>();
  if (node === undefined) return functions;
  if (node.kind !== 'array') {
    diagnostics.report(
      'LG2002',
      { section: 'functions', expected: 'an array', found: describeNode(node) },
      spanOf(node),
    );
    return functions;
  }
  for (const group of node.items) {
    const namespace = stringOf(childNode(group, 'namespace')) ?? '';
    const members = childNode(group, 'members');
    if (members?.kind !== 'object') continue;
    for (const member of members.properties) {
      functions.set(fold(`${namespace}.${member.name}`), readFunction(member.value));
    }
  }
  return functions;
}

function readFunction(node: JsonNode): UserFunction {
  const parameters = childNode(node, 'parameters');
  const names =
    parameters?.kind === 'array'
      ? parameters.items.map((item) => stringOf(childNode(item, 'name')) ?? '')
      : [];
  return { parameterNames: names, output: childNode(childNode(node, 'output'), 'value') };
}
