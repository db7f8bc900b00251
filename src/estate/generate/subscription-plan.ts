import { generatedGuid } from './generated-id.ts';
import type { GeneratedSubscription } from './generated-subscription.ts';
import type { Random } from './random.ts';
import { recoveryVaultName } from './resources/recovery-vault.ts';

/** The platform's subscriptions come first, one for each of its management groups. */
export const platformGroups: readonly string[] = ['connectivity', 'management', 'identity', 'security'];

/** Where the subscriptions of workloads are, over and over; one in fifteen is in no landing zone: nobody has moved it. */
const workloadGroups = [
  ...['corp', 'online', 'corp', 'online', 'sandbox', 'corp', 'corp', 'online', 'corp', 'online', 'corp'],
  ...['decommissioned', 'corp', '', 'sandbox'],
];

/** The plan of a subscription by its number, from 1. */
export function planSubscription(number: number, random: Random): GeneratedSubscription {
  const guid = generatedGuid('subscription', number);
  const id = `/subscriptions/${guid}`;
  const managementGroup =
    platformGroups[number - 1] ??
    workloadGroups[(number - 1 - platformGroups.length) % workloadGroups.length] ??
    '';
  const padded = String(number).padStart(4, '0');
  const network = managementGroup === 'connectivity' ? 'rg-hub' : 'rg-network';
  const networkName = managementGroup === 'connectivity' ? 'vnet-hub' : `vnet-spoke-${padded}`;
  return {
    number,
    id,
    guid,
    displayName: `sub-${managementGroup === '' ? 'unmanaged' : managementGroup}-${padded}`,
    managementGroup,
    location: random.pick(['westeurope', 'westeurope', 'northeurope']),
    networkId: `${id}/resourceGroups/${network}/providers/Microsoft.Network/virtualNetworks/${networkName}`,
    recoveryVaultId: `${id}/resourceGroups/rg-backup/providers/Microsoft.RecoveryServices/vaults/${recoveryVaultName(number)}`,
  };
}
