import { childNode, type JsonNode } from '../../../kernel/index.ts';
import { keyText } from '../../syntax/index.ts';
import { bareType, type SyntaxPlace, syntaxPlace, type TypePlace } from './type-place.ts';

/** From a type to a part of it. */
export type TypeStep =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'additional' }
  | { readonly kind: 'items' }
  | { readonly kind: 'index'; readonly index: number };

/** The keys in a schema that a step goes through. */
export function stepSegments(step: TypeStep): string[] {
  switch (step.kind) {
    case 'property':
      return ['properties', step.name];
    case 'additional':
      return ['additionalProperties'];
    case 'items':
      return ['items'];
    case 'index':
      return ['prefixItems', String(step.index)];
    default:
      return step satisfies never;
  }
}

/** The part of a type that a step leads to; `undefined` where the type is a reference or has no such part. */
export function stepInto(place: TypePlace, step: TypeStep): TypePlace | undefined {
  if (place.kind === 'syntax') return partOfSyntax(place, step);
  const node = stepSegments(step).reduce<JsonNode | undefined>(childOf, place.node);
  return node === undefined ? undefined : { ...place, node };
}

/** The property or item of a node that a key names. */
export function childOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'array' ? node.items[Number(key)] : childNode(node, key);
}

function partOfSyntax({ type, model }: SyntaxPlace, step: TypeStep): TypePlace | undefined {
  const bare = bareType(type);
  if (bare.kind === 'objectType') {
    const member = bare.members.find((one) =>
      one.kind === 'additionalProperties'
        ? step.kind === 'additional'
        : step.kind === 'property' && keyText(one.key) === step.name,
    );
    return member === undefined ? undefined : syntaxPlace(member, model);
  }
  if (bare.kind === 'tupleType' && step.kind === 'index') {
    const item = bare.items[step.index];
    return item === undefined ? undefined : syntaxPlace(item, model);
  }
  if (bare.kind === 'arrayType' && step.kind === 'items')
    return syntaxPlace({ type: bare.item, decorators: [] }, model);
  return undefined;
}
