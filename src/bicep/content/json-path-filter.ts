import type { JsonNode } from '../../kernel/index.ts';
import type { PathStep } from './json-path.ts';

/** What `[?(...)]` asks of an item. */
export type PathFilter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly PathFilter[] }
  | { readonly kind: 'exists'; readonly path: readonly PathStep[] }
  | {
      readonly kind: 'compare';
      readonly comparison: Comparison;
      readonly left: FilterOperand;
      readonly right: FilterOperand;
    };

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

export type FilterOperand =
  | { readonly kind: 'path'; readonly path: readonly PathStep[] }
  | { readonly kind: 'literal'; readonly value: null | boolean | number | string };

type Select = (from: JsonNode, path: readonly PathStep[]) => readonly JsonNode[];

type Scalar = null | boolean | number | bigint | string;

/** Whether an item is one that a filter asks for. */
export function matchesFilter(item: JsonNode, filter: PathFilter, select: Select): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matchesFilter(item, part, select));
    case 'or':
      return filter.parts.some((part) => matchesFilter(item, part, select));
    case 'exists':
      return select(item, filter.path).length > 0;
    case 'compare': {
      const right = valuesOf(item, filter.right, select);
      return valuesOf(item, filter.left, select).some((left) =>
        right.some((one) => compares(left, filter.comparison, one)),
      );
    }
    default:
      return filter satisfies never;
  }
}

function valuesOf(item: JsonNode, operand: FilterOperand, select: Select): readonly Scalar[] {
  if (operand.kind === 'literal') return [operand.value];
  return select(item, operand.path).flatMap((node) => (node.kind === 'scalar' ? [node.value] : []));
}

function compares(left: Scalar, comparison: Comparison, right: Scalar): boolean {
  if (comparison === '==') return isSame(left, right);
  if (comparison === '!=') return !isSame(left, right);
  if (left === null || right === null || typeof left === 'boolean' || typeof right === 'boolean')
    return false;
  const isText = typeof left === 'string';
  if (isText !== (typeof right === 'string')) return false;
  if (comparison === '<') return left < right;
  if (comparison === '<=') return left <= right;
  return comparison === '>' ? left > right : left >= right;
}

function isSame(left: Scalar, right: Scalar): boolean {
  if (typeof left === 'bigint' || typeof right === 'bigint')
    return (
      typeof left !== 'string' &&
      typeof right !== 'string' &&
      left !== null &&
      right !== null &&
      Number(left) === Number(right)
    );
  return left === right;
}
