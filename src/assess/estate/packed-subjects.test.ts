import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PackedSubjects } from './packed-subjects.ts';

it('gives back what it was given', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false }))), (bodies) => {
      const packed = new PackedSubjects();
      const numbers = bodies.map((body) => packed.add(body as never));
      for (const [index, number] of numbers.entries())
        expect(packed.get(number).body).toEqual(JSON.parse(JSON.stringify(bodies[index])));
    }),
  );
});

it('holds bodies larger than a chunk, and more than it caches', () => {
  const packed = new PackedSubjects();
  const large = { text: 'ä'.repeat(5_000_000) };
  const numbers = [packed.add(large), ...Array.from({ length: 20_000 }, (_, at) => packed.add({ at }))];
  expect(packed.get(numbers[0]!).body).toEqual(large);
  expect(numbers.slice(1).map((number) => packed.get(number).body.at)).toEqual([...Array(20_000).keys()]);
});
