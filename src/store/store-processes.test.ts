import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { resourceCount } from './alternating-run.case.ts';
import type { AssessmentStore } from './assessment-store.ts';
import { openFolderStore } from './open-folder-store.ts';
import { storeIn } from './opened-store.case.ts';

interface Child {
  readonly process: ChildProcess;
  /** The numbers of the runs that were acknowledged so far. */
  readonly acknowledged: () => number[];
  readonly opened: Promise<void>;
  readonly ended: Promise<number | null>;
}

function start(folder: string, count: number, mode: 'open-once' | 'open-each'): Child {
  const file = fileURLToPath(new URL('store-child.case.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, folder, String(count), mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const opened = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('open\n')) resolve();
    });
    child.on('close', () => resolve());
  });
  const acknowledged = () =>
    text
      .split('\n')
      .slice(0, -1)
      .filter((line) => line !== 'open')
      .map(Number);
  return { process: child, acknowledged, opened, ended };
}

/** Every run is whole: half of the resources are found in it, and the other half in the one before. */
async function expectWhole(store: AssessmentStore): Promise<number> {
  const numbers = (await store.history('estate', 1000)).map((run) => run.number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  for (const number of numbers.slice(1)) {
    const { counts, resources } = await store.diff('estate', number - 1, number, 1);
    expect(counts).toMatchObject({ new: resourceCount / 2, fixed: resourceCount / 2, changed: 0 });
    expect(resources).toMatchObject({ added: { count: 0 }, removed: { count: 0 } });
  }
  return numbers.length;
}

describe('a store in a folder', () => {
  it('has every acknowledged run, and no half of one, however its process is killed', async () => {
    const folder = temporaryFolder();
    let last = 0;
    for (let round = 0; round < 3; round++) {
      const child = start(folder, 1000, 'open-once');
      await child.opened;
      await sleep(Math.random() * 1500);
      child.process.kill('SIGKILL');
      await child.ended;
      const store = await storeIn(folder);
      const count = await expectWhole(store);
      await store.close();
      const acknowledged = child.acknowledged().at(-1) ?? last;
      // The answer to the last commit may have died with the process.
      expect([acknowledged, acknowledged + 1]).toContain(count);
      last = count;
    }
    expect(last).toBeGreaterThan(0);
  });

  it('opens though a process was killed while it made it', async () => {
    const folder = temporaryFolder();
    for (const afterMs of [800, 1800]) {
      const child = start(folder, 0, 'open-once');
      await Promise.race([sleep(afterMs), child.opened]);
      child.process.kill('SIGKILL');
      await child.ended;
    }
    const store = await storeIn(folder);
    expect(await store.estates()).toEqual([]);
    await store.close();
  });

  it('is open to one process at a time, which loses nothing of what the other saved', async () => {
    const folder = temporaryFolder();
    await (await storeIn(folder)).close();
    const children = [start(folder, 2, 'open-each'), start(folder, 2, 'open-each')];
    expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0]);
    const acknowledged = children.flatMap((child) => child.acknowledged());
    expect(acknowledged.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
    const store = await storeIn(folder);
    expect(await expectWhole(store)).toBe(4);
    await store.close();
  });

  it('is refused to a second process, which is told who has it', async () => {
    const folder = temporaryFolder();
    const store = await storeIn(folder);
    const child = start(folder, 0, 'open-once');
    await expect(
      openFolderStore({ folder, shown: 'store', create: false, lockWaitMs: 0 }),
    ).rejects.toMatchObject({ problem: 'locked', message: `process ${process.pid} has it open` });
    await store.close();
    expect(await child.ended).toBe(0);
  });
});
