import { childNode, fold, type JsonNode, stringOf, type ValueType } from '../kernel/index.ts';
import type { TemplateSections } from './template-sections.ts';

/** A declared type after its `$ref`s are followed. */
export interface TypeDeclaration {
  readonly node: JsonNode;
  readonly type: ValueType | undefined;
  /** `securestring` or `secureobject`. */
  readonly secure: boolean;
  readonly nullable: boolean;
}

const typeNames: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['string', 'string'],
  ['securestring', 'string'],
  ['int', 'int'],
  ['bool', 'bool'],
  ['array', 'array'],
  ['object', 'object'],
  ['secureobject', 'object'],
]);

const referenceDepthMax = 32;

/**
 * Reads a parameter's or a definition's type (articles/azure-resource-manager/templates/definitions.md).
 * `undefined` when a `$ref` leads nowhere.
 */
export function readTypeDeclaration(node: JsonNode, sections: TemplateSections): TypeDeclaration | undefined {
  let current = node;
  // The outermost that says whether null is allowed decides.
  let nullable = nullability(node);
  for (let depth = 0; depth < referenceDepthMax; depth++) {
    const reference = stringOf(childNode(current, '$ref'));
    if (reference === undefined) {
      const name = fold(stringOf(childNode(current, 'type')) ?? '');
      return {
        node: current,
        type: typeNames.get(name),
        secure: name.startsWith('secure'),
        nullable: nullable ?? false,
      };
    }
    const target = referenced(reference, sections);
    if (target === undefined) return undefined;
    current = target;
    nullable ??= nullability(current);
  }
  return undefined;
}

/** What `#/definitions/name/properties/x` names: a definition, or a part of one. */
function referenced(reference: string, sections: TemplateSections): JsonNode | undefined {
  const [name, ...parts] = reference.replace(/^#\/definitions\//i, '').split('/');
  let node = sections.definitions.get(fold(name ?? ''))?.value;
  for (const part of parts) node = partOf(node, decoded(part));
  return node;
}

function partOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'array' ? node.items[Number(key)] : childNode(node, key);
}

/** A segment of a JSON pointer in a URI fragment. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return segment;
  }
}

function nullability(node: JsonNode): boolean | undefined {
  const nullable = childNode(node, 'nullable');
  return nullable?.kind === 'scalar' && typeof nullable.value === 'boolean' ? nullable.value : undefined;
}
