import {
  childNode,
  fold,
  type JsonDocument,
  type JsonNode,
  type ObjectNode,
  type PropertyNode,
  stringOf,
} from '../../kernel/index.ts';
import { scopeKindOfSchema } from '../../template/index.ts';
import { findNode, knownExport } from '../lowering/import/template-export.ts';
import { type ModuleFacts, type ModuleOutput, type ModuleParameter, missingModule } from './module-facts.ts';
import type { TemplateExport } from './named-declaration.ts';

/** What a compiled template says to a file that uses it (articles/azure-resource-manager/bicep/modules.md). */
export function templateFacts(document: JsonDocument): ModuleFacts {
  const { root } = document;
  if (root?.kind !== 'object')
    return { ...missingModule(document.source.path), diagnostics: document.diagnostics };
  const definitions = properties(root, 'definitions');
  const exported = exportsOf(document, root);
  return {
    path: document.source.path,
    scopeKind: scopeKindOfSchema(stringOf(childNode(root, '$schema')) ?? '') ?? 'resourceGroup',
    parameters: properties(root, 'parameters').map(parameterOf(definitions)),
    outputs: properties(root, 'outputs').map(outputOf(definitions)),
    template: root,
    diagnostics: document.diagnostics,
    export: (name) => exported.get(name),
    exports: [...exported],
  };
}

function properties(node: JsonNode | undefined, name: string): readonly PropertyNode[] {
  const section = childNode(node, name);
  return section?.kind === 'object' ? section.properties : [];
}

type Definitions = readonly PropertyNode[];

function parameterOf(definitions: Definitions): (property: PropertyNode) => ModuleParameter {
  return ({ name, value }) => {
    const declared = resolve(value, definitions);
    const isNullable = isTrue(childNode(value, 'nullable')) || isTrue(childNode(declared, 'nullable'));
    return {
      name,
      isRequired: childNode(value, 'defaultValue') === undefined && !isNullable,
      type: stringOf(childNode(declared, 'type')),
    };
  };
}

function outputOf(definitions: Definitions): (property: PropertyNode) => ModuleOutput {
  return ({ name, value }) => ({ name, isSecure: isSecure(value, definitions, new Set()) });
}

/** Whether a schema, or a part of it, is of a secure type. */
function isSecure(node: JsonNode, definitions: Definitions, seen: Set<JsonNode>): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  if (node.kind === 'array') return node.items.some((item) => isSecure(item, definitions, seen));
  if (node.kind !== 'object') return false;
  const type = stringOf(childNode(node, 'type'));
  if (type !== undefined && fold(type).startsWith('secure')) return true;
  const target = definitionOf(node, definitions);
  if (target !== undefined && isSecure(target, definitions, seen)) return true;
  return node.properties.some(
    ({ name, value }) => name !== 'metadata' && name !== 'value' && isSecure(value, definitions, seen),
  );
}

function resolve(node: JsonNode, definitions: Definitions, depth = 0): JsonNode {
  const target = depth < 16 ? definitionOf(node, definitions) : undefined;
  return target === undefined ? node : resolve(target, definitions, depth + 1);
}

const definitionPrefix = '#/definitions/';

function definitionOf(node: JsonNode, definitions: Definitions): JsonNode | undefined {
  const reference = stringOf(childNode(node, '$ref'));
  if (!reference?.startsWith(definitionPrefix)) return undefined;
  const name = reference.slice(definitionPrefix.length);
  return definitions.find((one) => one.name === name)?.value;
}

function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}

/** What the template's metadata marks as exported. */
function exportsOf(document: JsonDocument, root: ObjectNode): Map<string, TemplateExport> {
  const exported = new Map<string, TemplateExport>();
  const add = (section: TemplateExport['section'], name: string) => {
    const found = findNode(root, section, name);
    if (found !== undefined) exported.set(name, knownExport({ document, section, name, ...found }));
  };
  for (const { name, value } of properties(root, 'definitions'))
    if (isMarked(value)) add('definitions', name);
  const functions = childNode(root, 'functions');
  for (const group of functions?.kind === 'array' ? functions.items : []) {
    const namespace = stringOf(childNode(group, 'namespace')) ?? '';
    for (const { name, value } of properties(group, 'members'))
      if (isMarked(value)) add('functions', namespace === '__bicep' ? name : `${namespace}.${name}`);
  }
  const variables = childNode(childNode(root, 'metadata'), '__bicep_exported_variables!');
  for (const item of variables?.kind === 'array' ? variables.items : [])
    add('variables', stringOf(childNode(item, 'name')) ?? '');
  return exported;
}

function isMarked(node: JsonNode): boolean {
  return isTrue(childNode(childNode(node, 'metadata'), '__bicep_export!'));
}
