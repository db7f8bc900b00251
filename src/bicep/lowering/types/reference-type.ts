import type { TypeSyntax } from '../../syntax/index.ts';
import type { Entry } from '../arm/node-builder.ts';
import type { LoweringContext } from '../lowering-context.ts';
import { encodeSegment } from './reference-segment.ts';
import { plainTypeOf, type ResourceDerivedType } from './resource-derived-type.ts';
import type { TypeReference } from './type-references.ts';

/** The schema of a type that is declared elsewhere (articles/azure-resource-manager/templates/definitions.md). */
export function referenceEntries(reference: TypeReference, place: TypeSyntax, cx: LoweringContext): Entry[] {
  if (reference.kind === 'resource') return resourceEntries(reference, place, cx);
  const pointer = ['#/definitions', ...reference.segments.map(encodeSegment)].join('/');
  return [{ name: '$ref', place, value: cx.nodes.text(place, pointer) }];
}

function resourceEntries(
  reference: ResourceDerivedType,
  place: TypeSyntax,
  { nodes }: LoweringContext,
): Entry[] {
  const pointer = reference.segments.map(encodeSegment).join('/');
  const source = pointer === '' ? reference.type : `${reference.type}#${pointer}`;
  const derived = nodes.object(place, [
    { name: 'source', value: nodes.text(place, source) },
    reference.isOutput ? { name: 'output', value: nodes.scalar(place, true) } : undefined,
  ]);
  const metadata = nodes.object(place, [{ name: '__bicep_resource_derived_type!', value: derived }]);
  const type = plainTypeOf(reference);
  return [
    ...(type === undefined ? [] : [{ name: 'type', place, value: nodes.text(place, type) }]),
    { name: 'metadata', place, value: metadata },
  ];
}
