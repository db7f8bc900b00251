import { childNode, isObject, type JsonNode, type Span, Unknown, type Value } from '../kernel/index.ts';
import type { TemplateSections } from './template-sections.ts';
import { readTypeDeclaration, type TypeDeclaration } from './type-declaration.ts';

/**
 * A parameter's value without what its declaration calls secure, at any depth: what is known of a secret is only that it is
 * there. Empty ones are kept, for they are not secrets.
 */
export function withoutSecrets(
  path: string,
  value: Value,
  declarationNode: JsonNode,
  sections: TemplateSections,
  span: Span,
): Value {
  if (value === '' || value === null || value instanceof Unknown) return value;
  const declaration = readTypeDeclaration(declarationNode, sections);
  if (declaration === undefined) return value;
  if (declaration.secure) return secretAt(path, declaration, span);
  const { node } = declaration;
  const clean = (one: Value, key: string, inner: JsonNode | undefined): Value =>
    inner === undefined ? one : withoutSecrets(`${path}${key}`, one, inner, sections, span);
  if (Array.isArray(value)) {
    const items = childNode(node, 'items');
    const prefixItems = childNode(node, 'prefixItems');
    if (items === undefined && prefixItems === undefined) return value;
    return value.map((item, index) => clean(item, `[${index}]`, itemNode(prefixItems, index) ?? items));
  }
  const properties = childNode(node, 'properties');
  if (!isObject(value) || properties === undefined) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, clean(member, `.${key}`, childNode(properties, key))]),
  );
}

function itemNode(prefixItems: JsonNode | undefined, index: number): JsonNode | undefined {
  return prefixItems?.kind === 'array' ? prefixItems.items[index] : undefined;
}

function secretAt(path: string, { type }: TypeDeclaration, span: Span): Unknown {
  const [name, ...rest] = path.split(/(?=[.[])/);
  return new Unknown(`parameters('${name}')${rest.join('')}`, {
    type,
    secret: true,
    causes: [{ kind: 'secret', name: `secure parameter ${path}`, span }],
  });
}
