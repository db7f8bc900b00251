import { alternatingRun } from './alternating-run.case.ts';
import { storeIn } from './opened-store.case.ts';
import { day, resources, summary } from './run.case.ts';

// A process that saves `count` runs, and opens the store for each, or once. It tells when it has opened it, and each run that was acknowledged.
const [folder = '', count = '0', mode] = process.argv.slice(2);
const lockWaitMs = 60_000;
let store = await storeIn(folder, lockWaitMs);
process.stdout.write('open\n');
for (let done = 0; done < Number(count); done++) {
  if (mode === 'open-each' && done > 0) {
    await store.close();
    store = await storeIn(folder, lockWaitMs);
  }
  const next = ((await store.history('estate', 1)).at(-1)?.number ?? 0) + 1;
  const run = summary('estate', { assessedAt: day(next) });
  const { number } = await store.saveRun(run, [resources(alternatingRun(next))]);
  process.stdout.write(`${number}\n`);
}
await store.close();
