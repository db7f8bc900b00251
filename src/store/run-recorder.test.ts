import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoredResource } from './assessment-store.ts';
import { RunRecorder } from './run-recorder.ts';
import { storedStates } from './stored-state.ts';

function record(resources: readonly StoredResource[]): StoredResource[] {
  const recorder = new RunRecorder();
  for (const { id, type, contentHash, pairs } of resources) {
    recorder.resource(id, type, contentHash);
    for (const { policy, state } of pairs) recorder.pair(policy, state);
  }
  return [...recorder.batches()].flat();
}

it('gives back what was recorded', () => {
  const resource = fc.record({
    id: fc.string(),
    type: fc.string(),
    contentHash: fc.option(fc.string(), { nil: undefined }),
    pairs: fc.array(
      fc.record({ policy: fc.nat({ max: 100_000 }), state: fc.constantFrom(...storedStates) }),
      { maxLength: 40 },
    ),
  });
  fc.assert(
    fc.property(fc.array(resource), (resources) => {
      expect(record(resources)).toEqual(resources);
    }),
  );
});

it('hands over many resources in batches', () => {
  const recorder = new RunRecorder();
  for (let index = 0; index < 4500; index++) {
    recorder.resource(`r${index}`, 't');
    recorder.pair(index, 'nonCompliant');
  }
  expect([...recorder.batches()].map((batch) => batch.length)).toEqual([2000, 2000, 500]);
  expect([...recorder.batches()].flat().map((resource) => resource.pairs[0]?.policy)).toEqual(
    Array.from({ length: 4500 }, (_, index) => index),
  );
});
