import { childNode, fold, type JsonNode, type ObjectNode, stringOf } from '../kernel/index.ts';
import { type PolicyKind, policyKindOf, propertiesOf } from './policy-kind.ts';
import { isEscaped } from './template-escape.ts';

/** One policy object inside a document. */
export interface PolicyItem {
  readonly kind: PolicyKind;
  readonly node: ObjectNode;
  /** Whether its strings are escaped for a deployment template (`[[` for `[`). */
  readonly escaped: boolean;
}

/**
 * The policy objects of a document: the document itself, the elements of a list (as `az policy definition list` and the REST
 * interface print them), or the resources of a deployment template.
 */
export function policyItemsOf(root: JsonNode | undefined): PolicyItem[] {
  if (root === undefined) return [];
  if (root.kind === 'array') return root.items.flatMap(single);
  if (root.kind !== 'object') return [];
  if (isTemplate(root)) return templateItems(root);
  const own = single(root);
  if (own.length > 0) return own;
  const value = childNode(root, 'value');
  return value?.kind === 'array' ? value.items.flatMap(single) : [];
}

function single(node: JsonNode): PolicyItem[] {
  const kind = policyKindOf(node);
  if (kind === undefined || node.kind !== 'object') return [];
  // Enterprise-Scale keeps its definitions as single resources with the escapes of the template they are pasted into.
  const escaped = (kind === 'definition' || kind === 'initiative') && isEscaped(propertiesOf(node));
  return [{ kind, node, escaped }];
}

function isTemplate(node: ObjectNode): boolean {
  const schema = stringOf(childNode(node, '$schema'));
  if (schema !== undefined && /deploymenttemplate\.json/i.test(schema)) return true;
  return childNode(node, 'resources') !== undefined && childNode(node, 'contentVersion') !== undefined;
}

function templateItems(template: ObjectNode): PolicyItem[] {
  return resourcesOf(template).flatMap((resource): PolicyItem[] => {
    if (resource.kind !== 'object') return [];
    if (fold(stringOf(childNode(resource, 'type')) ?? '') === 'microsoft.resources/deployments') {
      const nested = childNode(childNode(resource, 'properties'), 'template');
      return nested?.kind === 'object' ? templateItems(nested) : [];
    }
    const kind = policyKindOf(resource);
    return kind === undefined ? [] : [{ kind, node: resource, escaped: true }];
  });
}

function resourcesOf(template: ObjectNode): readonly JsonNode[] {
  const resources = childNode(template, 'resources');
  if (resources?.kind === 'array') return resources.items;
  return resources?.kind === 'object' ? resources.properties.map((property) => property.value) : [];
}
