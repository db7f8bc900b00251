import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWithShared } from '../../test/shared-folder.ts';
import type { OpenedEstate } from './open-estate-folder.ts';
import { openEstateFolder } from './open-estate-folder.ts';
import { allResources, now } from './open-files.case.ts';

const kept = new Map<string, Promise<OpenedEstate>>();

function opened(path: string): Promise<OpenedEstate> {
  const estate = kept.get(path) ?? openEstateFolder(path, { workingFolder: path, now });
  kept.set(path, estate);
  return estate;
}

describeWithShared('recorded answers of Azure', 'corpus/estates/azure-api-responses', (path) => {
  it('are resources of these types', async () => {
    const { estate } = await opened(path);
    const counts = Object.fromEntries(estate.resourceCounts);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(322);
    expect(Object.keys(counts)).toHaveLength(166);
    expect(counts).toMatchObject({
      'microsoft.authorization/denyassignments': 1,
      'microsoft.authorization/locks': 2,
      'microsoft.authorization/roleassignments': 3,
      'microsoft.authorization/roledefinitions': 2,
      'microsoft.compute/availabilitysets': 1,
      'microsoft.compute/capacityreservationgroups': 2,
      'microsoft.compute/cloudservices': 1,
      'microsoft.compute/diskaccesses': 3,
      'microsoft.compute/diskencryptionsets': 2,
      'microsoft.compute/galleries': 1,
      'microsoft.compute/hostgroups': 1,
      'microsoft.compute/images': 1,
      'microsoft.compute/proximityplacementgroups': 1,
      'microsoft.compute/restorepointcollections': 2,
      'microsoft.compute/snapshots': 2,
      'microsoft.compute/sshpublickeys': 1,
      'microsoft.compute/virtualmachines': 3,
      'microsoft.compute/virtualmachinescalesets': 1,
      'microsoft.containerservice/fleets': 1,
      'microsoft.containerservice/managedclusters': 1,
      'microsoft.containerservice/snapshots': 1,
      'microsoft.keyvault/managedhsms': 2,
      'microsoft.keyvault/vaults': 1,
      'microsoft.keyvault/vaults/keys': 2,
      'microsoft.resources/subscriptions/resourcegroups': 2,
      'microsoft.security/assessments': 2,
      'microsoft.security/autoprovisioningsettings': 2,
      'microsoft.security/pricings': 13,
      'microsoft.security/servervulnerabilityassessmentssettings': 1,
      'microsoft.security/settings': 4,
      'microsoft.sql/instancepools': 2,
      'microsoft.sql/locations/instancefailovergroups': 2,
      'microsoft.sql/locations/servertrustgroups': 2,
      'microsoft.sql/managedinstances': 2,
      'microsoft.sql/servers': 1,
      'microsoft.sql/servers/administrators': 1,
      'microsoft.sql/servers/advisors': 1,
      'microsoft.sql/servers/databases': 3,
      'microsoft.sql/servers/databases/advisors': 1,
      'microsoft.sql/servers/databases/geobackuppolicies': 1,
      'microsoft.sql/servers/databases/transparentdataencryption': 1,
      'microsoft.sql/servers/databases/workloadgroups': 3,
      'microsoft.sql/servers/elasticpools': 3,
      'microsoft.sql/servers/encryptionprotector': 1,
      'microsoft.sql/servers/extendedauditingsettings': 1,
      'microsoft.sql/servers/failovergroups': 2,
      'microsoft.sql/servers/firewallrules': 4,
      'microsoft.sql/servers/jobagents': 2,
      'microsoft.sql/servers/privateendpointconnections': 1,
      'microsoft.sql/servers/virtualnetworkrules': 1,
      'microsoft.sql/virtualclusters': 2,
      'microsoft.storage/locations/deletedaccounts': 2,
      'microsoft.storage/storageaccounts': 7,
      'microsoft.storage/storageaccounts/blobservices/containers': 2,
      'microsoft.storage/storageaccounts/fileservices/shares': 2,
      'microsoft.storage/storageaccounts/queueservices/queues': 2,
      'microsoft.storage/storageaccounts/tableservices/tables': 2,
      'microsoft.web/certificates': 2,
      'microsoft.web/hostingenvironments': 1,
      'microsoft.web/kubeenvironments': 2,
      'microsoft.web/serverfarms': 2,
      'microsoft.web/sites': 2,
      'microsoft.web/sites/config': 1,
      'microsoft.web/staticsites': 1,
    });
  });

  it('are streamed as they were counted', async () => {
    const { estate } = await opened(path);
    const counts = new Map<string, number>();
    for (const { type } of await allResources(estate)) {
      counts.set(type.toLowerCase(), (counts.get(type.toLowerCase()) ?? 0) + 1);
    }
    expect(counts).toEqual(new Map(estate.resourceCounts));
  });

  it('are these directory objects', async () => {
    const { estate } = await opened(path);
    const counts: Record<string, number> = {};
    for (const { type } of estate.objects) counts[type] = (counts[type] ?? 0) + 1;
    expect(counts).toEqual({
      'Microsoft.Authorization/denyAssignments': 1,
      'Microsoft.Authorization/roleAssignments': 3,
      'Microsoft.Authorization/roleDefinitions': 2,
      'microsoft.graph.adminConsentRequestPolicy': 1,
      'microsoft.graph.authenticationFlowsPolicy': 1,
      'microsoft.graph.authenticationMethodsPolicy': 1,
      'microsoft.graph.authorizationPolicy': 1,
      'microsoft.graph.conditionalAccessPolicy': 3,
      'microsoft.graph.device': 1,
      'microsoft.graph.group': 2,
      'microsoft.graph.organization': 1,
      'microsoft.graph.servicePrincipal': 1,
      'microsoft.graph.unifiedRoleDefinition': 3,
      'microsoft.graph.user': 2,
    });
    expect(estate.governance).toEqual([]);
  });

  it('that fit nothing are named, each with what it is', async () => {
    const { diagnostics } = await opened(path);
    const unfit = diagnostics.filter(({ code }) => code === 'LG6001');
    expect(unfit).toHaveLength(37);
    expect(unfit.map(({ file }) => file)).toContain('compute/prices.json');
    const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
    expect(codes).toEqual(['LG6001', 'LG6006', 'LG6007', 'LG6008', 'LG6010']);
  });

  it('give no key away that the services answered', async () => {
    const { estate } = await opened(path);
    const shown = JSON.stringify([estate.objects, await allResources(estate)]);
    const keys = readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => secretsIn(readFileSync(`${path}/${file}`, 'utf8')));
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => shown.includes(`:"${key}"`))).toEqual([]);
  });
});

/** Texts under names of keys, as a plain search finds them. */
function secretsIn(text: string): string[] {
  const names =
    /"(?:\w*(?:password|masterKey|accessKey|primaryKey|connectionString|secretText))":\s*"([^"]{6,})"/gi;
  return [...text.matchAll(names)].map((match) => match[1] ?? '');
}
