import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WaivableFinding, type Waiver, WaiverIndex } from './waiver.ts';

const group = '/subscriptions/s/resourceGroups/rg-shop';
const finding: WaivableFinding = {
  fingerprint: '00aa00aa00aa00aa',
  policy: { id: '/providers/x/policyDefinitions/deny-ftp', name: 'deny-ftp', displayName: 'Apps refuse FTP' },
  resourceId: `${group}/providers/Microsoft.Web/sites/shop`,
  scopes: [group, '/subscriptions/s', '/providers/Microsoft.Management/managementGroups/corp', 'corp'],
};
const base = { owner: 'shop@contoso.com', reason: 'legacy printer', expires: '2026-12-31' };

function find(waiver: Partial<Waiver>, today = '2026-12-31'): boolean {
  return new WaiverIndex([{ ...base, ...waiver }], today).find(finding) !== undefined;
}

describe('a waiver', () => {
  it.each<[string, Partial<Waiver>, boolean]>([
    ['the fingerprint', { finding: '00AA00aa00aa00aa' }, true],
    ['another fingerprint', { finding: '11aa00aa00aa00aa' }, false],
    ['the resource', { scope: finding.resourceId.toUpperCase() }, true],
    ['the resource group', { scope: `${group}/` }, true],
    ['a group whose name begins the same', { scope: '/subscriptions/s/resourceGroups/rg-sho' }, false],
    ['a management group by name', { scope: 'Corp' }, true],
    ['the policy there', { scope: 'corp', policy: '*ftp' }, true],
    ['another policy there', { scope: 'corp', policy: 'deny-http' }, false],
    ['another scope with the fingerprint', { finding: '00aa00aa00aa00aa', scope: 'online' }, false],
    ['a policy everywhere', { policy: '*' }, false],
  ])('that names %s covers it: %s', (_name, waiver, expected) => {
    expect(find(waiver)).toBe(expected);
  });

  it('counts on its last day and not after', () => {
    expect(find({ scope: 'corp' }, '2026-12-31')).toBe(true);
    expect(find({ scope: 'corp' }, '2027-01-01')).toBe(false);
    const index = new WaiverIndex([{ ...base, scope: 'corp' }], '2027-01-01');
    expect(index.hadExpired(finding)).toBe(true);
    expect(index.unused()).toEqual([]);
  });

  it('that matches nothing is known', () => {
    const index = new WaiverIndex(
      [
        { ...base, scope: 'corp' },
        { ...base, scope: 'online' },
      ],
      '2026-01-01',
    );
    index.find(finding);
    expect(index.unused().map(({ scope }) => scope)).toEqual(['online']);
  });

  it('never covers a finding outside its scope', () => {
    const name = fc.stringMatching(/^[a-z]{1,4}$/);
    fc.assert(
      fc.property(name, name, (mine, other) => {
        const waiver = { ...base, scope: `/subscriptions/s/resourceGroups/${mine}` };
        const resourceId = `/subscriptions/s/resourceGroups/${other}/providers/Microsoft.Web/sites/a`;
        const found = new WaiverIndex([waiver], '2026-01-01').find({ ...finding, resourceId, scopes: [] });
        expect(found !== undefined).toBe(mine === other);
      }),
    );
  });
});
