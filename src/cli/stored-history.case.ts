import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { emptyStoreIn } from '../store/empty-store.case.ts';
import { storeIn } from '../store/opened-store.case.ts';
import { resources, type ShortRun, summary } from '../store/run.case.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** Saves runs of an estate, one a day from the first of June 2026, into the store of a working folder. */
export async function saveRuns(
  workingFolder: string,
  estate: string,
  runs: readonly ShortRun[],
): Promise<void> {
  const folder = `${workingFolder}/.landguard/store`;
  const store = await (existsSync(folder) ? storeIn(folder) : emptyStoreIn(folder));
  for (const [index, run] of runs.entries()) {
    const assessedAt = `2026-06-0${index + 1}T12:30:00.000Z`;
    await store.saveRun(summary(estate, { assessedAt, failing: index * 2, score: 70 + index }), [
      resources(run),
    ]);
  }
  await store.close();
}

type AddCommand = (program: Command, surroundings: Surroundings, finish: (exitCode: number) => void) => void;

/** Runs one command in a working folder. */
export async function runCommand(
  add: AddCommand,
  workingFolder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ exitCode: number | undefined; stdout: string; stderr: string; usage: string }> {
  const told = { exitCode: undefined as number | undefined, stdout: '', stderr: '', usage: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      told[name] += text;
    },
    isTerminal: false,
    columns: undefined,
  });
  const program = new Command().exitOverride();
  const surroundings = {
    workingFolder,
    env: { NO_COLOR: '1', ...env },
    platform: process.platform,
    home: workingFolder,
    stdout: output('stdout'),
    stderr: output('stderr'),
    now: () => new Date('2026-06-15T12:00:00Z'),
    ticks: () => 0,
  };
  add(program, surroundings, (code) => {
    told.exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    told.usage = error.message;
  }
  return told;
}
