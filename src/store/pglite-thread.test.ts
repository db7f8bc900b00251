import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { freeBytesMin } from './disk-watch.ts';
import { PgliteThread } from './pglite-thread.ts';

const query = (sql: string, ...parameters: unknown[]) => ({ sql, parameters });

describe('the thread of PGlite', () => {
  it('leaves time for others while it works, and answers each in turn', async () => {
    const thread = await PgliteThread.open(`${temporaryFolder()}/data`);
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    const answers = await Promise.all([
      thread.query(query('select count(*) as n from generate_series(1, 3000000)')),
      thread.query(query('select $1::int[] as list, $2::text as text', [1, 2], 'two')),
      thread.query(query('select 1 / $1::int as x', 0)).catch((error: unknown) => error),
    ]);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
    expect(answers).toMatchObject([
      { rows: [{ n: 3_000_000 }] },
      { rows: [{ list: [1, 2], text: 'two' }] },
      { code: '22012', message: 'division by zero' },
    ]);
    await thread.close();
    await expect(thread.query(query('select 1'))).rejects.toMatchObject({ name: 'StoreError' });
  });

  it('is ended when the disk is full, in the middle of whatever it does, and loses nothing that was committed', async () => {
    const folder = `${temporaryFolder()}/data`;
    let free = freeBytesMin;
    const thread = await PgliteThread.open(folder, async () => free);
    await thread.query(query('create table kept as select 1 as n'));
    const endless = thread.query(query('select count(*) from generate_series(1, 1000000000000)'));
    free--;
    const full = { problem: 'disk', message: 'the disk is full: fewer than 64 MB are free' };
    await expect(endless).rejects.toMatchObject(full);
    await expect(thread.query(query('select 1'))).rejects.toMatchObject(full);
    await thread.close();
    await expect(PgliteThread.open(folder, async () => free)).rejects.toMatchObject(full);
    const again = await PgliteThread.open(folder);
    expect((await again.query(query('select n from kept'))).rows).toEqual([{ n: 1 }]);
    await again.close();
  });
});
