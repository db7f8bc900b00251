import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../src/files/temporary-folder.case.ts';
import { type Outcome, runCli } from './run-cli.case.ts';

/** A policy about storage accounts that denies what `condition` is true of. */
export function storagePolicy(name: string, condition: object): string {
  return JSON.stringify({
    name,
    properties: {
      displayName: `Rule ${name}`,
      mode: 'All',
      policyRule: {
        if: { allOf: [{ field: 'type', equals: 'Microsoft.Storage/storageAccounts' }, condition] },
        then: { effect: 'deny' },
      },
    },
  });
}

const field = (name: string) => `Microsoft.Storage/storageAccounts/${name}`;
export const isOpen = { field: field('publicNetworkAccess'), notEquals: 'Disabled' };
export const openPolicies = { 'policies/open.json': storagePolicy('open', isOpen) };
export const oldTls = { field: field('minimumTlsVersion'), notEquals: 'TLS1_2' };

/** A template as a person writes it, with comments. */
export function template(resources: string, rest = ''): string {
  return `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",${rest}
  // What is deployed.
  "resources": [${resources}]
}
`;
}

/** A storage account whose properties are this text. */
export function account(properties: string, name = 'st'): string {
  return `
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "${name}", // the name
      "location": "westeurope",
      "properties": ${properties}
    }`;
}

/** The same in Bicep. */
export function bicepAccount(properties: string, name = 'st'): string {
  return `resource ${name} 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '${name}' // the name
  location: 'westeurope'
  properties: ${properties}
}
`;
}

export interface Fixed extends Outcome {
  readonly folder: string;
  /** The files as they are afterwards. */
  readonly read: (path: string) => string;
}

/** Runs `check --fix` in a folder with these files. */
export async function fixed(
  files: Readonly<Record<string, string | Buffer>>,
  args: readonly string[] = [],
  rest: Parameters<typeof runCli>[2] = {},
): Promise<Fixed> {
  const folder = temporaryFolder(files);
  const outcome = await fixedIn(folder, args, rest);
  return { ...outcome, folder, read: (path) => readFileSync(join(folder, path), 'utf8') };
}

/** Runs `check --fix` in a folder; with the policies there, where there are some. */
export function fixedIn(
  folder: string,
  args: readonly string[] = [],
  rest: Parameters<typeof runCli>[2] = {},
): Promise<Outcome> {
  const policies = existsSync(join(folder, 'policies')) ? ['-p', 'policies'] : [];
  return runCli(folder, ['check', 'infra', ...policies, '--fix', ...args], rest);
}

/** A design with one thing to fix, as files, and what they are afterwards. */
export interface FixCase {
  readonly files: Readonly<Record<string, string>>;
  /** What is replaced in which file. */
  readonly changes: Readonly<Record<string, readonly [string, string]>>;
  readonly policies?: Readonly<Record<string, string>>;
}

const parameter = (rest: string) => `\n  "parameters": { "access": { "type": "string"${rest} } },`;
const parameterFile = `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "access": { "value": "Enabled" } // for now
  }
}
`;
const enabled = ['"Enabled"', '"Disabled"'] as const;

export const jsonCases: Readonly<Record<string, FixCase>> = {
  'a literal': {
    files: { 'infra/main.json': template(account('{ "publicNetworkAccess": "Enabled" /* why */ }')) },
    changes: { 'infra/main.json': enabled },
  },
  'a default': {
    files: {
      'infra/main.json': template(
        account(`{ "publicNetworkAccess": "[parameters('access')]" }`),
        parameter(', "defaultValue": "Enabled" /* why */'),
      ),
    },
    changes: { 'infra/main.json': enabled },
  },
  'a parameter file': {
    files: {
      'infra/main.json': template(
        account(`{ "publicNetworkAccess": "[parameters('access')]" }`),
        parameter(''),
      ),
      'infra/main.parameters.json': parameterFile,
    },
    changes: { 'infra/main.parameters.json': enabled },
  },
  'a variable': {
    files: {
      'infra/main.json': template(
        account(`{ "publicNetworkAccess": "[variables('net').access]" }`),
        '\n  "variables": { "net": { "access": "Enabled" } },',
      ),
    },
    changes: { 'infra/main.json': enabled },
  },
  'a missing property': {
    files: {
      'infra/main.json': template(
        account('{\n        "accessTier": "Hot" // warm enough\n        // more to come\n      }'),
      ),
    },
    changes: {
      'infra/main.json': [
        '"Hot" // warm enough\n',
        '"Hot", // warm enough\n        "publicNetworkAccess": "Disabled"\n',
      ],
    },
  },
  'a missing object': {
    files: {
      'infra/main.json': template(account('{\n        "accessTier": "Hot"\n      }')),
    },
    policies: {
      'policies/acl.json': storagePolicy('acl', {
        field: field('networkAcls.defaultAction'),
        notEquals: 'Deny',
      }),
    },
    changes: {
      'infra/main.json': [
        '"Hot"\n',
        '"Hot",\n        "networkAcls": {\n          "defaultAction": "Deny"\n        }\n',
      ],
    },
  },
  'a loop': {
    files: {
      'infra/main.json': template(
        account('{ "publicNetworkAccess": "Enabled" }', "[concat('st', copyIndex())]").replace(
          '"location"',
          '"copy": { "name": "all", "count": 2 },\n      "location"',
        ),
      ),
    },
    changes: { 'infra/main.json': enabled },
  },
  'a linked template': {
    files: {
      'infra/main.json': template(`
    {
      "type": "Microsoft.Resources/deployments",
      "apiVersion": "2022-09-01",
      "name": "d",
      "properties": { "mode": "Incremental", "templateLink": { "relativePath": "linked.json" } }
    }`),
      'infra/linked.json': template(account('{ "publicNetworkAccess": "Enabled" }')),
    },
    changes: { 'infra/linked.json': enabled },
  },
};

const quoted = ["'Enabled'", "'Disabled'"] as const;

/** The same designs in Bicep. */
export const bicepCases: Readonly<Record<string, FixCase>> = {
  'a literal': {
    files: { 'infra/main.bicep': bicepAccount("{\n    publicNetworkAccess: 'Enabled' // why\n  }") },
    changes: { 'infra/main.bicep': quoted },
  },
  'a default': {
    files: {
      'infra/main.bicep': `param access string = 'Enabled' // why\n${bicepAccount('{\n    publicNetworkAccess: access\n  }')}`,
    },
    changes: { 'infra/main.bicep': quoted },
  },
  'a parameter file': {
    files: {
      'infra/main.bicep': `param access string\n${bicepAccount('{\n    publicNetworkAccess: access\n  }')}`,
      'infra/main.bicepparam': "using 'main.bicep'\n\nparam access = 'Enabled' // for now\n",
    },
    changes: { 'infra/main.bicepparam': quoted },
  },
  'a variable': {
    files: {
      'infra/main.bicep': `var net = { access: 'Enabled' }\n${bicepAccount('{\n    publicNetworkAccess: net.access\n  }')}`,
    },
    changes: { 'infra/main.bicep': quoted },
  },
  'a missing property': {
    files: {
      'infra/main.bicep': bicepAccount("{\n    accessTier: 'Hot' // warm enough\n    // more to come\n  }"),
    },
    changes: {
      'infra/main.bicep': [
        "'Hot' // warm enough\n",
        "'Hot' // warm enough\n    publicNetworkAccess: 'Disabled'\n",
      ],
    },
  },
  'a missing object': {
    files: { 'infra/main.bicep': bicepAccount("{\n    accessTier: 'Hot'\n  }") },
    policies: {
      'policies/acl.json': storagePolicy('acl', {
        field: field('networkAcls.defaultAction'),
        notEquals: 'Deny',
      }),
    },
    changes: {
      'infra/main.bicep': ["'Hot'\n", "'Hot'\n    networkAcls: {\n      defaultAction: 'Deny'\n    }\n"],
    },
  },
  'a loop': {
    files: {
      'infra/main.bicep': bicepAccount("{\n    publicNetworkAccess: 'Enabled'\n  }")
        .replace('= {', '= [for i in range(0, 2): {')
        .replace("name: 'st'", "name: 'st${i}'")
        .replace(/\}\n$/, '}]\n'),
    },
    changes: { 'infra/main.bicep': quoted },
  },
  'a module': {
    files: {
      'infra/main.bicep': "module d 'linked.bicep' = {\n  name: 'd'\n}\n",
      'infra/linked.bicep': bicepAccount("{\n    publicNetworkAccess: 'Enabled'\n  }"),
    },
    changes: { 'infra/linked.bicep': quoted },
  },
};
