import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { addLibrary } from './add-library.ts';
import { builtInId, definitionJson, policyFiles } from './policies.case.ts';
import { showPolicy } from './show-policy.ts';

describe('showing a policy', async () => {
  const folder = temporaryFolder();
  const now = new Date(0);
  await addLibrary('one', { folder, from: temporaryFolder(policyFiles), now });
  await addLibrary('two', { folder, from: temporaryFolder({ 'a.json': definitionJson('Deny-One') }), now });
  const baseline = temporaryFolder({ 'a.json': definitionJson('Only-Here') });
  const show = (wanted: string) =>
    showPolicy(wanted, { folder, baseline }).matches.map(
      ({ source, entry }) => `${source === baseline ? 'baseline' : source} ${entry.name}`,
    );

  it.each([
    ['a name', 'deny-one', ['one Deny-One', 'two Deny-One']],
    ['an id', builtInId, ['one 564feb30-bf6a-4854-b4bb-0d2d2d1e6c66']],
    ['a display name', 'The Baseline', ['one Baseline']],
    ['the name of an assignment', 'Assign-Baseline', ['one Assign-Baseline']],
    ['a name in the folder of the user', 'Only-Here', ['baseline Only-Here']],
    ['a name that is nowhere', 'Deny-On', []],
  ])('by %s', (_, wanted, matches) => {
    expect(show(wanted)).toEqual(matches);
  });

  it('knows the closest name', () => {
    expect(showPolicy('Deny-On', { folder }).closest).toBe('Deny-One');
    expect(showPolicy('Deny-One', { folder }).closest).toBeUndefined();
    expect(showPolicy('x', { folder: temporaryFolder() })).toEqual({
      matches: [],
      closest: undefined,
      diagnostics: [],
    });
  });
});
