import { findKey, fold, type ValueObject } from '../../kernel/index.ts';

/** What people call resources of a type, where the type's own name does not say it. */
const words: Readonly<Record<string, string>> = {
  'microsoft.app/containerapps': 'container app',
  'microsoft.app/jobs': 'container app job',
  'microsoft.apimanagement/service': 'API gateway',
  'microsoft.authorization/policyassignments': 'policy assignment',
  'microsoft.automation/automationaccounts': 'automation account',
  'microsoft.cognitiveservices/accounts': 'AI service',
  'microsoft.compute/disks': 'disk',
  'microsoft.compute/virtualmachines': 'virtual machine',
  'microsoft.compute/virtualmachinescalesets': 'scale set',
  'microsoft.containerinstance/containergroups': 'container group',
  'microsoft.containerregistry/registries': 'container registry',
  'microsoft.containerservice/managedclusters': 'cluster',
  'microsoft.datafactory/factories': 'data factory',
  'microsoft.documentdb/databaseaccounts': 'Cosmos DB account',
  'microsoft.eventhub/namespaces': 'event hub namespace',
  'microsoft.keyvault/vaults': 'key vault',
  'microsoft.logic/workflows': 'logic app',
  'microsoft.managedidentity/userassignedidentities': 'managed identity',
  'microsoft.operationalinsights/workspaces': 'log workspace',
  'microsoft.resources/deploymentscripts': 'deployment script',
  'microsoft.servicebus/namespaces': 'service bus namespace',
  'microsoft.sql/servers': 'SQL server',
  'microsoft.storage/storageaccounts': 'storage account',
  'microsoft.web/sites': 'web app',
};

/** What people call a resource of a type: `web app`; the last part of the type where there is no such word. */
export function resourceWord(type: string, body?: ValueObject): string {
  const folded = fold(type);
  const kind = body === undefined ? undefined : body[findKey(body, 'kind') ?? ''];
  if (folded === 'microsoft.web/sites' && typeof kind === 'string' && fold(kind).includes('functionapp'))
    return 'function app';
  return words[folded] ?? type.slice(type.lastIndexOf('/') + 1);
}
