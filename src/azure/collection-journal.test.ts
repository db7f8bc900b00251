import { describe, expect, it } from 'vitest';
import { MemoryEstate } from './collection.case.ts';
import { CollectionJournal, type PageEntry } from './collection-journal.ts';

const request = { cloud: 'AzureCloud' };

type Noted = Omit<PageEntry, 'refused'>;

function page(number: number, next: string | undefined, more: Partial<Noted> = {}): Noted {
  return { page: number, objects: 3, next, group: 'all', incomplete: [], ...more };
}

describe('the journal', () => {
  it('is read back as it was written', async () => {
    const { checkpoint } = new MemoryEstate();
    const journal = await CollectionJournal.open(checkpoint, request);
    const refused = [{ path: '/x', status: 403, code: 'AuthorizationFailed' }];
    const incomplete = [{ step: 'resources', count: 1, total: 2 }];
    await journal.addPage('resources', page(0, 'token'), refused);
    await journal.addPage('resources', page(1, undefined, { incomplete }), []);
    await journal.addPage('access', page(0, 'more'), []);
    const again = await CollectionJournal.open(checkpoint, request);
    expect(again.steps).toEqual(journal.steps);
    expect(again.stateOf('resources')).toEqual({
      pages: [
        { ...page(0, 'token'), refused: [{ ...refused[0]!, count: 1 }] },
        { ...page(1, undefined, { incomplete }), refused: [] },
      ],
      isDone: true,
    });
    expect(again.stateOf('access').isDone).toBe(false);
    expect(again.stateOf('none')).toEqual({ pages: [], isDone: false });
  });

  it('forgets a step that begins again', async () => {
    const { checkpoint } = new MemoryEstate();
    const journal = await CollectionJournal.open(checkpoint, request);
    await journal.addPage('access', page(0, 'more'), []);
    await journal.restart('access');
    await journal.addPage('access', page(0, undefined), []);
    const again = await CollectionJournal.open(checkpoint, request);
    for (const one of [journal, again])
      expect(one.stateOf('access')).toEqual({
        pages: [{ ...page(0, undefined), refused: [] }],
        isDone: true,
      });
  });

  it('is of one request and one version', async () => {
    const estate = new MemoryEstate();
    const journal = await CollectionJournal.open(estate.checkpoint, request);
    expect(estate.lines).toEqual([]);
    await journal.addPage('access', page(0, undefined), []);
    const other = CollectionJournal.open(estate.checkpoint, { cloud: 'AzureChinaCloud' });
    await expect(other).rejects.toThrow('begun with other options');
    estate.lines[0] = estate.lines[0]!.replace('"version":1', '"version":2');
    await expect(CollectionJournal.open(estate.checkpoint, request)).rejects.toThrow('another version');
  });

  it('writes lines one after the other, also after one that failed', async () => {
    const estate = new MemoryEstate();
    let underWay = 0;
    let fails = false;
    const append = async (line: Parameters<MemoryEstate['append']>[0]) => {
      expect(++underWay).toBe(1);
      await Promise.resolve();
      underWay--;
      if (fails) throw new Error('full');
      await estate.append(line);
    };
    const journal = await CollectionJournal.open({ read: estate.checkpoint.read, append }, request);
    await Promise.all([0, 1, 2].map((number) => journal.addPage('a', page(number, 'x'), [])));
    fails = true;
    await expect(journal.addPage('a', page(3, 'x'), [])).rejects.toThrow('full');
    fails = false;
    await journal.addPage('a', page(3, 'x'), []);
    expect(estate.lines).toHaveLength(5);
  });
});
