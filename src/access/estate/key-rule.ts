import { fold, type Value } from '../../kernel/index.ts';
import { fieldAt } from './field.ts';

/** How a type of resource lets keys open its data. */
export interface KeyRule {
  readonly type: string;
  /** The property, below `properties`. */
  readonly property: string;
  /** The value with which keys open nothing. */
  readonly closedBy: boolean;
  /** Whether keys open it when the property is not there. */
  readonly isOpenByDefault: boolean;
  readonly actions: readonly string[];
}

/** Types with shared keys or local accounts, by the reference of each type (learn.microsoft.com/azure/templates) and its list of operations. */
export const keyRules: readonly KeyRule[] = [
  rule('Microsoft.Storage/storageAccounts', 'allowSharedKeyAccess', false, ['listKeys/action']),
  rule('Microsoft.DocumentDB/databaseAccounts', 'disableLocalAuth', true, [
    'listKeys/action',
    'listConnectionStrings/action',
  ]),
  rule('Microsoft.CognitiveServices/accounts', 'disableLocalAuth', true, ['listKeys/action']),
  rule('Microsoft.EventHub/namespaces', 'disableLocalAuth', true, ['authorizationRules/listKeys/action']),
  rule('Microsoft.ServiceBus/namespaces', 'disableLocalAuth', true, ['authorizationRules/listKeys/action']),
  rule('Microsoft.Relay/namespaces', 'disableLocalAuth', true, ['authorizationRules/listKeys/action']),
  rule('Microsoft.Search/searchServices', 'disableLocalAuth', true, ['listAdminKeys/action']),
  rule('Microsoft.AppConfiguration/configurationStores', 'disableLocalAuth', true, ['ListKeys/action']),
  rule('Microsoft.SignalRService/signalR', 'disableLocalAuth', true, ['listkeys/action']),
  rule('Microsoft.SignalRService/webPubSub', 'disableLocalAuth', true, ['listkeys/action']),
  rule('Microsoft.EventGrid/topics', 'disableLocalAuth', true, ['listKeys/action']),
  rule('Microsoft.EventGrid/domains', 'disableLocalAuth', true, ['listKeys/action']),
  rule('Microsoft.Devices/iotHubs', 'disableLocalAuth', true, ['listkeys/action']),
  rule('Microsoft.Cache/redis', 'disableAccessKeyAuthentication', true, ['listKeys/action']),
  rule('Microsoft.Automation/automationAccounts', 'disableLocalAuth', true, ['listKeys/action']),
  rule('Microsoft.ContainerService/managedClusters', 'disableLocalAccounts', true, [
    'listClusterAdminCredential/action',
  ]),
  {
    ...rule('Microsoft.ContainerRegistry/registries', 'adminUserEnabled', false, ['listCredentials/action']),
    isOpenByDefault: false,
  },
];

function rule(type: string, property: string, closedBy: boolean, actions: readonly string[]): KeyRule {
  return { type, property, closedBy, isOpenByDefault: true, actions: actions.map((one) => `${type}/${one}`) };
}

const byType = new Map(keyRules.map((one) => [fold(one.type), one]));

/** The rule of a type, in any case. */
export function keyRuleOf(type: string): KeyRule | undefined {
  return byType.get(fold(type));
}

/** Whether keys open the data of a resource with these properties. */
export function isOpenToKeys({ property, closedBy, isOpenByDefault }: KeyRule, properties: Value): boolean {
  const value = fieldAt(properties, property);
  return typeof value === 'boolean' ? value !== closedBy : isOpenByDefault;
}
