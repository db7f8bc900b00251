import { childNode, fold, type JsonNode, stringOf } from '../kernel/index.ts';
import type { PolicyItem } from './policy-item.ts';
import { type PolicyKind, propertiesOf } from './policy-kind.ts';

/** What is known of a policy object without reading its rule. */
export interface PolicyFacts {
  readonly kind: PolicyKind;
  /** Its resource id, where it states one; built-in definitions always have one. */
  readonly id: string | undefined;
  readonly name: string;
  readonly displayName: string | undefined;
  readonly category: string | undefined;
  /** As written. */
  readonly mode: string | undefined;
  readonly policyType: string | undefined;
  readonly version: string | undefined;
  /** All versions that its publisher lists; only the content of `version` is here. */
  readonly versions: readonly string[];
  readonly deprecated: boolean;
}

/** Reads the facts of an item; `file` names it when nothing in it does. */
export function policyFactsOf({ kind, node, escaped }: PolicyItem, file: string): PolicyFacts {
  const properties = propertiesOf(node);
  const metadata = childNode(properties, 'metadata');
  const text = (from: JsonNode | undefined, name: string) => plainText(childNode(from, name), escaped);
  const displayName = text(properties, 'displayName') ?? text(node, 'display_name');
  const policyType = text(properties, 'policyType');
  const stated = text(node, 'id');
  const name = text(node, 'name') ?? (stated === undefined ? nameOfFile(file) : lastSegment(stated));
  const versions = childNode(properties, 'versions');
  return {
    kind,
    id: stated?.startsWith('/') ? stated : builtInId(kind, policyType, name),
    name,
    displayName,
    category: text(metadata, 'category'),
    mode: text(properties, 'mode'),
    policyType,
    version: text(properties, 'version') ?? text(metadata, 'version'),
    versions: versions?.kind === 'array' ? versions.items.flatMap((item) => stringOf(item) ?? []) : [],
    deprecated: isTrue(childNode(metadata, 'deprecated')) || /^\[deprecated\]/i.test(displayName ?? ''),
  };
}

/** Whether the name is computed by the template around it, so that it is not known here. */
export function hasComputedName({ name }: PolicyFacts): boolean {
  return name.startsWith('[') && name.endsWith(']');
}

function builtInId(kind: PolicyKind, policyType: string | undefined, name: string): string | undefined {
  if (fold(policyType ?? '') !== 'builtin' && fold(policyType ?? '') !== 'static') return undefined;
  if (kind === 'definition') return `/providers/Microsoft.Authorization/policyDefinitions/${name}`;
  return kind === 'initiative'
    ? `/providers/Microsoft.Authorization/policySetDefinitions/${name}`
    : undefined;
}

function plainText(node: JsonNode | undefined, escaped: boolean): string | undefined {
  const text = stringOf(node);
  return escaped && text?.startsWith('[[') ? text.slice(1) : text;
}

function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function nameOfFile(file: string): string {
  return lastSegment(file).replace(/(\.alz_\w+)?\.jsonc?$/i, '');
}
