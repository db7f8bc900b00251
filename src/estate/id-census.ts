/** How often one resource was read, with and without its properties. */
export interface Readings {
  full: number;
  bare: number;
}

/** What a census says of one reading. */
export type ReadingKind = 'first' | 'first-with-properties' | 'repeat';

/**
 * Counts how often each id is read, without regard to case, in one number an id. Of a resource that is read more than once, the last reading that has
 * properties counts; without any, the last one.
 */
export class IdCensus {
  /** Folded id to a hash of its first spelling, and whether only readings without properties were seen. */
  readonly #seen = new Map<string, number>();
  readonly repeats = new Map<string, Readings>();
  repeatCount = 0;
  /** Repeats whose id is spelled in another way than the first one. */
  variantCount = 0;

  add(id: string, isBare: boolean): ReadingKind {
    const key = id.toLowerCase();
    const spelling = spellingOf(id);
    const seen = this.#seen.get(key);
    if (seen === undefined) {
      this.#seen.set(key, (spelling << 1) | (isBare ? 1 : 0));
      return 'first';
    }
    const wasBare = (seen & 1) === 1;
    const readings = this.repeats.get(key) ?? { full: wasBare ? 0 : 1, bare: wasBare ? 1 : 0 };
    readings[isBare ? 'bare' : 'full']++;
    this.repeats.set(key, readings);
    this.repeatCount++;
    if (seen >> 1 !== spelling) this.variantCount++;
    if (!wasBare || isBare) return 'repeat';
    this.#seen.set(key, seen & ~1);
    return 'first-with-properties';
  }
}

/** Lets the reading of each resource through that counts, in a second pass over the same readings. */
export class LastReadings {
  readonly #left = new Map<string, { isBare: boolean; count: number }>();

  constructor(repeats: ReadonlyMap<string, Readings>) {
    for (const [id, { full, bare }] of repeats) {
      this.#left.set(id, full > 0 ? { isBare: false, count: full } : { isBare: true, count: bare });
    }
  }

  counts(id: string, isBare: boolean): boolean {
    if (this.#left.size === 0) return true;
    const left = this.#left.get(id.toLowerCase());
    return left === undefined || (left.isBare === isBare && --left.count === 0);
  }
}

/** 29 bits of the spelling of an id (FNV-1a). */
function spellingOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 3) | 0;
}
