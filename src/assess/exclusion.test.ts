import { describe, expect, it } from 'vitest';
import { findingsOf, noPublicAccess, storage, storageRule, templateOf } from './assess.case.ts';
import { type Exclusion, isExcluded } from './exclusion.ts';

const [finding] = findingsOf(templateOf([storage()]), [storageRule('no-public', noPublicAccess)]);

describe('an exclusion', () => {
  it.each<[Omit<Exclusion, 'reason'>, boolean]>([
    [{}, true],
    [{ policy: 'no-public' }, true],
    [{ policy: 'NO-*' }, true],
    [{ policy: 'Display no-public' }, true],
    [{ policy: 'public' }, false],
    [{ resource: 'st' }, true],
    [{ resource: 'Microsoft.Storage/*' }, true],
    [{ resource: 'microsoft.storage/storageaccounts/st' }, true],
    [{ resource: 's' }, false],
    [{ path: 'main.json' }, true],
    [{ path: 'infra/*' }, false],
    [{ fingerprint: finding!.fingerprint }, true],
    [{ fingerprint: `${finding!.fingerprint.slice(0, 8)}*` }, true],
    [{ policy: 'no-public', resource: 'other' }, false],
    [{ expires: '2026-06-15' }, true],
    [{ expires: '2026-06-14' }, false],
    [{ expires: '2027-01-01' }, true],
  ])('%j covers the finding: %s', (exclusion, expected) => {
    expect(isExcluded(finding!, { reason: 'r', ...exclusion }, '2026-06-15')).toBe(expected);
  });
});
