import { childNode, type JsonNode } from '../../../kernel/index.ts';
import type { BicepModel } from '../../program/bicep-model.ts';
import { keyText, type ObjectTypeSyntax, type TypeSyntax, type UnaryTypeSyntax } from '../../syntax/index.ts';
import type { LiteralValue } from './literal-value.ts';
import type { TypePlace } from './type-place.ts';
import type { TypeReferences } from './type-references.ts';

/** Literals in literals and references to them; deeper ones are not followed. */
const literalDepthMax = 100;

/**
 * The values that a type consists of: those of a literal, or of a union of literals (articles/azure-resource-manager/bicep/user-defined-data-types.md).
 * `undefined` where it has others too, or where they are not known.
 */
export function literalsOf(
  type: TypeSyntax,
  model: BicepModel,
  references: TypeReferences,
  depth = 0,
): readonly LiteralValue[] | undefined {
  if (depth > literalDepthMax) return undefined;
  const inner = (one: TypeSyntax) => literalsOf(one, model, references, depth + 1);
  switch (type.kind) {
    case 'string':
    case 'integer':
    case 'boolean':
      return [type.value];
    case 'null':
      return [null];
    case 'unaryType':
      return unaryLiteral(type);
    case 'parenthesizedType':
      return inner(type.type);
    case 'nullableType': {
      const values = inner(type.type);
      return values === undefined ? undefined : [...values, null];
    }
    case 'nonNullableType':
      return inner(type.type)?.filter((value) => value !== null);
    case 'unionType':
      return allOf(type.members, inner)?.flat();
    case 'objectType':
      return objectLiteral(type, inner);
    case 'tupleType': {
      const items = allOf(type.items, (item) => only(inner(item.type)));
      return items === undefined ? undefined : [items];
    }
    default: {
      const reference = references.resolve(type, model, depth);
      return reference?.kind === 'definition'
        ? placeLiterals(reference.place, references, depth + 1)
        : undefined;
    }
  }
}

/** The values of a type that is declared elsewhere. */
export function placeLiterals(
  place: TypePlace,
  references: TypeReferences,
  depth = 0,
): readonly LiteralValue[] | undefined {
  if (place.kind === 'syntax') return literalsOf(place.type, place.model, references, depth);
  const reference = depth > literalDepthMax ? undefined : references.follow(place, depth);
  if (reference?.kind === 'definition') return placeLiterals(reference.place, references, depth + 1);
  return schemaLiterals(place.node);
}

/** The allowed values of an array are those of its items. */
function schemaLiterals(node: JsonNode): readonly LiteralValue[] | undefined {
  const type = childNode(node, 'type');
  const allowed = childNode(node, 'allowedValues');
  if (allowed?.kind !== 'array' || (type?.kind === 'scalar' && type.value === 'array')) return undefined;
  const values = allOf(allowed.items, (item) => (item.kind === 'scalar' ? [item.value] : undefined))?.flat();
  const nullable = childNode(node, 'nullable');
  const isNullable = nullable?.kind === 'scalar' && nullable.value === true;
  return values !== undefined && isNullable ? [...values, null] : values;
}

function unaryLiteral({ operator, operand }: UnaryTypeSyntax): readonly LiteralValue[] | undefined {
  if (operator === '-' && operand.kind === 'integer') return [-operand.value];
  return operator === '!' && operand.kind === 'boolean' ? [!operand.value] : undefined;
}

/** An object is one value where each property must be there and has one value. */
function objectLiteral(
  { members }: ObjectTypeSyntax,
  inner: (type: TypeSyntax) => readonly LiteralValue[] | undefined,
): readonly LiteralValue[] | undefined {
  const properties = allOf(members, (member): [string, LiteralValue] | undefined => {
    if (member.kind === 'additionalProperties' || member.type.kind === 'nullableType') return undefined;
    const name = keyText(member.key);
    const value = only(inner(member.type));
    return name === undefined || value === undefined ? undefined : [name, value];
  });
  return properties === undefined ? undefined : [new Map(properties)];
}

function only(values: readonly LiteralValue[] | undefined): LiteralValue | undefined {
  return values?.length === 1 ? values[0] : undefined;
}

/** What is made of each, where something can be made of all. */
function allOf<From, To>(list: readonly From[], make: (one: From) => To | undefined): To[] | undefined {
  const made: To[] = [];
  for (const one of list) {
    const value = make(one);
    if (value === undefined) return undefined;
    made.push(value);
  }
  return made;
}
