import { describe, expect, it } from 'vitest';
import { Unknown, type ValueObject } from '../kernel/index.ts';
import { policySubject } from '../policy/index.ts';
import { impliedChild } from './implied-resources.ts';

const site = policySubject({
  type: 'Microsoft.Web/sites',
  name: 'app',
  properties: { SiteConfig: { ftpsState: 'Disabled' } },
});

describe('what a service keeps by default', () => {
  it('has what the parent says of it inline, and nothing else is known', () => {
    const child = impliedChild(site, 'microsoft.web/sites/config', undefined);
    expect(child).toMatchObject({ type: 'Microsoft.Web/sites/config', name: 'app/web', id: undefined });
    const properties = child?.body.properties;
    expect(properties).toBeInstanceOf(Unknown);
    expect((properties as Unknown).known?.()).toEqual({ ftpsState: 'Disabled' } satisfies ValueObject);
    expect((properties as Unknown).causes[0]?.name).toBe('what Microsoft.Web/sites/config web is by default');
  });

  it.each([
    ['Microsoft.Sql/servers', 'microsoft.sql/servers/auditingsettings', undefined, 'x/default'],
    [
      'MICROSOFT.SQL/SERVERS/DATABASES',
      'microsoft.sql/servers/databases/transparentdataencryption',
      undefined,
      'x/current',
    ],
    [
      'Microsoft.DBforPostgreSQL/flexibleServers',
      'microsoft.dbforpostgresql/flexibleservers/configurations',
      'require_secure_transport',
      'x/require_secure_transport',
    ],
  ])('is there for %s: %s', (type, childType, wanted, name) => {
    expect(impliedChild(policySubject({ type, name: 'x' }), childType, wanted)?.name).toBe(name);
  });

  it.each([
    ['another type', 'Microsoft.Sql/managedInstances', 'microsoft.sql/servers/auditingsettings'],
    ['a child that nobody keeps', 'Microsoft.Sql/servers', 'microsoft.sql/servers/firewallrules'],
  ])('is nothing for %s', (_, type, childType) => {
    expect(impliedChild(policySubject({ type, name: 'x' }), childType, undefined)).toBeUndefined();
  });
});
