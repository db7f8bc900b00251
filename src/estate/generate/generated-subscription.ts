/** A subscription of a generated estate, and what its workloads share. */
export interface GeneratedSubscription {
  /** Its number in the estate, from 1. */
  readonly number: number;
  readonly id: string;
  readonly guid: string;
  readonly displayName: string;
  /** The name of its management group; empty for one that is right under the tenant. */
  readonly managementGroup: string;
  readonly location: string;
  /** The virtual network that its workloads are in. */
  readonly networkId: string;
  readonly recoveryVaultId: string;
}
