import { describe, expect, it } from 'vitest';
import { redacted } from '../kernel/index.ts';
import { ingest, withoutEmptyColumns } from './ingest.ts';

const site = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/sites/shop';

describe('what comes in', () => {
  it('has no secrets, by name, by place and by looks', () => {
    const [settings, other] = ingest([
      { id: `${site}/config/appsettings`, properties: { ENDPOINT_HINT: 'hidden', WEBSITE: 'hidden' } },
      { id: site, properties: { adminPassword: 'hidden', note: 'AccountKey=c2VjcmV0LXNlY3JldA==' } },
    ]);
    expect(JSON.stringify([settings, other])).not.toMatch(/hidden|c2VjcmV0/);
    expect(other).toEqual({ id: site, properties: { adminPassword: redacted, note: redacted } });
  });

  it('keeps the expressions of policies', () => {
    const rule = { if: { field: 'type', equals: "[parameters('adminPassword')]" } };
    const policy = () => ({
      id: '/providers/x/y/z',
      properties: { policyRule: rule, password: "[parameters('p')]" },
    });
    expect(ingest([policy()], { isPolicy: true })).toEqual([policy()]);
  });

  it('has an id', () => {
    expect(ingest([{ name: 'a' }, 'text', null, { id: '/subscriptions/s' }])).toEqual([
      { id: '/subscriptions/s' },
    ]);
    expect(ingest(undefined)).toEqual([]);
  });
});

describe('a row', () => {
  it('loses the columns that are empty, and nothing below', () => {
    const row = { id: 'x', kind: '', zones: null, tags: {}, sku: { tier: null }, managedBy: '' };
    expect(withoutEmptyColumns(row)).toEqual({ id: 'x', tags: {}, sku: { tier: null } });
  });
});
