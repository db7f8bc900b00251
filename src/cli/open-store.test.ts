import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { emptyStoreIn } from '../store/empty-store.case.ts';
import { storeIn } from '../store/opened-store.case.ts';
import { historyCommand } from './commands/history.ts';
import { withStore } from './open-store.ts';
import { runCommand } from './stored-history.case.ts';
import type { Surroundings } from './surroundings.ts';

const secret = 'not-a-real-secret';

function surroundings(workingFolder: string, env: Readonly<Record<string, string>> = {}): Surroundings {
  const output = { write: () => {}, isTerminal: false, columns: undefined };
  return {
    workingFolder,
    env,
    platform: process.platform,
    home: workingFolder,
    stdout: output,
    stderr: output,
    now: () => new Date(0),
    ticks: () => 0,
  };
}

describe('the store of a command', () => {
  it('is the folder that is named, though there is a server, and is closed after the work', async () => {
    const folder = temporaryFolder();
    const env = { LANDGUARD_STORE: 'named', DATABASE_URL: `postgresql://x:${secret}@127.0.0.1:1/x` };
    const outcome = await withStore(surroundings(folder, env), { create: true }, async (store) => ({
      result: await store.estates(),
    }));
    expect(outcome).toEqual({ result: [] });
    await (await storeIn(`${folder}/named`)).close();
    expect(existsSync(`${folder}/.landguard`)).toBe(false);
  });

  it('is closed when the work fails, and the failure stays what it is', async () => {
    const folder = temporaryFolder();
    await (await emptyStoreIn(`${folder}/.landguard/store`)).close();
    const failing = withStore(surroundings(folder), { create: true }, async () => {
      throw new TypeError('a bug');
    });
    await expect(failing).rejects.toThrow(TypeError);
    await (await storeIn(`${folder}/.landguard/store`)).close();
  });

  it('that another process has open is told by its process', async () => {
    const folder = temporaryFolder();
    const store = await emptyStoreIn(`${folder}/.landguard/store`);
    const { stderr, exitCode } = await runCommand(historyCommand, folder, ['history']);
    await store.close();
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      `LG6204  the store \`.landguard/store\` cannot be used: process ${process.pid} has it open`,
    );
    expect(stderr).toContain('wait until it ends');
  });

  it('on a server that does not answer is told by its address, without user and password', async () => {
    const env = { DATABASE_URL: `postgresql://contoso:${secret}@127.0.0.1:1/landguard?sslmode=disable` };
    const { stderr, exitCode } = await runCommand(historyCommand, temporaryFolder(), ['history'], env);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      'the store `postgresql://127.0.0.1:1/landguard` cannot be used: the server refuses the connection',
    );
    expect(stderr).not.toMatch(/contoso|not-a-real-secret/);
  });

  it('by an address that is none is told without the address', async () => {
    const env = { DATABASE_URL: `contoso ${secret}` };
    const { stderr } = await runCommand(historyCommand, temporaryFolder(), ['history'], env);
    expect(stderr).toContain('LG6202');
    expect(stderr).not.toContain(secret);
  });
});
