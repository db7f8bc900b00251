import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { lockFolder } from './folder-lock.ts';
import { StoreError } from './store-error.ts';

const newPath = () => `${temporaryFolder()}/lock`;

function holder(rest: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ token: 'a-token', pid: process.pid, start: 'before', host: hostname(), ...rest });
}

describe('the lock of a folder', () => {
  it('is held by one, and is free when it is released', async () => {
    const path = newPath();
    const lock = await lockFolder(path, 0);
    const error = await lockFolder(path, 0).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ problem: 'locked', message: `process ${process.pid} has it open` });
    lock.release();
    expect(existsSync(path)).toBe(false);
    (await lockFolder(path, 0)).release();
    expect(readdirSync(path.slice(0, -'/lock'.length))).toEqual([]);
  });

  it('is waited for', async () => {
    const path = newPath();
    const lock = await lockFolder(path, 0);
    const second = lockFolder(path, 60_000);
    lock.release();
    (await second).release();
  });

  it('is taken over from a process that is dead, and from one whose number was given again', async () => {
    for (const dead of [{ pid: 4_194_304 + 1 }, { start: 'another moment' }]) {
      const path = newPath();
      writeFileSync(path, holder(dead));
      const lock = await lockFolder(path, 0);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
      expect(readdirSync(path.slice(0, -'/lock'.length))).toEqual(['lock']);
      lock.release();
    }
  });

  it('is taken over though somebody died while taking it over', async () => {
    const path = newPath();
    writeFileSync(path, holder({}));
    writeFileSync(`${path}.a-token`, holder({ token: 'b-token' }));
    (await lockFolder(path, 0)).release();
  });

  it('stands where it is of another machine, or cannot be read', async () => {
    for (const [text, message] of [
      [holder({ host: 'build-7' }), `process ${process.pid} on \`build-7\` has it open`],
      ['{"token": ', 'does not say who has it open'],
      [holder({ token: '../../x' }), 'does not say who has it open'],
      ['', 'does not say who has it open'],
    ] as const) {
      const path = newPath();
      writeFileSync(path, text);
      await expect(lockFolder(path, 0)).rejects.toThrow(message);
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
  });

  it('is not released by one from whom it was taken', async () => {
    const path = newPath();
    const lock = await lockFolder(path, 0);
    writeFileSync(path, holder({}));
    lock.release();
    expect(existsSync(path)).toBe(true);
  });

  it('is held by one of many processes that find it stale at once', async () => {
    const path = newPath();
    writeFileSync(path, holder({}));
    const child = fileURLToPath(new URL('folder-lock-child.case.ts', import.meta.url));
    const children = Array.from({ length: 5 }, () => {
      const { stdout } = spawn(process.execPath, ['--import', 'tsx', child, path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return new Promise<string>((resolve) => {
        let text = '';
        stdout.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        stdout.on('end', () => resolve(text));
      });
    });
    const held = (await Promise.all(children)).map((text) => text.trim().split(' ').map(Number));
    held.sort(([a = 0], [b = 0]) => a - b);
    expect(held.flat()).toHaveLength(10);
    expect(held.flat()).toEqual(held.flat().toSorted((a, b) => a - b));
  });
});
