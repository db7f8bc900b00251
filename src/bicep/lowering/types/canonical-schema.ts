import type { JsonNode, ObjectNode, PropertyNode } from '../../../kernel/index.ts';

const constraintNames = ['minLength', 'maxLength', 'minValue', 'maxValue'];

/** The schema of a type of a compiled template as a template that imports it has it: the same with its keys in one order. */
export function canonicalSchema(schema: JsonNode): JsonNode {
  if (schema.kind === 'array') return { ...schema, items: schema.items.map(canonicalSchema) };
  if (schema.kind !== 'object') return schema;
  const { properties } = schema;
  const named = (name: string) => properties.filter((one) => one.name === name);
  const shape = properties.filter((one) => !isSeal(one) && !isBehindShape(one));
  const metadata = named('metadata').map(withDescriptionLast);
  return {
    ...schema,
    properties: [
      ...shape.map((one) => ({ ...one, value: canonicalPart(one) })),
      ...named('nullable'),
      ...properties.filter(isSeal),
      ...metadata.filter((one) => saysMore(one)),
      ...constraintNames.flatMap(named),
      ...metadata.filter((one) => !saysMore(one) && !isEmpty(one)),
    ],
  };
}

function isBehindShape({ name }: PropertyNode): boolean {
  return name === 'nullable' || name === 'metadata' || constraintNames.includes(name);
}

/** Metadata that has more than a description stands before constraints. */
function saysMore({ value }: PropertyNode): boolean {
  return value.kind === 'object' && value.properties.some((one) => one.name !== 'description');
}

function isEmpty({ value }: PropertyNode): boolean {
  return value.kind === 'object' && value.properties.length === 0;
}

function canonicalPart({ name, value }: PropertyNode): JsonNode {
  switch (name) {
    case 'items':
    case 'prefixItems':
    case 'additionalProperties':
      return canonicalSchema(value);
    case 'properties':
      return value.kind === 'object' ? eachProperty(value, (one) => canonicalSchema(one.value)) : value;
    case 'discriminator':
      return value.kind === 'object'
        ? eachProperty(value, (one) =>
            one.name === 'mapping' && one.value.kind === 'object'
              ? eachProperty(one.value, (member) => canonicalSchema(member.value))
              : one.value,
          )
        : value;
    default:
      return value;
  }
}

/** `additionalProperties: false`. */
function isSeal({ name, value }: PropertyNode): boolean {
  return name === 'additionalProperties' && value.kind === 'scalar';
}

function withDescriptionLast(property: PropertyNode): PropertyNode {
  const { value } = property;
  if (value.kind !== 'object') return property;
  const description = value.properties.filter((one) => one.name === 'description');
  const others = value.properties.filter((one) => one.name !== 'description');
  return { ...property, value: { ...value, properties: [...others, ...description] } };
}

function eachProperty(object: ObjectNode, make: (property: PropertyNode) => JsonNode): ObjectNode {
  return { ...object, properties: object.properties.map((one) => ({ ...one, value: make(one) })) };
}
