import { childNode, type JsonNode } from '../../../kernel/index.ts';
import { keyText, type ObjectTypeSyntax, type TypeSyntax, type UnionTypeSyntax } from '../../syntax/index.ts';
import { escapeText } from '../arm/arm-expression.ts';
import type { Entry } from '../arm/node-builder.ts';
import { renamedExport } from '../import/template-export.ts';
import { literalsOf, placeLiterals } from './literal-type.ts';
import type { LiteralValue } from './literal-value.ts';
import { referenceEntries } from './reference-type.ts';
import { bareType, type SchemaPlace } from './type-place.ts';
import type { DefinitionReference } from './type-references.ts';
import type { TypeScope } from './type-scope.ts';
import { stepInto } from './type-step.ts';

/**
 * The schema of a union of objects that a property tells apart (articles/azure-resource-manager/bicep/user-defined-data-types.md).
 * It says no more than `object` where a member is not known: what is left would refuse the values of that member.
 */
export function discriminatedEntries(
  type: UnionTypeSyntax,
  discriminator: string,
  scope: TypeScope,
): Entry[] {
  const { nodes } = scope.cx;
  const mapping = memberEntries(type, discriminator, scope);
  const entries: Entry[] = [{ name: 'type', place: type, value: nodes.text(type, 'object') }];
  if (mapping === undefined) return entries;
  const value = nodes.object(type, [
    { name: 'propertyName', value: nodes.text(type, discriminator) },
    { name: 'mapping', value: nodes.object(type, mapping) },
  ]);
  return [...entries, { name: 'discriminator', place: type, value }];
}

/** What the values of the property lead to; the members of a union inside the union are members too. */
function memberEntries(type: TypeSyntax, discriminator: string, scope: TypeScope): Entry[] | undefined {
  const { cx, references } = scope;
  const bare = bareType(type);
  if (bare.kind === 'unionType')
    return scope.inlining.of(bare, () => unionMembers(bare, discriminator, scope));
  if (bare.kind === 'objectType') {
    const value = scope.schema({ decorators: [], type: bare, start: bare.start, end: bare.end }, scope);
    return memberEntry(valueOfObject(bare, discriminator, scope), value);
  }
  const reference = references.resolve(bare, cx.model);
  if (reference?.kind !== 'definition') return undefined;
  const value = cx.nodes.object(bare, referenceEntries(reference, bare, cx));
  return entriesBehind(reference, value, discriminator, scope);
}

/** A member that is declared elsewhere is referred to, unless it is a union of members. */
function entriesBehind(
  { place }: DefinitionReference,
  value: JsonNode,
  discriminator: string,
  scope: TypeScope,
): Entry[] | undefined {
  const { cx, references } = scope;
  if (place.kind === 'syntax') {
    const bare = bareType(place.type);
    const inner = { ...scope, cx: cx.within(place.model) };
    if (bare.kind === 'unionType') return memberEntries(bare, discriminator, inner);
    if (bare.kind === 'objectType') return memberEntry(valueOfObject(bare, discriminator, inner), value);
  } else {
    const mapping = childNode(childNode(place.node, 'discriminator'), 'mapping');
    if (mapping?.kind === 'object')
      return mapping.properties.map((one) => ({
        name: one.name,
        value: renamedSchema({ ...place, node: one.value }, scope),
      }));
    const property = stepInto(place, { kind: 'property', name: discriminator });
    if (property !== undefined) return memberEntry(placeLiterals(property, references), value);
  }
  const next = references.follow(place);
  return next?.kind === 'definition' ? entriesBehind(next, value, discriminator, scope) : undefined;
}

function unionMembers(
  { members }: UnionTypeSyntax,
  discriminator: string,
  scope: TypeScope,
): Entry[] | undefined {
  const all: Entry[] = [];
  for (const member of members) {
    const entries = memberEntries(member, discriminator, scope);
    if (entries === undefined) return undefined;
    all.push(...entries);
  }
  return all;
}

function memberEntry(values: readonly LiteralValue[] | undefined, value: JsonNode): Entry[] | undefined {
  const [name, ...others] = values ?? [];
  return typeof name === 'string' && others.length === 0 ? [{ name: escapeText(name), value }] : undefined;
}

function valueOfObject(
  { members }: ObjectTypeSyntax,
  discriminator: string,
  { cx, references }: TypeScope,
): readonly LiteralValue[] | undefined {
  const property = members.find(
    (member) => member.kind === 'propertyType' && keyText(member.key) === discriminator,
  );
  return property === undefined ? undefined : literalsOf(property.type, cx.model, references);
}

/** A part of a compiled template with the names that its definitions have here. */
function renamedSchema({ node, document }: SchemaPlace, { cx }: TypeScope): JsonNode {
  const part = { name: '', nameStart: node.start, nameEnd: node.start, value: node };
  const section = 'definitions';
  const declaration = {
    kind: 'templateExport',
    document,
    section,
    name: '',
    node: part,
    isLoop: false,
  } as const;
  return renamedExport(declaration, '', cx.names, cx);
}
