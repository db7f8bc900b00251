import { generatedGuid } from './generated-id.ts';

// The platform's services that workloads point to, wherever they are: numbers of subscriptions are those of the plan.
const connectivity = `/subscriptions/${generatedGuid('subscription', 1)}/resourceGroups/rg-hub`;
const management = `/subscriptions/${generatedGuid('subscription', 2)}/resourceGroups/rg-logs`;

/** The workspace that all logs go to. */
export const logWorkspaceId = `${management}/providers/Microsoft.OperationalInsights/workspaces/log-contoso`;

/** The storage account that keeps flow logs. */
export const logStorageId = `${management}/providers/Microsoft.Storage/storageAccounts/stlogs00002a`;

/** The hub network that all others are peered with. */
export const hubNetworkId = `${connectivity}/providers/Microsoft.Network/virtualNetworks/vnet-hub`;

/** The DDoS protection plan of the hub network. */
export const ddosPlanId = `${connectivity}/providers/Microsoft.Network/ddosProtectionPlans/ddos-hub`;

/** The private address of the hub's firewall. */
export const firewallAddress = '10.0.0.4';
