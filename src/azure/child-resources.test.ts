import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../test/shared-folder.ts';
import { childModes, childResources, childrenByType } from './child-resources.ts';

it('every child is in the table once, with a version', () => {
  const keys = childResources.map(({ of, path }) => `${of}/${path}`.toLowerCase());
  expect(new Set(keys).size).toBe(keys.length);
  expect(childResources.filter(({ of }) => of !== of.toLowerCase())).toEqual([]);
  expect(childResources.filter(({ version }) => !/^20\d\d-\d\d-\d\d(-preview)?$/.test(version))).toEqual([]);
});

it('a mode collects what those before it do, and more', () => {
  const counts = childModes.map((mode) => [...childrenByType(mode).values()].flat().length);
  expect(counts[0]).toBe(0);
  expect(counts[1]).toBeGreaterThan(250);
  expect(counts[2]).toBe(childResources.length);
  expect(counts[2]).toBeGreaterThan(counts[1]!);
});

/** The type of what a path leads to. */
function typeAt(of: string, path: string): string {
  const own = path.split('providers/').at(-1)!.toLowerCase().split('/');
  if (path.includes('providers/')) return `${own[0]}/${own[1]}`;
  return `${of}/${own.filter((_, at) => at % 2 === 0).join('/')}`;
}

describeWithShared('the table beside the public corpus', 'corpus/rbac/operations.json', () => {
  it('has a route for each path', () => {
    const { GET } = JSON.parse(readFileSync(sharedPath('corpus/rbac/operations.json'), 'utf8')) as {
      GET: Record<string, unknown>;
    };
    const routes = new Set(Object.keys(GET).map((route) => generic(route)));
    const unknown = childResources.filter(({ of, path, answers }) => !routes.has(routeOf(of, path, answers)));
    // The data set leaves these out; they are in Azure/azure-rest-api-specs.
    const leftOut =
      /config\/(web|authsettingsV2)$|basicPublishing|ScheduleInstances$|TlsSettings$|defenderForStorage|advancedThreatProtectionSettings\/current$|(sites|domains|topics|eventgrid\/namespaces)\/privateEndpointConnections$|default\/(shares|containers)$/;
    expect(unknown.map(({ of, path }) => `${of}/${path}`).filter((route) => !leftOut.test(route))).toEqual(
      [],
    );
  });

  it('needs only what built-in policies look at', () => {
    const { ifTypes, relatedTypes } = JSON.parse(
      readFileSync(sharedPath('corpus/compliance/related-types.json'), 'utf8'),
    ) as { ifTypes: Record<string, unknown>; relatedTypes: Record<string, unknown> };
    const needed = childResources
      .filter(({ use }) => use === 'needed')
      .map(({ of, path }) => typeAt(of, path));
    const others = [...new Set(needed)].filter(
      (type) => !(type in ifTypes) && !(type in relatedTypes) && !(`${type}/` in relatedTypes),
    );
    expect(others).toEqual([
      // Policies call these by another name.
      'microsoft.features/subscriptionfeatureregistrations',
      'microsoft.recoveryservices/vaults/backupprotecteditems',
      'microsoft.dataprotection/backupvaults/backupinstances',
    ]);
  });
});

/** A route without regard to case and to the names of its parameters. */
function generic(route: string): string {
  return route.toLowerCase().replace(/\{[^}]*\}/g, '*');
}

function routeOf(of: string, path: string, answers: 'one' | 'list'): string {
  const [namespace, ...types] = of.split('/');
  const isSubscription = of === 'microsoft.resources/subscriptions';
  const extension = /^(?:[^/]+\/default\/)?(providers\/.*)$/.exec(path)?.[1]?.toLowerCase();
  if (extension !== undefined && !isSubscription)
    return extension.includes('diagnosticsettings')
      ? `/*/${extension}`
      : `/*/${extension.replace(/\/[^/]+$/, '/*')}`;
  const parent = isSubscription
    ? '/subscriptions/*'
    : `/subscriptions/*/resourcegroups/*/providers/${namespace}/${types.map((type) => `${type}/*`).join('/')}`;
  const own = path.toLowerCase();
  return `${parent}/${answers === 'one' ? own.replace(/[^/]+$/, '*') : own}`;
}
