import { expect, it } from 'vitest';
import { describeWithShared } from '../../test/shared-folder.ts';
import { CollectedFolder, openEstateFolder } from '../estate-files/index.ts';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { fold, isObject, type ValueObject } from '../kernel/index.ts';
import { childrenByType } from './child-resources.ts';
import { collectAzure } from './collect-azure.ts';
import { clientOf } from './collection.case.ts';
import { recordedTenant } from './recorded-tenant.case.ts';
import { StandInServer } from './stand-in-server.case.ts';
import type { Tenant } from './tenant.case.ts';

/** What of a tenant can be reached: its rows, and the children of them that the table of children names. */
function reachableIds({ tables, lists }: Tenant): string[] {
  const rows = Object.values(tables).flat();
  const children = childrenByType('needed');
  const found = rows.flatMap((parent) => [
    parent,
    ...(children.get(fold(String(parent.type))) ?? []).flatMap(({ path, inline }) => {
      const held =
        inline !== undefined && isObject(parent.properties) ? parent.properties[inline] : undefined;
      return (held as ValueObject[] | undefined) ?? lists.get(fold(`${parent.id}/${path}`)) ?? [];
    }),
  ]);
  return [...new Set(found.map(({ id }) => fold(String(id))))].sort();
}

describeWithShared('recorded answers of Azure', 'corpus/estates/azure-api-responses', (folder) => {
  it('are collected into a folder that is an estate, whole and each once', async () => {
    const tenant = recordedTenant(folder);
    const server = await StandInServer.start(tenant, {
      pageSize: 20,
      mishaps: [
        'server-error',
        'none',
        'duplicate-page',
        'reset',
        'none',
        'throttled',
        'torn-body',
        'empty-page',
      ],
    });
    const path = temporaryFolder();
    const collected = new CollectedFolder(path);
    const { objects, incomplete } = await collectAzure({
      client: clientOf(server),
      sink: collected,
      checkpoint: collected.record,
      scope: { managementGroups: [], subscriptions: [] },
      cloud: 'AzureCloud',
      children: 'needed',
    });
    expect(incomplete).toEqual([]);
    const ids: string[] = [];
    for (const [step, pages] of pagesOf(await collected.record.read()))
      for (const page of pages)
        for (const { id } of await collected.read({ step, page })) ids.push(fold(String(id)));
    expect(ids.sort()).toEqual(reachableIds(tenant));
    expect(objects.get('resources')).toBeGreaterThan(100);
    expect(objects.get('children')).toBeGreaterThan(0);
    expect(objects.get('subscription-settings')).toBeGreaterThan(0);
    const { estate, diagnostics } = await openEstateFolder('.', { workingFolder: path });
    expect([...estate.resourceCounts.values()].reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    expect(diagnostics.map(({ code }) => code)).not.toContain('LG6008');
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

function pagesOf(record: readonly ValueObject[]): Map<string, number[]> {
  const pages = new Map<string, number[]>();
  for (const { entry, step, page, objects } of record) {
    if (entry !== 'page' || objects === 0) continue;
    pages.set(String(step), [...(pages.get(String(step)) ?? []), Number(page)]);
  }
  return pages;
}
