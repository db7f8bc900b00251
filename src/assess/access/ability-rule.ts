import { type Plane, type PrivilegeTier, privilegeRules } from '../../access/index.ts';

/** Something that a role lets one do, told by actions of which any is enough. */
export interface AbilityRule {
  readonly plane: Plane;
  readonly actions: readonly string[];
  /** What it amounts to; `none` for what no attacker needs. */
  readonly tier: PrivilegeTier | 'none';
  /** In words; `{scope}` stands for where. */
  readonly words: string;
}

/** How the privileges of the access room are said of a scope, where adding `in {scope}` would not do. */
const ownWords: Readonly<Record<string, string>> = {
  'assigns-roles': 'assign roles in {scope}, to itself too',
  'defines-roles': 'change custom roles of {scope}, and so what everybody may who has them',
  'acts-as-identity': 'act as any managed identity in {scope}',
  'moves-scopes': 'move subscriptions of {scope}, or have roles assigned there by a blueprint',
  'removes-guards': 'take away locks, policies and the access of others in {scope}',
  'runs-code': 'run code on the machines, clusters and automations of {scope}',
  'takes-keys': 'take the keys of {scope}, which open data without a role',
  'opens-vaults': 'give itself the secrets of vaults in {scope} that work by access policies',
  'reads-secrets': 'read every secret in {scope}',
  'runs-workloads': 'run workloads on the clusters of {scope}, with the identities of those',
};

/** Abilities, the gravest first: the privileges that roles are classified by, and what applications do with data. */
export const abilityRules: readonly AbilityRule[] = [
  // Delegating to a tenant takes the right to assign roles too, which is said already (articles/lighthouse/how-to/onboard-customer.md).
  ...privilegeRules
    .filter(({ id }) => id !== 'delegates-to-tenants')
    .map(({ id, tier, plane, actions, means }) => ({
      tier,
      plane,
      actions,
      words: ownWords[id] ?? `${means}: {scope}`,
    })),
  data('change every secret in {scope}', 'Microsoft.KeyVault/vaults/secrets/setSecret/action'),
  data(
    'use every key in {scope}',
    'Microsoft.KeyVault/vaults/keys/decrypt/action',
    'Microsoft.KeyVault/vaults/keys/sign/action',
    'Microsoft.KeyVault/vaults/keys/unwrap/action',
  ),
  data('change every certificate in {scope}', 'Microsoft.KeyVault/vaults/certificates/import/action'),
  data(
    'change and delete every blob in {scope}',
    'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write',
    'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete',
  ),
  data('read every blob in {scope}', 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'),
  data(
    'read and change the files in {scope}',
    'Microsoft.Storage/storageAccounts/fileServices/fileshares/files/write',
  ),
  data(
    'read the messages of every queue in {scope}',
    'Microsoft.Storage/storageAccounts/queueServices/queues/messages/read',
  ),
  data('read every table in {scope}', 'Microsoft.Storage/storageAccounts/tableServices/tables/entities/read'),
  data('receive messages of {scope}', 'Microsoft.ServiceBus/namespaces/messages/receive/action'),
  data('send messages to {scope}', 'Microsoft.ServiceBus/namespaces/messages/send/action'),
  data('receive events of {scope}', 'Microsoft.EventHub/namespaces/messages/receive/action'),
  data('send events to {scope}', 'Microsoft.EventHub/namespaces/messages/send/action'),
  data('read the settings kept in {scope}', 'Microsoft.AppConfiguration/configurationStores/keyValues/read'),
  none('push images to {scope}', 'control', 'Microsoft.ContainerRegistry/registries/push/write'),
  none('pull images of {scope}', 'control', 'Microsoft.ContainerRegistry/registries/pull/read'),
  none('change DNS records in {scope}', 'control', 'Microsoft.Network/privateDnsZones/A/write'),
  none('read the logs of {scope}', 'control', 'Microsoft.OperationalInsights/workspaces/query/read'),
  none('publish metrics about {scope}', 'data', 'Microsoft.Insights/Metrics/Write'),
  none(
    'ask the models of {scope}',
    'data',
    'Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action',
  ),
];

function data(words: string, ...actions: readonly string[]): AbilityRule {
  return { plane: 'data', tier: 'data', words, actions };
}

function none(words: string, plane: Plane, ...actions: readonly string[]): AbilityRule {
  return { plane, tier: 'none', words, actions };
}
