import { describe, expect, it } from 'vitest';
import { mergedObject } from './merged-object.ts';

describe('a directory object that comes more than once', () => {
  it('has all members of a group that is split over entries', () => {
    const first = { groupId: 'g', members: [{ id: 'a' }] };
    const second = { groupId: 'g', members: [{ id: 'b' }] };
    expect(mergedObject('AZGroupMember', first, second)).toEqual({
      groupId: 'g',
      members: [{ id: 'a' }, { id: 'b' }],
    });
  });

  it('has all members that the pages of a delta query have', () => {
    const page = (id: string) => ({ id: 'g', 'members@delta': [{ id }] });
    expect(mergedObject('microsoft.graph.group', page('a'), page('b'))).toEqual({
      id: 'g',
      'members@delta': [{ id: 'a' }, { id: 'b' }],
    });
  });

  it('keeps what a copy with fewer properties leaves out', () => {
    const full = { id: 'u', displayName: 'Ada', accountEnabled: false };
    expect(mergedObject('microsoft.graph.user', full, { id: 'u', displayName: 'Ada L.' })).toEqual({
      id: 'u',
      displayName: 'Ada L.',
      accountEnabled: false,
    });
  });

  it('takes the last list of an object that is no relation', () => {
    const of = (names: string[]) => ({ id: 'u', proxyAddresses: names });
    expect(mergedObject('microsoft.graph.user', of(['a']), of(['b']))).toEqual(of(['b']));
  });

  it('takes the last where one of them is no object', () => {
    expect(mergedObject('AZUser', null, { id: 'u' })).toEqual({ id: 'u' });
  });
});
