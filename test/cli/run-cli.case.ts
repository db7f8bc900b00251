import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/program.ts';
import type { Surroundings } from '../../src/cli/surroundings.ts';
import type { Report } from '../../src/kernel/index.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line in this process, with nothing of this machine around it but the folder. */
export async function runCli(
  workingFolder: string,
  args: readonly string[],
  rest: Partial<Surroundings> & { readonly isTerminal?: boolean } = {},
): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const { isTerminal = false, ...surroundings } = rest;
  const output = (texts: string[]) => ({
    write: (text: string) => void texts.push(text),
    isTerminal,
    columns: isTerminal ? 80 : undefined,
  });
  let ticks = 0;
  const exitCode = await run(args, {
    workingFolder,
    env: { LANDGUARD_LIBRARY: `${workingFolder}/.library` },
    platform: process.platform,
    home: workingFolder,
    stdout: output(out),
    stderr: output(err),
    now: () => new Date('2026-06-15T12:00:00Z'),
    ticks: () => (ticks += 10),
    ...surroundings,
  });
  return { exitCode, stdout: out.join(''), stderr: err.join('') };
}

/** The report of a check, and its exit code. */
export async function reportOf(
  workingFolder: string,
  args: readonly string[],
): Promise<Report & { readonly exitCode: number | null }> {
  const { stdout, exitCode } = await runCli(workingFolder, ['check', '-f', 'json', ...args]);
  return { ...(JSON.parse(stdout) as Report), exitCode };
}

/** Builds dist/ once where there is none; `npm test` has built it before. */
export function ensureBuilt(): void {
  if (existsSync(cli)) return;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build failed: ${stdout}${stderr}`);
}
