import type { BicepSymbol } from '../binding/index.ts';
import { decoratorArguments, findDecorator } from '../lowering/template/decorator.ts';
import type { DecoratorSyntax, SyntaxNode, TypeSyntax } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';

type UnionSyntax = TypeSyntax & { kind: 'unionType' };

/** Unions that mix types or hold what is no literal (articles/azure-resource-manager/bicep/user-defined-data-types.md#declare-tagged-union-type). */
export function checkUnions(file: CheckedFile): void {
  for (const node of file.nodes) {
    if (node.kind === 'unionType' && !isInUnion(node, file) && !isDiscriminated(node, file))
      checkUnion(node, file);
    if ('decorators' in node) {
      const decorator = findDecorator(node.decorators, 'discriminator');
      if (decorator !== undefined) checkDiscriminator(decorator, node, file);
    }
  }
}

function isInUnion(node: SyntaxNode, file: CheckedFile): boolean {
  let parent = file.parentOf(node);
  while (parent?.kind === 'parenthesizedType') parent = file.parentOf(parent);
  return parent?.kind === 'unionType';
}

function isDiscriminated(node: SyntaxNode, file: CheckedFile): boolean {
  let parent = file.parentOf(node);
  while (
    parent?.kind === 'parenthesizedType' ||
    parent?.kind === 'nullableType' ||
    parent?.kind === 'nonNullableType'
  )
    parent = file.parentOf(parent);
  return (
    parent !== undefined &&
    'decorators' in parent &&
    findDecorator(parent.decorators, 'discriminator') !== undefined
  );
}

function checkUnion(union: UnionSyntax, file: CheckedFile): void {
  let isKnown = true;
  const kinds = new Set<string>();
  for (const member of union.members) {
    const found = literalKinds(member, file, new Set());
    if (found === undefined) isKnown = false;
    else if (found === 'noLiteral') {
      isKnown = false;
      file.report('LG7252', {}, member);
    } else for (const kind of found) kinds.add(kind);
  }
  kinds.delete('null');
  if (isKnown && kinds.size !== 1) file.report('LG7253', {}, union);
}

/** The kinds of literal that a member of a union is; `undefined` where that is not plain. */
function literalKinds(
  type: TypeSyntax,
  file: CheckedFile,
  seen: Set<BicepSymbol>,
): ReadonlySet<string> | 'noLiteral' | undefined {
  switch (type.kind) {
    case 'string':
      return new Set(['string']);
    case 'integer':
      return new Set(['int']);
    case 'boolean':
      return new Set(['bool']);
    case 'null':
      return new Set(['null']);
    case 'unaryType':
      return new Set([type.operator === '!' ? 'bool' : 'int']);
    case 'arrayType':
      return 'noLiteral';
    case 'objectType':
      return type.members.some((member) => literalKinds(member.type, file, seen) === 'noLiteral')
        ? 'noLiteral'
        : undefined;
    case 'parenthesizedType':
      return literalKinds(type.type, file, seen);
    case 'nullableType': {
      const inner = literalKinds(type.type, file, seen);
      return inner === undefined || inner === 'noLiteral' ? inner : new Set([...inner, 'null']);
    }
    case 'unionType': {
      const kinds = new Set<string>();
      for (const member of type.members) {
        const inner = literalKinds(member, file, seen);
        if (inner === undefined || inner === 'noLiteral') return inner;
        for (const kind of inner) kinds.add(kind);
      }
      return kinds;
    }
    case 'typeName': {
      const symbol = file.binding.symbolOf.get(type);
      if (symbol === undefined) return plainTypes.has(type.name) ? 'noLiteral' : undefined;
      if (symbol.kind !== 'type' || seen.has(symbol)) return undefined;
      seen.add(symbol);
      return literalKinds(symbol.declaration.value, file, seen);
    }
    default:
      return undefined;
  }
}

const plainTypes: ReadonlySet<string> = new Set(['string', 'int', 'bool', 'object', 'array']);

/** A discriminator is a property that each member has with a text of its own. */
function checkDiscriminator(decorator: DecoratorSyntax, node: SyntaxNode, file: CheckedFile): void {
  const [argument] = decoratorArguments(decorator);
  const type = 'type' in node ? node.type : node.kind === 'type' ? node.value : undefined;
  if (argument?.kind !== 'string' || type === undefined || !('kind' in type)) return;
  const union = withoutWrapping(type as TypeSyntax);
  if (union.kind !== 'unionType') {
    const other = resolved(union, file);
    if (other !== undefined && (plainlyOther.has(other.kind) || isPlainName(other, file)))
      file.report('LG7273', {}, decorator);
    return;
  }
  const seen = new Map<string, TypeSyntax>();
  for (const member of union.members) {
    if (literals.has(resolved(member, file)?.kind ?? 'file')) file.report('LG7278', {}, member);
    const value = tagOf(member, argument.value, file);
    if (value === undefined) continue;
    if (value === 'missing') file.report('LG7274', { name: argument.value }, member);
    else if (seen.has(value.text)) file.report('LG7275', { name: argument.value, value: value.text }, member);
    else seen.set(value.text, member);
  }
}

const literals: ReadonlySet<SyntaxNode['kind']> = new Set([
  'string',
  'integer',
  'boolean',
  'null',
  'unaryType',
]);
const plainlyOther: ReadonlySet<SyntaxNode['kind']> = new Set(['objectType', 'tupleType', 'arrayType']);

function withoutWrapping(type: TypeSyntax): TypeSyntax {
  if (type.kind === 'parenthesizedType' || type.kind === 'nullableType' || type.kind === 'nonNullableType')
    return withoutWrapping(type.type);
  return type;
}

function isPlainName(type: TypeSyntax, file: CheckedFile): boolean {
  return type.kind === 'typeName' && !file.binding.symbolOf.has(type) && plainTypes.has(type.name);
}

/** The text that a member's discriminator has. */
function tagOf(
  member: TypeSyntax,
  name: string,
  file: CheckedFile,
): { readonly text: string } | 'missing' | undefined {
  const type = resolved(member, file);
  if (type?.kind !== 'objectType') return undefined;
  for (const property of type.members) {
    if (property.kind !== 'propertyType' || property.key.kind === 'interpolation') continue;
    const key =
      property.key.kind === 'name'
        ? property.key.name
        : property.key.kind === 'string'
          ? property.key.value
          : '';
    if (key !== name) continue;
    if (property.type.kind === 'string') return { text: property.type.value.toLowerCase() };
    return property.type.kind === 'integer' || property.type.kind === 'nullableType' ? 'missing' : undefined;
  }
  return 'missing';
}

function resolved(type: TypeSyntax, file: CheckedFile): TypeSyntax | undefined {
  const inner = type.kind === 'parenthesizedType' ? type.type : type;
  if (inner.kind !== 'typeName') return inner;
  const symbol = file.binding.symbolOf.get(inner);
  if (symbol === undefined) return inner;
  return symbol.kind === 'type' && symbol.declaration.value.kind === 'objectType'
    ? symbol.declaration.value
    : undefined;
}
