import { Unknown, type Value } from '../kernel/index.ts';

/** How big a value is. */
export interface ValueMeasure {
  /** Its parts and, for strings, eight characters each. */
  readonly size: number;
  readonly depth: number;
}

const one: ValueMeasure = { size: 1, depth: 0 };
const measures = new WeakMap<object, ValueMeasure>();

/** Measures a value. It looks no deeper than `depthMax`; what is deeper has an infinite depth. Each part is measured once. */
export function measureValue(value: Value, depthMax: number): ValueMeasure {
  if (typeof value === 'string') return value.length < 8 ? one : { size: 1 + (value.length >> 3), depth: 0 };
  if (typeof value !== 'object' || value === null || value instanceof Unknown) return one;
  if (depthMax === 0) return { size: 1, depth: Infinity };
  let measure = measures.get(value);
  if (measure === undefined) {
    measure = measureParts(Array.isArray(value) ? value : Object.values(value), depthMax);
    if (measure.depth < Infinity) measures.set(value, measure);
  }
  return measure;
}

function measureParts(parts: readonly Value[], depthMax: number): ValueMeasure {
  let size = 1;
  let depth = 0;
  for (const part of parts) {
    const inner = measureValue(part, depthMax - 1);
    size += inner.size;
    depth = Math.max(depth, inner.depth);
  }
  return { size, depth: depth + 1 };
}
