import { describe, expect, it } from 'vitest';
import type { EstateResource } from '../../estate/index.ts';
import { policySubject, type RelatedQuery } from '../../policy/index.ts';
import { RelatedIndex } from './related-index.ts';

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';
const group = `${subscription}/resourceGroups/rg`;
const thing = `${group}/providers/Contoso.Shop/things/a`;
const parts = 'contoso.shop/things/parts';
const settings = 'microsoft.insights/diagnosticsettings';
const pricings = 'microsoft.security/pricings';
const groups = 'microsoft.resources/subscriptions/resourcegroups';

function resource(id: string, type: string): EstateResource {
  const name = id.slice(id.lastIndexOf('/') + 1);
  return { id, type, name, body: { id, type, name }, file: 'estate.json' };
}

const index = new RelatedIndex(
  new Set([parts, settings, pricings, 'microsoft.resources/resourcegroups', 'a/b']),
);
for (const one of [
  resource(`${thing}/parts/p`, 'Contoso.Shop/things/parts'),
  resource(
    `${thing}/parts/p/providers/Microsoft.Insights/diagnosticSettings/d`,
    'Microsoft.Insights/diagnosticSettings',
  ),
  resource(`${subscription}/providers/Microsoft.Security/pricings/Dns`, 'Microsoft.Security/pricings'),
  resource(group, 'Microsoft.Resources/subscriptions/resourceGroups'),
  resource(thing, 'Contoso.Shop/things'),
])
  index.add(one);

function found(primary: string, query: Partial<RelatedQuery>): { ids: unknown[]; complete: boolean } {
  const whole: RelatedQuery = {
    type: parts,
    name: undefined,
    resourceGroup: undefined,
    scope: 'resourceGroup',
    relation: 'elsewhere',
    ...query,
  };
  const { resources, complete } = index.lookup(whole, policySubject({ id: primary, type: 'x/y', name: 'a' }));
  return { ids: resources.map(({ id }) => id), complete };
}

describe('RelatedIndex', () => {
  it.each<[string, string, Partial<RelatedQuery>, string[]]>([
    ['a child', thing, { relation: 'child' }, [`${thing}/parts/p`]],
    ['a child of a parent in another case', thing.toUpperCase(), { relation: 'child' }, [`${thing}/parts/p`]],
    ['no child of another resource', `${thing}b`, { relation: 'child' }, []],
    [
      'an extension',
      `${thing}/parts/p`,
      { type: settings, relation: 'extension' },
      [`${thing}/parts/p/providers/Microsoft.Insights/diagnosticSettings/d`],
    ],
    [
      'something in no group, once',
      subscription,
      { type: pricings },
      [`${subscription}/providers/Microsoft.Security/pricings/Dns`],
    ],
    [
      'something in no group, from a group',
      group,
      { type: pricings, scope: 'subscription' },
      [`${subscription}/providers/Microsoft.Security/pricings/Dns`],
    ],
    ['nothing in the group that is in none', thing, { type: pricings }, []],
    ['a group as a child', subscription, { type: groups, relation: 'child' }, [group]],
    [
      'a group by the type that Azure answers',
      subscription,
      { type: 'microsoft.resources/resourcegroups', scope: 'subscription' },
      [group],
    ],
    [
      'by a name',
      subscription,
      { type: pricings, name: 'dns' },
      [`${subscription}/providers/Microsoft.Security/pricings/Dns`],
    ],
    ['nothing by another name', subscription, { type: pricings, name: 'arm' }, []],
  ])('finds %s', (_, primary, query, ids) => {
    expect(found(primary, query)).toEqual({ ids, complete: true });
  });

  it('concludes nothing from a type of which there is nothing', () => {
    expect(found(thing, { type: 'a/b' })).toEqual({ ids: [], complete: false });
    expect(index.missingTypes()).toEqual(['a/b']);
  });

  it('keeps only what is asked for', () => {
    expect(found(thing, { type: 'contoso.shop/things', relation: 'elsewhere' })).toEqual({
      ids: [],
      complete: false,
    });
  });
});
