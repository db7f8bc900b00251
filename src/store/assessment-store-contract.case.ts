import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentStore, SavedRun } from './assessment-store.ts';
import { type ModelRun, NaiveHistory } from './naive-history.case.ts';
import {
  day,
  identity,
  policy,
  policyNames,
  resourceId,
  resources,
  type ShortRun,
  summary,
} from './run.case.ts';
import { StoreError } from './store-error.ts';
import { storedStates } from './stored-state.ts';

/** What every store does, wherever its tables are. The tests share one store, and each has an estate of its own. */
export function describeStore(name: string, open: () => Promise<AssessmentStore>): void {
  describe(`the store on ${name}`, () => {
    let store: AssessmentStore;
    let estates = 0;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store?.close());

    const newEstate = () => `estate-${++estates}`;
    const save = (estate: string, run: ShortRun, number = 1): Promise<SavedRun> =>
      store.saveRun(summary(estate, { assessedAt: day(number) }), [resources(run)]);
    const saveAll = async (estate: string, runs: readonly ShortRun[]) => {
      for (const [index, run] of runs.entries()) await save(estate, run, index + 1);
    };

    it('tells what a run came to', async () => {
      const estate = newEstate();
      expect(await store.history(estate, 10)).toEqual([]);
      const { policies, listsResources, estate: _, ...told } = summary(estate, { score: undefined });
      await store.saveRun(summary(estate, { score: undefined }), []);
      const history = await store.history(estate, 10);
      expect(history).toEqual([
        { ...told, number: 1, policies: policies.length, policySet: expect.stringMatching(/^[0-9a-f]{16}$/) },
      ]);
    });

    it('numbers the runs of each estate, and tells the last ones, oldest first', async () => {
      const [one, other] = [newEstate(), newEstate()];
      expect((await save(one, {})).number).toBe(1);
      expect((await save(other, {})).number).toBe(1);
      for (const number of [2, 3, 4]) expect((await save(one, {}, number)).number).toBe(number);
      expect((await store.history(one, 2)).map((run) => [run.number, run.assessedAt])).toEqual([
        [3, day(3)],
        [4, day(4)],
      ]);
      const listed = (await store.estates()).filter((entry) => [one, other].includes(entry.name));
      expect(listed).toEqual([
        { name: one, runs: 4, lastAssessedAt: day(4) },
        { name: other, runs: 1, lastAssessedAt: day(1) },
      ]);
    });

    it('tells a set of policies by its policies, effects and severities, in any order', async () => {
      const estate = newEstate();
      const sets = [
        policyNames.map(policy),
        policyNames.map(policy).reverse(),
        [{ ...policy('tls'), effect: 'deny' }],
        [{ ...policy('tls'), severity: 'low' as const }],
        [policy('tls')],
      ];
      for (const policies of sets) await store.saveRun(summary(estate, { policies }), []);
      const told = (await store.history(estate, 10)).map((run) => run.policySet);
      expect(told[0]).toBe(told[1]);
      expect(new Set(told).size).toBe(4);
    });

    it('writes what has changed, and nothing else', async () => {
      const estate = newEstate();
      const run: ShortRun = { a: { tls: 'nonCompliant' }, b: { tls: 'undecided', owner: 'exempt' }, c: {} };
      expect((await save(estate, run)).changedResources).toBe(3);
      expect((await save(estate, run)).changedResources).toBe(0);
      expect((await save(estate, { ...run, b: { tls: 'undecided' } })).changedResources).toBe(1);
      expect((await save(estate, { a: { tls: 'nonCompliant' } })).changedResources).toBe(2);
    });

    it('knows resources and policies by their ids in any case', async () => {
      const estate = newEstate();
      await save(estate, { Web: { tls: 'nonCompliant' } });
      const { changedResources } = await store.saveRun(
        summary(estate, {
          policies: policyNames.map((one) => ({
            ...policy(one),
            definitionId: policy(one).definitionId.toUpperCase(),
          })),
        }),
        [resources({ wEB: { tls: 'nonCompliant' } })],
      );
      expect(changedResources).toBe(0);
      const [life] = await store.lifecycleOf(estate, [identity('WEB', 'tls')]);
      expect(life?.stage).toBe('open');
    });

    it('follows a finding through its life', async () => {
      const estate = newEstate();
      const runs: ShortRun[] = [
        { a: { tls: 'nonCompliant' } },
        { a: { tls: 'nonCompliant' } },
        { a: {} },
        { a: { tls: 'error' } },
        { a: { tls: 'exempt' } },
        { a: { tls: 'waived' } },
        { a: { tls: 'unknown' } },
        {},
      ];
      const stages = ['new', 'open', 'fixed', 'regressed', 'exempt', 'exempt', 'expired', 'fixed'];
      const lastSeen = [1, 2, 2, 4, 5, 6, 7, 7];
      for (const [index, run] of runs.entries()) {
        await save(estate, run, index + 1);
        expect(await store.lifecycleOf(estate, [identity('a', 'tls'), identity('a', 'owner')])).toEqual([
          {
            stage: stages[index],
            firstSeen: day(1),
            lastSeen: day(lastSeen[index] ?? 0),
            reopened: index < 3 ? 0 : 1,
          },
          undefined,
        ]);
      }
      expect(await store.lifecycleOf('nowhere', [identity('a', 'tls')])).toEqual([undefined]);
    });

    it('compares two runs, either way', async () => {
      const estate = newEstate();
      await saveAll(estate, [
        {
          a: { tls: 'nonCompliant', owner: 'nonCompliant' },
          b: { tls: 'waived', backup: 'nonCompliant' },
          c: {},
        },
        { a: { owner: 'exempt', backup: 'error' }, b: { tls: 'nonCompliant', backup: 'undecided' }, d: {} },
      ]);
      const there = await store.diff(estate, 1, 2, 10);
      expect(there.from).toEqual({ number: 1, assessedAt: day(1), score: 71.5, failing: 2 });
      expect(there.counts).toEqual({ new: 1, expired: 1, changed: 1, fixed: 1, waived: 1 });
      const about = (found: typeof there.findings) =>
        found.map((one) => [one.change, one.resourceId, one.reference, one.before, one.after]);
      expect(about(there.findings)).toEqual([
        ['new', resourceId('a'), 'backup', undefined, 'error'],
        ['expired', resourceId('b'), 'tls', 'waived', 'nonCompliant'],
        ['changed', resourceId('b'), 'backup', 'nonCompliant', 'undecided'],
        ['fixed', resourceId('a'), 'tls', 'nonCompliant', undefined],
        ['waived', resourceId('a'), 'owner', 'nonCompliant', 'exempt'],
      ]);
      expect(there.findings[1]).toMatchObject({
        effect: 'audit',
        severity: 'high',
        resourceType: 'Contoso.Web/sites',
      });
      expect(there.resources).toEqual({
        added: { count: 1, ids: [resourceId('d')] },
        removed: { count: 1, ids: [resourceId('c')] },
        changed: { count: 0, ids: [] },
      });
      const back = await store.diff(estate, 2, 1, 10);
      expect(back.counts).toEqual({ new: 1, expired: 1, changed: 1, fixed: 1, waived: 1 });
      expect(about(back.findings)[0]).toEqual(['new', resourceId('a'), 'tls', undefined, 'nonCompliant']);
      expect((await store.diff(estate, 2, 2, 10)).findings).toEqual([]);
    });

    it('lists the most serious of many changes, and counts all', async () => {
      const estate = newEstate();
      const names = Array.from({ length: 30 }, (_, index) => `r${index}`);
      await save(estate, {});
      await save(
        estate,
        Object.fromEntries(
          names.map((one, index) => [one, { [index < 25 ? 'owner' : 'tls']: 'nonCompliant' }]),
        ),
      );
      const difference = await store.diff(estate, 1, 2, 10);
      expect(difference.counts.new).toBe(30);
      expect(difference.findings.map((one) => one.severity)).toEqual([
        ...Array(5).fill('high'),
        ...Array(5).fill('medium'),
      ]);
      expect(difference.resources?.added).toMatchObject({ count: 30, ids: { length: 10 } });
    });

    it('compares the policies of two runs', async () => {
      const estate = newEstate();
      await store.saveRun(summary(estate, { policies: [policy('tls'), policy('owner')] }), []);
      const policies = [{ ...policy('tls'), severity: 'low' as const }, policy('backup')];
      await store.saveRun(summary(estate, { policies }), []);
      const { policies: found } = await store.diff(estate, 1, 2, 10);
      expect(found.map(({ reference, before, after }) => [reference, before, after])).toEqual([
        ['backup', undefined, { effect: 'audit', severity: 'medium' }],
        ['owner', { effect: 'audit', severity: 'medium' }, undefined],
        ['tls', { effect: 'audit', severity: 'high' }, { effect: 'audit', severity: 'low' }],
      ]);
    });

    it('says which resources came and went only where both runs list them all', async () => {
      const estate = newEstate();
      await save(estate, { a: {} });
      await store.saveRun(summary(estate, { listsResources: false }), []);
      expect((await store.diff(estate, 1, 2, 10)).resources).toBeUndefined();
    });

    it('tells changed content, and takes content that is not given for what it was', async () => {
      const estate = newEstate();
      const found: ShortRun = { a: { tls: 'nonCompliant' }, b: {}, c: {} };
      const other: ShortRun = { ...found, b: { tls: 'error' } };
      await store.saveRun(summary(estate), [resources(found, { a: '1', b: '1' })]);
      await store.saveRun(summary(estate), [resources(other, { a: '2', c: '1' })]);
      await store.saveRun(summary(estate), [resources(other, { a: '2', b: '3', c: '1' })]);
      expect((await store.saveRun(summary(estate), [resources(other)])).changedResources).toBe(0);
      const changed = async (from: number, to: number) =>
        (await store.diff(estate, from, to, 10)).resources?.changed.ids;
      expect(await changed(1, 2)).toEqual([resourceId('a')]);
      expect(await changed(2, 3)).toEqual([resourceId('b')]);
      expect(await changed(1, 3)).toEqual([resourceId('a'), resourceId('b')]);
      expect((await store.lifecycleOf(estate, [identity('a', 'tls')]))[0]?.stage).toBe('open');
    });

    it('keeps nothing of a run that fails', async () => {
      const estate = newEstate();
      await save(estate, { a: { tls: 'nonCompliant' } });
      async function* broken() {
        yield resources({ a: {}, b: { tls: 'nonCompliant' } });
        throw new Error('the estate ended');
      }
      await expect(store.saveRun(summary(estate), broken())).rejects.toThrow('the estate ended');
      const twice = [resources({ c: {} }), resources({ C: {} })];
      await expect(store.saveRun(summary(estate), twice)).rejects.toThrow(/duplicate key/);
      const unknownPolicy = [[{ id: '/x', type: 'x', pairs: [{ policy: 3, state: 'error' as const }] }]];
      await expect(store.saveRun(summary(estate), unknownPolicy)).rejects.toThrow('no policy at position 3');
      expect(await store.history(estate, 10)).toHaveLength(1);
      expect((await save(estate, { a: { tls: 'nonCompliant' } })).changedResources).toBe(0);
    });

    it('forgets all but the last runs, and when what is open was first seen', async () => {
      const estate = newEstate();
      await saveAll(estate, [
        { a: { tls: 'nonCompliant' }, gone: { tls: 'nonCompliant' } },
        { a: { tls: 'nonCompliant' } },
        { a: { tls: 'nonCompliant' }, b: {} },
        { a: { tls: 'nonCompliant' }, b: {} },
      ]);
      expect(await store.prune(estate, 2)).toBe(2);
      expect(await store.prune(estate, 2)).toBe(0);
      expect(await store.prune('nowhere', 2)).toBe(0);
      expect((await store.history(estate, 10)).map((run) => run.number)).toEqual([3, 4]);
      await expect(store.diff(estate, 2, 4, 10)).rejects.toThrow(StoreError);
      await expect(store.diff(estate, 3, 5, 10)).rejects.toThrow(`it holds no run 5 of \`${estate}\``);
      expect(await store.lifecycleOf(estate, [identity('a', 'tls'), identity('gone', 'tls')])).toEqual([
        { stage: 'open', firstSeen: day(1), lastSeen: day(4), reopened: 0 },
        undefined,
      ]);
      expect((await save(estate, { a: { tls: 'nonCompliant' } }, 5)).number).toBe(5);
    });

    it('keeps any text', async () => {
      const estate = `${newEstate()} 'quoted"; drop table x; -- \\ 💥 ünïcode`;
      const strange = 'a"b\\c,{d}\'e\n💥ß';
      await save(estate, { [strange]: { tls: 'nonCompliant' } });
      await save(estate, {});
      const { findings } = await store.diff(estate, 1, 2, 10);
      expect(findings.map((one) => one.resourceId)).toEqual([resourceId(strange)]);
    });

    it('keeps what PostgreSQL cannot hold as far as it can', async () => {
      const estate = newEstate();
      await save(estate, { 'nul\0 half\ud83d': { tls: 'nonCompliant' } });
      await save(estate, {});
      const { findings } = await store.diff(estate, 1, 2, 10);
      expect(findings.map((one) => one.resourceId)).toEqual([resourceId('nul\ufffd half\ufffd')]);
    });

    it('takes runs one after the other, however many come at once', async () => {
      const estate = newEstate();
      const saved = await Promise.all(
        Array.from({ length: 6 }, (_, index) => save(estate, { [`r${index}`]: { tls: 'nonCompliant' } })),
      );
      expect(saved.map((run) => run.number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
      const { counts } = await store.diff(estate, 1, 6, 10);
      expect(counts).toMatchObject({ new: 1, fixed: 1 });
    });

    it('agrees with a history that keeps every run, over any sequence of runs and prunings', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(modelRun, fc.integer({ min: 1, max: 4 })), { maxLength: 9 }),
          async (steps) => {
            const estate = newEstate();
            const model = new NaiveHistory();
            for (const step of steps) {
              if (typeof step === 'number') {
                expect(await store.prune(estate, step)).toBe(model.prune(step, names));
              } else {
                model.save(step);
                const given = summary(estate, { assessedAt: day(model.lastRun) });
                expect(await store.saveRun(given, [resources(step.pairs, step.hashes)])).toMatchObject({
                  number: model.lastRun,
                });
              }
              await compareLives(store, estate, model);
            }
            const kept = model.keptRuns;
            expect((await store.history(estate, 100)).map((run) => run.number)).toEqual(kept);
            for (const from of kept) await compareRuns(store, estate, model, [from, kept.at(-1) ?? from]);
          },
        ),
        { numRuns: 25 },
      );
    });
  });
}

const names = ['a', 'b', 'c'];

const pairs = fc.dictionary(
  fc.constantFrom(...names),
  fc.record(Object.fromEntries(policyNames.map((one) => [one, fc.constantFrom(...storedStates)])), {
    requiredKeys: [],
    noNullPrototype: true,
  }),
  { noNullPrototype: true },
);

const modelRun: fc.Arbitrary<ModelRun> = fc.record({
  pairs,
  hashes: fc.record(Object.fromEntries(names.map((one) => [one, fc.constantFrom('1', '2')]))),
});

async function compareLives(store: AssessmentStore, estate: string, model: NaiveHistory): Promise<void> {
  const asked = names.flatMap((name) => policyNames.map((one) => ({ name, one })));
  const lives = await store.lifecycleOf(
    estate,
    asked.map(({ name, one }) => identity(name, one)),
  );
  const expected = asked.map(({ name, one }) => {
    const life = model.life(name, one);
    if (life === undefined) return undefined;
    const { stage, firstRun, lastRun, reopened } = life;
    return { stage, firstSeen: day(firstRun), lastSeen: day(lastRun), reopened };
  });
  expect(lives).toEqual(expected);
}

async function compareRuns(
  store: AssessmentStore,
  estate: string,
  model: NaiveHistory,
  [from, to]: readonly [number, number],
): Promise<void> {
  const difference = await store.diff(estate, from, to, 100);
  const nameOf = (id: string) => id.slice(id.lastIndexOf('/') + 1);
  const found = difference.findings.map((one) => `${nameOf(one.resourceId)} ${one.reference} ${one.change}`);
  expect(found.sort()).toEqual(model.changes(from, to, names).sort());
  const { added, removed, changed } = difference.resources ?? {};
  expect([added, removed, changed].map((list) => list?.ids.map(nameOf))).toEqual(
    Object.values(model.resourceChanges(from, to, names)),
  );
}
