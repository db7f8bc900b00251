import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findingRuns } from './finding-life.ts';
import { NaiveHistory } from './naive-history.case.ts';
import { nextPairs, type ResourceVersion } from './resource-version.ts';
import { storedStates } from './stored-state.ts';

const policyKey = 5;

/** Runs of one resource with one policy: in a state, compliant, or not there. */
const runs = fc.array(fc.constantFrom(...storedStates, 'compliant' as const, 'gone' as const), {
  minLength: 1,
  maxLength: 12,
});

it('tells by versions what every single run tells', () => {
  fc.assert(
    fc.property(runs, (states) => {
      const model = new NaiveHistory();
      let versions: ResourceVersion[] = [];
      for (const [index, state] of states.entries()) {
        const run = index + 1;
        const isStored = state !== 'compliant' && state !== 'gone';
        model.save({
          pairs: state === 'gone' ? {} : { a: isStored ? { tls: state } : {} },
          hashes: {},
        });
        const pairs = nextPairs(versions, new Map(isStored ? [[policyKey, state]] : []), run);
        versions = versions.map((version) => ({ ...version, toRun: version.toRun ?? run }));
        if (state !== 'gone') versions.push({ fromRun: run, toRun: undefined, pairs });
        expect(findingRuns(versions, policyKey, run)).toEqual(model.life('a', 'tls'));
      }
    }),
    { numRuns: 500 },
  );
});

it('knows nothing of a policy that no version has', () => {
  expect(findingRuns([{ fromRun: 1, toRun: undefined, pairs: new Map() }], policyKey, 1)).toBeUndefined();
});
