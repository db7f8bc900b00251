import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';

const schema = (kind: string) => `https://schema.management.azure.com/schemas/2019-04-01/${kind}.json#`;

/** A policy that denies storage accounts with a property of another value than the one wanted. */
export function policy(name: string, field: string, wanted: unknown, effect = 'deny'): string {
  return JSON.stringify({
    name,
    type: 'Microsoft.Authorization/policyDefinitions',
    properties: {
      displayName: `Storage has ${field} \`${String(wanted)}\``,
      description: 'A description with <b>markup</b>.',
      mode: 'Indexed',
      policyRule: {
        if: {
          allOf: [
            { field: 'type', equals: 'Microsoft.Storage/storageAccounts' },
            { field: `Microsoft.Storage/storageAccounts/${field}`, notEquals: wanted },
          ],
        },
        then: { effect },
      },
    },
  });
}

/** A template with comments, whose storage account takes its access from a parameter and its TLS version from a variable. */
export const main = `{
  "$schema": "${schema('deploymentTemplate')}",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "access": {
      "type": "string",
      "defaultValue": "Enabled", // open by default
      "metadata": { "description": "Who may come in." }
    },
    "adminPassword": { "type": "string", "defaultValue": "hunter2hunter2" },
    "suffix": { "type": "string" }
  },
  "variables": {
    "tls": "TLS1_0",
    "prefix": "st"
  },
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "[concat(variables('prefix'), 'contoso')]",
      "location": "westeurope",
      "sku": { "name": "Standard_LRS" },
      "kind": "StorageV2",
      "tags": { "key": "[parameters('adminPassword')]", "end": "[parameters('suffix')]" },
      "properties": {
        "minimumTlsVersion": "[variables('tls')]",
        "publicNetworkAccess": "[parameters('access')]"
      }
    },
    {
      "type": "Microsoft.Resources/deployments",
      "apiVersion": "2022-09-01",
      "name": "linked",
      "dependsOn": [ "[resourceId('Microsoft.Storage/storageAccounts', 'stcontoso')]" ],
      "properties": {
        "mode": "Incremental",
        "templateLink": { "relativePath": "modules/storage.json" },
        "parameters": { "tlsOfModule": { "value": "TLS1_1" } }
      }
    }
  ],
  "outputs": { "name": { "type": "string", "value": "[variables('prefix')]" } }
}
`;

/** The module that it links. */
export const storageModule = `{
  "$schema": "${schema('deploymentTemplate')}",
  "contentVersion": "1.0.0.0",
  "parameters": { "tlsOfModule": { "type": "string" } },
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "stmodule",
      "properties": { "publicNetworkAccess": "Disabled", "minimumTlsVersion": "[parameters('tlsOfModule')]" }
    }
  ]
}
`;

/** A parameter file that gives the access. */
export const parameters = (access: string) => `{
  "$schema": "${schema('deploymentParameters')}",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "access": { "value": "${access}" },
    "suffix": { "value": "dev" }
  }
}
`;

/** The files of a workspace with two policies of its own. */
export const files: Readonly<Record<string, string>> = {
  'landguard.yaml': 'policies: policies # ours\npaths: [infra]\n',
  'policies/access.json': policy('storage-access', 'publicNetworkAccess', 'Disabled'),
  'policies/tls.json': policy('storage-tls', 'minimumTlsVersion', 'TLS1_2', 'audit'),
  'infra/main.json': main,
  'infra/modules/storage.json': storageModule,
};

/** A workspace on the disk. */
export function workspace(more: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({ ...files, ...more });
}

/** The template in Bicep. */
export const mainBicep = `@description('Who may come in.')
param access string = 'Enabled' // open by default
param suffix string
@secure()
param adminPassword string = 'hunter2hunter2'
var tls = 'TLS1_0'
var prefix = 'st'

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '\${prefix}contoso'
  location: 'westeurope'
  sku: { name: 'Standard_LRS' }
  kind: 'StorageV2'
  tags: { key: adminPassword, end: suffix }
  properties: {
    minimumTlsVersion: tls
    publicNetworkAccess: access
  }
}

module linked 'modules/storage.bicep' = {
  name: 'linked'
  params: { tlsOfModule: 'TLS1_1', id: storage.id }
}

output name string = prefix
`;

/** The module that it uses. */
export const moduleBicep = `param tlsOfModule string
param id string

resource st 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stmodule'
  location: 'westeurope'
  sku: { name: 'Standard_LRS' }
  kind: 'StorageV2'
  tags: { id: id }
  properties: {
    publicNetworkAccess: 'Disabled'
    minimumTlsVersion: tlsOfModule
  }
}
`;

/** Its parameter file. */
export const parametersBicep = (access: string) => `using 'main.bicep'
param access = '${access}'
param suffix = 'dev'
`;

/** The files of the workspace in Bicep. */
export const bicepFiles: Readonly<Record<string, string>> = {
  'landguard.yaml': files['landguard.yaml']!,
  'policies/access.json': files['policies/access.json']!,
  'policies/tls.json': files['policies/tls.json']!,
  'infra/main.bicep': mainBicep,
  'infra/modules/storage.bicep': moduleBicep,
};
