/** A type as far as it is plain without the types of resources. `unknown` is never reported as wrong. */
export type PlainType =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly value?: boolean }
  | { readonly kind: 'int'; readonly value?: number | bigint }
  | { readonly kind: 'string'; readonly value?: string }
  | { readonly kind: 'array'; readonly item: PlainType }
  /** With properties: these and no others. */
  | { readonly kind: 'object'; readonly properties?: ReadonlyMap<string, PlainType> };

export type PlainKind = PlainType['kind'];

export const unknownType: PlainType = { kind: 'unknown' };

/** How a type is called in a message: the value itself where it is a short literal. */
export function describeType(type: PlainType): string {
  if (type.kind === 'string' && type.value !== undefined && type.value.length <= 40) return `'${type.value}'`;
  if ((type.kind === 'int' || type.kind === 'bool') && type.value !== undefined) return String(type.value);
  return type.kind;
}

/** Whether a value of a type is certainly none of these kinds. */
export function isNone(type: PlainType, ...kinds: readonly PlainKind[]): boolean {
  return type.kind !== 'unknown' && !kinds.includes(type.kind);
}

/** What both of two types are; `unknown` where they differ. */
export function commonType(first: PlainType, second: PlainType): PlainType {
  if (first.kind !== second.kind) return unknownType;
  if (first.kind === 'array' && second.kind === 'array')
    return { kind: 'array', item: commonType(first.item, second.item) };
  if (first.kind === 'null') return first;
  return first.kind === 'unknown' ? unknownType : plainOf(first.kind);
}

/** A type of this kind, of which nothing else is known. */
export function plainOf(kind: PlainKind): PlainType {
  return kind === 'array' ? { kind, item: unknownType } : { kind };
}
