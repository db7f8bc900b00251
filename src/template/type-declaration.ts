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
  let nullable = isTrue(childNode(node, 'nullable'));
  for (let depth = 0; depth < referenceDepthMax; depth++) {
    const reference = stringOf(childNode(current, '$ref'));
    if (reference === undefined) {
      const name = fold(stringOf(childNode(current, 'type')) ?? '');
      return { node: current, type: typeNames.get(name), secure: name.startsWith('secure'), nullable };
    }
    const definition = sections.definitions.get(fold(reference.replace(/^#\/definitions\//i, '')));
    if (definition === undefined) return undefined;
    current = definition.value;
    nullable ||= isTrue(childNode(current, 'nullable'));
  }
  return undefined;
}

function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}
