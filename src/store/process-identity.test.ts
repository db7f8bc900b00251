import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { processStart } from './process-identity.ts';

it('tells processes apart by when they were started, and knows when there is none', async () => {
  const own = processStart(process.pid);
  expect(own).toBeTruthy();
  expect(processStart(process.pid)).toBe(own);
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const pid = child.pid ?? 0;
  expect(processStart(pid)).toBeTruthy();
  if (process.platform !== 'win32') expect(processStart(pid)).not.toBe(own);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  expect(processStart(pid)).toBeUndefined();
});
