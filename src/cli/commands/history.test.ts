import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../files/temporary-folder.case.ts';
import { runCommand, saveRuns } from '../stored-history.case.ts';
import { historyCommand } from './history.ts';

describe('landguard history', () => {
  let folder: string;
  beforeAll(async () => {
    folder = temporaryFolder();
    await saveRuns(folder, 'estate', [{}, { a: { tls: 'nonCompliant' } }, {}]);
  });
  const history = (...args: string[]) => runCommand(historyCommand, folder, ['history', ...args]);

  it('lists the runs of the only estate', async () => {
    const { stdout, exitCode } = await history();
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').map((line) => line.trim().replaceAll(/ +/g, ' '))).toEqual([
      'estate',
      'run assessed (UTC) score compliant failing resources policies',
      '1 2026-06-01 12:30 70.0 77.8 % 0 3 3',
      '2 2026-06-02 12:30 71.0 77.8 % 2 +2 3 3',
      '3 2026-06-03 12:30 72.0 77.8 % 4 +2 3 3',
      '',
    ]);
  });

  it('lists the last ones as JSON, of an estate that is named by any path', async () => {
    const { stdout } = await history('./estate/', '--limit', '1', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      estate: 'estate',
      runs: [{ number: 3, failing: 4, score: 72, pairs: { compliant: 7 }, toolVersion: '1.2.3' }],
    });
  });

  it('says which estates there are where one is named that is not there', async () => {
    const { stderr, exitCode } = await history('estat');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('LG6205');
    expect(stderr).toContain('did you mean `estate`?');
    expect((await history('production')).stderr).toContain('it holds estate');
  });

  it.each([
    [['--limit', '0'], '--limit takes a number from 1 to 10000'],
    [['--limit', 'ten'], '--limit takes a number'],
    [['--keep', '-1'], '--keep takes a number from 1'],
  ])('refuses %j', async (args, message) => {
    expect((await history(...args)).usage).toContain(message);
  });

  it('lists the estates where there are several, forgets what is asked for, and nothing else', async () => {
    const own = temporaryFolder();
    await saveRuns(own, 'one', [{}, {}, {}]);
    await saveRuns(own, 'other \u001b[31m', [{}]);
    const run = (...args: string[]) => runCommand(historyCommand, own, ['history', ...args]);
    expect((await run()).stdout).toBe(
      'one: 3 runs, the last of 2026-06-03\nother \ufffd[31m: 1 run, the last of 2026-06-01\n',
    );
    expect((await run('--keep', '1')).usage).toContain('--keep needs the estate');
    const { stdout } = await run('one', '--keep', '1');
    expect(stdout).toContain('forgot 2 runs');
    expect(JSON.parse((await run('--json')).stdout)).toMatchObject({
      estates: [{ name: 'one', runs: 1 }, { runs: 1 }],
    });
  });

  it('says that nothing has been saved', async () => {
    const { stderr, exitCode } = await runCommand(historyCommand, temporaryFolder(), ['history']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('LG6203  there is no store at `.landguard/store`');
  });
});
