import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { RefreshLoop } from './refresh-loop.ts';

it('works once for what is asked in a row', async () => {
  let count = 0;
  const loop = new RefreshLoop(async () => void count++, fail);
  for (let time = 0; time < 5; time++) loop.ask(1);
  await pause(30);
  expect(count).toBe(1);
  loop.ask(0);
  await pause(30);
  expect(count).toBe(2);
});

it('tells the work that is under way that it is stale', async () => {
  const stale: boolean[] = [];
  const loop = new RefreshLoop(async (isStale) => {
    await pause(20);
    stale.push(isStale());
  }, fail);
  loop.ask(0);
  await pause(10);
  loop.ask(0);
  await pause(80);
  expect(stale).toEqual([true, false]);
});

it('stops', async () => {
  let count = 0;
  const loop = new RefreshLoop(async () => void count++, fail);
  loop.ask(1);
  loop.stop();
  await pause(20);
  expect(count).toBe(0);
});

it('hands on what fails', async () => {
  const failures: unknown[] = [];
  const loop = new RefreshLoop(
    () => Promise.reject(new Error('broken')),
    (error) => failures.push(error),
  );
  loop.ask(0);
  await pause(20);
  expect(failures).toEqual([new Error('broken')]);
});

function fail(error: unknown): void {
  throw error;
}
