import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../files/temporary-folder.case.ts';
import { resourceId } from '../../store/run.case.ts';
import { runCommand, saveRuns } from '../stored-history.case.ts';
import { diffCommand } from './diff.ts';

describe('landguard diff', () => {
  let folder: string;
  beforeAll(async () => {
    folder = temporaryFolder();
    await saveRuns(folder, 'estate', [
      { a: { tls: 'nonCompliant', owner: 'waived' }, b: { backup: 'nonCompliant' } },
      { a: { owner: 'nonCompliant', backup: 'undecided' }, b: { backup: 'exempt' } },
      { a: {}, c: { tls: 'nonCompliant', owner: 'error' } },
    ]);
  });
  const diff = (...args: string[]) => runCommand(diffCommand, folder, ['diff', ...args]);

  it('tells what is different between two runs', async () => {
    const { stdout, exitCode } = await diff('1', '2');
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      [
        'estate: run 1 of 2026-06-01 -> run 2 of 2026-06-02',
        'score 70.0 -> 71.0, failing 0 -> 2',
        '0 new, 1 expired, 1 changed, 1 fixed, 1 waived',
        '',
        'expired (1)',
        `  medium   owner  ${resourceId('a')} (waived -> nonCompliant)`,
        '',
        'changed (1)',
        `  medium   backup  ${resourceId('a')} (not kept -> undecided)`,
        '',
        'fixed (1)',
        `  high     tls  ${resourceId('a')}`,
        '',
        'waived (1)',
        `  medium   backup  ${resourceId('b')} (nonCompliant -> exempt)`,
        '',
      ].join('\n'),
    );
  });

  it('takes last, previous and days, and tells what came and went', async () => {
    const { stdout } = await diff('previous', '2026-06-30', '--limit', '1');
    expect(stdout).toContain('run 2 of 2026-06-02 -> run 3 of 2026-06-03');
    expect(stdout).toContain(`new (2)\n  high     tls  ${resourceId('c')}\n  and 1 more\n`);
    expect(stdout).toContain(`resources added (1)\n  ${resourceId('c')}\n`);
    expect(stdout).toContain(`resources removed (1)\n  ${resourceId('b')}\n`);
  });

  it('gives it as JSON', async () => {
    const { stdout } = await diff('2', '1', '--json', '--estate', 'estate');
    expect(JSON.parse(stdout)).toMatchObject({
      estate: 'estate',
      from: { number: 2 },
      to: { number: 1 },
      counts: { new: 1, fixed: 0 },
      findings: [{ change: 'new', reference: 'tls', after: 'nonCompliant', severity: 'high' }, {}, {}, {}],
    });
  });

  it.each([
    [['4', 'last'], 'there is no run `4` of `estate`'],
    [['last', '2026-05-31'], 'there is no run `2026-05-31` of `estate`'],
    [['yesterday', 'last'], 'there are the runs 1 to 3, of 2026-06-01 to 2026-06-03'],
    [['1', '2', '--estate', 'other'], 'LG6205'],
  ])('says what is wrong with %j', async (args, message) => {
    const { stderr, exitCode } = await diff(...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });

  it('asks which estate is meant, where there are several', async () => {
    const own = temporaryFolder();
    for (const estate of ['one', 'other']) await saveRuns(own, estate, [{}]);
    const { usage } = await runCommand(diffCommand, own, ['diff', '1', '1']);
    expect(usage).toContain('--estate says which estate is meant');
  });

  it('refuses a limit that is none', async () => {
    expect((await diff('1', '2', '--limit', 'all')).usage).toContain('--limit takes a number');
  });
});
