/** Sets the bits from `from` to the one before `to`, or clears them, a word at a time. */
export function fillBits(row: Uint32Array, from: number, to: number, set: boolean): void {
  for (let at = from; at < to; ) {
    const word = at >>> 5;
    const begin = at & 31;
    const count = Math.min(32 - begin, to - at);
    const mask = count === 32 ? 0xffff_ffff : ((1 << count) - 1) << begin;
    const value = row[word] ?? 0;
    row[word] = set ? value | mask : value & ~mask;
    at += count;
  }
}

/** Whether a bit is set. */
export function hasBit(row: Uint32Array, at: number): boolean {
  return (((row[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}

/** Adds the bits of another row. */
export function addBits(row: Uint32Array, other: Uint32Array): void {
  for (let word = 0; word < row.length; word++) row[word] = (row[word] ?? 0) | (other[word] ?? 0);
}

/** How many bits are set. */
export function countBits(row: Uint32Array): number {
  let count = 0;
  for (let value of row) {
    value -= (value >>> 1) & 0x5555_5555;
    value = (value & 0x3333_3333) + ((value >>> 2) & 0x3333_3333);
    count += Math.imul((value + (value >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return count;
}
