import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addBits, countBits, fillBits, hasBit } from './bit-row.ts';

const length = 100;
const range = fc
  .tuple(fc.nat(length), fc.nat(length), fc.boolean())
  .map(([a, b, set]) => ({ from: Math.min(a, b), to: Math.max(a, b), set }));

it('is a row of booleans', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 8 }), fc.array(range, { maxLength: 8 }), (first, second) => {
      const [row, other] = [first, second].map((ranges) => {
        const bits = new Uint32Array(Math.ceil(length / 32));
        const plain = new Array<boolean>(length).fill(false);
        for (const { from, to, set } of ranges) {
          fillBits(bits, from, to, set);
          plain.fill(set, from, to);
        }
        return { bits, plain };
      });
      if (row === undefined || other === undefined) throw new Error('two rows');
      const read = () => Array.from({ length }, (_, at) => hasBit(row.bits, at));
      expect(read()).toEqual(row.plain);
      expect(countBits(row.bits)).toBe(row.plain.filter(Boolean).length);
      addBits(row.bits, other.bits);
      expect(read()).toEqual(row.plain.map((set, at) => set || other.plain[at]));
    }),
  );
});
