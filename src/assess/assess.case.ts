import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../files/temporary-folder.case.ts';
import { type Finding, type JsonDocument, parseJson } from '../kernel/index.ts';
import { loadAliases, loadCapabilities, openPolicyFolder } from '../library/index.ts';
import type { AssignedPolicy } from '../policy/index.ts';
import { type ParameterSource, readParameterFile } from '../template/index.ts';
import { type CheckInput, type CheckResult, check } from './check.ts';
import { policySet } from './policy-set.ts';

const facts = fileURLToPath(new URL('../../facts', import.meta.url));
export const aliases = loadAliases(facts);
export const types = loadCapabilities(facts);

/** A template for a resource group (or another scope) with these resources. */
export function templateOf(resources: unknown, rest: object = {}, scope = 'deployment'): JsonDocument {
  const $schema = `https://schema.management.azure.com/schemas/2019-04-01/${scope}Template.json#`;
  return documentOf('main.json', { $schema, contentVersion: '1.0.0.0', ...rest, resources });
}

/** A document, indented so that lines can be told apart. */
export function documentOf(path: string, content: object): JsonDocument {
  return parseJson(path, JSON.stringify(content, null, 2));
}

/** The values of a parameter file. */
export function parametersOf(
  values: Readonly<Record<string, unknown>>,
  path = 'main.parameters.json',
): ParameterSource[] {
  const parameters = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  return readParameterFile(documentOf(path, { parameters }).root);
}

export function storage(properties: object = {}, rest: object = {}): object {
  return {
    type: 'Microsoft.Storage/storageAccounts',
    apiVersion: '2023-05-01',
    name: 'st',
    location: 'westeurope',
    properties,
    ...rest,
  };
}

/** A policy definition; `effect` may bring its details. */
export function definition(
  name: string,
  condition: object,
  effect: string | object = 'audit',
  properties: object = {},
): object {
  return {
    name,
    type: 'Microsoft.Authorization/policyDefinitions',
    properties: {
      displayName: `Display ${name}`,
      mode: 'All',
      ...properties,
      policyRule: { if: condition, then: typeof effect === 'string' ? { effect } : effect },
    },
  };
}

export const isStorage = { field: 'type', equals: 'Microsoft.Storage/storageAccounts' };

/** Storage accounts for which a field fails a condition. */
export function storageRule(name: string, condition: object, effect: string | object = 'audit'): object {
  return definition(name, { allOf: [isStorage, condition] }, effect);
}

export const noPublicAccess = {
  field: 'Microsoft.Storage/storageAccounts/publicNetworkAccess',
  notEquals: 'Disabled',
};

export function assignment(name: string, definitionId: string, properties: object = {}): object {
  return {
    name,
    type: 'Microsoft.Authorization/policyAssignments',
    properties: { displayName: `Assign ${name}`, policyDefinitionId: definitionId, ...properties },
  };
}

export function initiative(
  name: string,
  definitions: readonly (string | object)[],
  rest: object = {},
): object {
  return {
    name,
    type: 'Microsoft.Authorization/policySetDefinitions',
    properties: {
      displayName: `Display ${name}`,
      ...rest,
      policyDefinitions: definitions.map((one) =>
        typeof one === 'string'
          ? { policyDefinitionId: definitionId(one), policyDefinitionReferenceId: one }
          : one,
      ),
    },
  };
}

export function definitionId(name: string): string {
  return `/providers/Microsoft.Management/managementGroups/mg/providers/Microsoft.Authorization/policyDefinitions/${name}`;
}

/** A folder of policies, one file each. */
export function sourceOf(...objects: readonly object[]): ReturnType<typeof openPolicyFolder>['source'] {
  const files = objects.map((one, index) => [`${String(index).padStart(3, '0')}.json`, JSON.stringify(one)]);
  return openPolicyFolder('.', temporaryFolder(Object.fromEntries(files))).source;
}

/** The policies that a folder with these objects puts in force. */
export function inForce(...objects: readonly object[]): readonly AssignedPolicy[] {
  return policySet({ source: sourceOf(...objects) }).policies;
}

/** A check of templates against policies on a fixed day. */
export function checked(
  templates: JsonDocument | CheckInput['templates'],
  policies: readonly object[],
  rest: Partial<CheckInput> = {},
): CheckResult {
  return check({
    templates: Array.isArray(templates)
      ? templates
      : [{ document: templates as JsonDocument, parameters: [] }],
    policies: inForce(...policies),
    aliases,
    types,
    readLinked: () => ({ problem: 'there is none' }),
    now: '2026-06-15T12:00:00.000Z',
    version: '0.0.0',
    ...rest,
  });
}

export function findingsOf(...args: Parameters<typeof checked>): readonly Finding[] {
  return checked(...args).report.findings;
}
