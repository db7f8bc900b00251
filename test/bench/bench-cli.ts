import { spawnSync } from 'node:child_process';
import { medianMs, printLine } from './measure.ts';

/** (c) `landguard check` on the example as a whole process, beside a Node process that does nothing. */
export function benchCli(packageFolder: string): void {
  const run = (args: string[]) => {
    const { error } = spawnSync(process.execPath, args, { cwd: `${packageFolder}/examples/landing-zone` });
    if (error !== undefined) throw error;
  };
  const checkMs = medianMs(() => run([`${packageFolder}/dist/cli.js`, 'check', '--quiet']), 5);
  const emptyMs = medianMs(() => run(['-e', '0']), 5);
  printLine(
    '(c) landguard check examples/landing-zone, cold process',
    `${(checkMs / 1000).toFixed(2)} s`,
    `${(checkMs / emptyMs).toFixed(1)} x an empty Node process`,
  );
}
