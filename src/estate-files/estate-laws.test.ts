import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, managementGroup, storageAccount, subscription } from '../estate/azure-objects.case.ts';
import type { Estate } from '../estate/index.ts';
import { openFiles } from './open-files.case.ts';

const items: readonly Record<string, unknown>[] = [
  storageAccount('a'),
  storageAccount('b', { networkAcls: { defaultAction: 'Deny' } }),
  { id: idOf('Microsoft.Web/sites', 'shop'), properties: { httpsOnly: true }, newField: [1] },
  { id: managementGroup('root'), properties: { displayName: 'Contoso' } },
  {
    id: managementGroup('corp'),
    properties: { displayName: 'Corp', details: { parent: { id: managementGroup('root') } } },
  },
  { id: `${managementGroup('corp')}/subscriptions/${subscription.split('/')[2]}`, properties: {} },
  {
    id: `${subscription}/providers/Microsoft.Authorization/policyAssignments/p`,
    properties: { scope: subscription },
  },
  {
    id: `${subscription}/providers/Microsoft.Authorization/roleAssignments/r`,
    properties: { principalId: 'u' },
  },
  { id: 'u', userPrincipalName: 'ada@contoso.example' },
];

type Form = 'list' | 'lines' | 'arm' | 'graph' | 'single';

function textOf(form: Form, part: readonly unknown[]): string {
  switch (form) {
    case 'list':
      return JSON.stringify(part, null, 2);
    case 'lines':
      return part.map((item) => JSON.stringify(item)).join('\n');
    case 'arm':
      return JSON.stringify({ value: part, nextLink: null });
    case 'graph':
      return JSON.stringify({ count: part.length, data: part }, null, 1);
    case 'single':
      return part.map((item) => JSON.stringify(item, null, 4)).join('\n');
  }
}

/** Everything that an estate says but which file it read it from. */
async function contentOf(files: Record<string, unknown>): Promise<unknown> {
  const { estate, resources, codes } = await openFiles(files);
  const sorted = (list: readonly object[]) =>
    list.map((item) => JSON.stringify({ ...item, file: '' })).sort();
  return {
    resources: sorted(resources),
    governance: sorted(estate.governance),
    objects: sorted(estate.objects),
    scopes: sorted([...estate.scopes.all]),
    counts: [...estate.resourceCounts].sort(),
    scopeCounts: [...estate.scopeCounts].sort(),
    codes,
  };
}

const parts = fc
  .tuple(
    fc.shuffledSubarray([...items], { minLength: items.length }),
    fc.array(
      fc.record({
        size: fc.integer({ min: 1, max: 4 }),
        form: fc.constantFrom<Form>('list', 'lines', 'arm', 'graph', 'single'),
        isPacked: fc.boolean(),
      }),
      { minLength: items.length, maxLength: items.length },
    ),
  )
  .map(([order, shapes]) => {
    const files: Record<string, string | Buffer> = {};
    let from = 0;
    for (const [at, { size, form, isPacked }] of shapes.entries()) {
      const part = order.slice(from, from + size);
      from += size;
      if (part.length === 0) break;
      const text = textOf(form, part);
      files[`${at}.json`] = isPacked ? gzipSync(text) : text;
    }
    return files;
  });

describe('an estate', () => {
  it('is the same whatever the order, the form and the compression of its files', async () => {
    const expected = await contentOf({ 'all.ndjson': textOf('lines', items) });
    await fc.assert(
      fc.asyncProperty(parts, async (files) => {
        expect(await contentOf(files)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('shows no secret that was put into its files, wherever it is', async () => {
    const secret = 'hunter2-S3cret';
    const paths = fc.constantFrom<(secret: string) => Record<string, unknown>>(
      (text) => ({ properties: { adminPassword: text } }),
      (text) => ({ properties: { primaryKey: text, nested: [{ connectionString: text }] } }),
      (text) => ({ adminPassword: text, accessTier: 'Hot' }),
      (text) => ({ properties: { siteConfig: { appSettings: [{ name: 'DB', value: text }] } } }),
      (text) => ({ properties: { containers: [{ env: [{ name: 'DB', value: text }] }] } }),
      (text) => ({ properties: { parameters: { adminPassword: { value: text } } } }),
      (text) => ({ properties: { url: `https://shop:${text}@contoso.example/` } }),
      (text) => ({ properties: { text: `Server=x;Password=${text};` } }),
      (text) => ({ tags: { clientSecret: text }, properties: {} }),
      (text) => ({ properties: { protectedSettings: { value: text } } }),
    );
    const ids = fc.constantFrom(
      idOf('Microsoft.Web/sites', 'shop'),
      idOf('Microsoft.Fabrikam/ovens', 'o'),
      subscription,
      managementGroup('corp'),
      `${subscription}/providers/Microsoft.Authorization/policyAssignments/p`,
      `${subscription}/providers/Microsoft.Authorization/roleAssignments/r`,
    );
    const settings = [
      { id: idOf('Microsoft.Web/sites/config', 'shop/appsettings'), properties: { DB: secret } },
      {
        id: idOf('Microsoft.Web/sites/config', 'shop/connectionstrings'),
        properties: { DB: { value: secret } },
      },
      {
        id: idOf('Microsoft.AppConfiguration/configurationStores/keyValues', 's/k'),
        properties: { value: secret },
      },
      { id: 'u', userPrincipalName: 'ada@contoso.example', passwordProfile: { password: secret } },
      { kind: 'AZApp', data: { id: 'a', passwordCredentials: [{ hint: secret, secretText: secret }] } },
    ];
    const isPolicy = (id: string) => id.includes('/policyAssignments/');
    const seeded = fc.array(fc.tuple(ids, paths), { minLength: 1, maxLength: 6 }).map((list) =>
      list
        // In a policy, `appSettings` and the like are names of parameters.
        .filter(([id, put]) => !isPolicy(id) || /Password|Key/.test(JSON.stringify(put(''))))
        .map(([id, put]) => ({ id, ...put(secret) })),
    );
    await fc.assert(
      fc.asyncProperty(seeded, async (list) => {
        const all = [...list, ...settings];
        const { estate, resources, diagnostics } = await openFiles({
          'a.json': all,
          'b.json': { value: list },
          'c.ndjson': textOf('lines', all),
        });
        const shown = JSON.stringify([resources, diagnostics, heldBy(estate)]);
        expect(shown).toContain('(redacted)');
        expect(shown).not.toContain(secret);
      }),
      { numRuns: 60 },
    );
  });
});

function heldBy({ governance, objects, scopes, resourceCounts, scopeCounts }: Estate): unknown {
  return [governance, objects, [...scopes.all], [...resourceCounts], [...scopeCounts]];
}
