import type { ObjectNode } from '../../../kernel/index.ts';
import {
  type ArrayTypeSyntax,
  keyText,
  type ObjectTypeSyntax,
  type TupleTypeSyntax,
  type TypeSyntax,
} from '../../syntax/index.ts';
import { escapeText } from '../arm/arm-expression.ts';
import type { Entry } from '../arm/node-builder.ts';
import { literalsOf } from './literal-type.ts';
import type { TypeScope } from './type-scope.ts';
import { allowedValuesEntry } from './union-type.ts';

/** The schema of `item[]`. Where the items are literals, their values are the allowed values of the array. */
export function arrayEntries(type: ArrayTypeSyntax, scope: TypeScope): Entry[] {
  const { cx } = scope;
  const item = withoutParentheses(type.item);
  const values = statesValues(item) ? literalsOf(item, cx.model, scope.references) : undefined;
  return [
    typeEntry('array', type, scope),
    values === undefined
      ? { name: 'items', place: item, value: itemSchema(item, scope) }
      : allowedValuesEntry(values, item, cx),
  ];
}

/** The schema of `[first, second]`. */
export function tupleEntries(type: TupleTypeSyntax, scope: TypeScope): Entry[] {
  const { cx } = scope;
  const items = type.items.map((item) => scope.schema(item, scope));
  return [
    typeEntry('array', type, scope),
    { name: 'prefixItems', place: type, value: cx.nodes.array(type, items) },
    { name: 'items', place: type, value: cx.nodes.scalar(type, false) },
  ];
}

/** The schema of `{ name: type, *: type }`. */
export function objectEntries(type: ObjectTypeSyntax, scope: TypeScope): Entry[] {
  const { cx } = scope;
  const properties = type.members.flatMap((member): Entry[] => {
    const name = member.kind === 'propertyType' ? keyText(member.key) : undefined;
    if (member.kind !== 'propertyType' || name === undefined) return [];
    return [{ name: escapeText(name), place: member.key, value: scope.schema(member, scope) }];
  });
  const others = type.members.find((member) => member.kind === 'additionalProperties');
  return [
    typeEntry('object', type, scope),
    { name: 'properties', place: type, value: cx.nodes.object(type, properties) },
    ...(others === undefined
      ? []
      : [{ name: 'additionalProperties', place: others, value: scope.schema(others, scope) }]),
  ];
}

function itemSchema(type: TypeSyntax, scope: TypeScope): ObjectNode {
  return scope.schema({ decorators: [], type, start: type.start, end: type.end }, scope);
}

function typeEntry(name: string, place: TypeSyntax, { cx }: TypeScope): Entry {
  return { name: 'type', place, value: cx.nodes.text(place, name) };
}

function withoutParentheses(type: TypeSyntax): TypeSyntax {
  return type.kind === 'parenthesizedType' ? withoutParentheses(type.type) : type;
}

/** Values have to be written out: a reference to a type of literals stays a reference. */
function statesValues({ kind }: TypeSyntax): boolean {
  return (
    kind === 'string' ||
    kind === 'integer' ||
    kind === 'boolean' ||
    kind === 'null' ||
    kind === 'unaryType' ||
    kind === 'unionType' ||
    kind === 'objectType' ||
    kind === 'tupleType'
  );
}
