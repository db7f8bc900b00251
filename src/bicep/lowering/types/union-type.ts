import type { TypeSyntax } from '../../syntax/index.ts';
import type { Entry } from '../arm/node-builder.ts';
import type { LoweringContext } from '../lowering-context.ts';
import { inOrder, type LiteralValue, literalNode, typeNameOf } from './literal-value.ts';

/** The schema of a literal or a union of literals: the type of its values, the values, and whether null is one of them. */
export function unionEntries(
  values: readonly LiteralValue[],
  place: TypeSyntax,
  cx: LoweringContext,
): Entry[] {
  const { nodes } = cx;
  const stated = inOrder(values);
  const allowed = stated.filter((value) => value !== null);
  const [first = null] = allowed;
  const type = typeNameOf(first);
  return [
    ...(type === undefined ? [] : [{ name: 'type', place, value: nodes.text(place, type) }]),
    ...(allowed.length === 0 ? [] : [allowedValuesEntry(allowed, place, cx)]),
    ...(allowed.length === stated.length
      ? []
      : [{ name: 'nullable', place, value: nodes.scalar(place, true) }]),
  ];
}

/** `allowedValues`, in order. */
export function allowedValuesEntry(
  values: readonly LiteralValue[],
  place: TypeSyntax,
  { nodes }: LoweringContext,
): Entry {
  const items = inOrder(values).map((value) => literalNode(value, place, nodes));
  return { name: 'allowedValues', place, value: nodes.array(place, items) };
}
