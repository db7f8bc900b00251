import { childNode } from '../../kernel/index.ts';
import type { TypeSyntax } from '../syntax/index.ts';
import type { BicepModel } from './bicep-model.ts';
import type { NamedDeclaration } from './named-declaration.ts';

/** Whether a type takes null, by itself or by a declared type that it names; a parameter of it needs no value (articles/azure-resource-manager/bicep/data-types.md#nullable-types). */
export function isNullableType(type: TypeSyntax, model: BicepModel): boolean {
  return isNullable(type, model, new Set());
}

function isNullable(type: TypeSyntax, model: BicepModel, seen: Set<TypeSyntax>): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  switch (type.kind) {
    case 'nullableType':
      return true;
    case 'null':
      return true;
    case 'parenthesizedType':
      return isNullable(type.type, model, seen);
    case 'unionType':
      return type.members.some((member) => isNullable(member, model, seen));
    case 'typeName': {
      const symbol = model.binding.symbolOf.get(type);
      if (symbol?.kind === 'type') return isNullable(symbol.declaration.value, model, seen);
      const target = symbol?.kind === 'imported' ? model.exportOf(symbol) : undefined;
      return target !== undefined && isNullableExport(target, model, seen);
    }
    case 'typeMember': {
      const symbol = model.binding.symbolOf.get(type.target);
      const target = symbol?.kind === 'wildcard' ? model.exportOf(symbol, type.name.name) : undefined;
      return target !== undefined && isNullableExport(target, model, seen);
    }
    default:
      return false;
  }
}

function isNullableExport(target: NamedDeclaration, model: BicepModel, seen: Set<TypeSyntax>): boolean {
  if (target.kind === 'templateExport') {
    const nullable = childNode(target.node.value, 'nullable');
    return nullable?.kind === 'scalar' && nullable.value === true;
  }
  const owner = model.ownerOf(target);
  return target.kind === 'type' && owner !== undefined && isNullable(target.declaration.value, owner, seen);
}
