/** A weakness that is planted in a generated estate. */
export interface Weakness {
  /** How often, of the times that it could be: from 0 to 1. */
  readonly share: number;
  readonly meaning: string;
}

/** What is planted in a generated estate, and how often. The shares are of the places where each could be: a service, a machine, a subscription ... */
export const weaknesses = {
  'public-network': { share: 0.2, meaning: 'a platform service answers on public networks' },
  'local-sign-in': { share: 0.3, meaning: 'a service accepts keys or passwords beside Microsoft Entra ID' },
  'old-tls': { share: 0.1, meaning: 'TLS 1.0 or 1.1 is accepted' },
  'plain-http': { share: 0.06, meaning: 'connections without TLS are accepted' },
  'plain-ftp': { share: 0.08, meaning: 'code may be uploaded through plain FTP' },
  'publishing-passwords': {
    share: 0.2,
    meaning: 'a web app takes code from who knows its publishing password',
  },
  'old-runtime': { share: 0.12, meaning: 'a web app runs on a runtime without support' },
  'remote-debugging': { share: 0.03, meaning: 'a debugger may be attached to a web app' },
  'no-diagnostics': { share: 0.25, meaning: 'nobody records what a service does' },
  'no-purge-protection': { share: 0.15, meaning: 'a deleted vault can be purged at once' },
  'endless-secret': { share: 0.25, meaning: 'a key or secret has no end' },
  'no-soft-delete': { share: 0.12, meaning: 'deleted blobs cannot be brought back' },
  'anonymous-blobs': { share: 0.04, meaning: 'containers may be opened to anyone' },
  unencrypted: { share: 0.05, meaning: 'data at rest, or on its way to a database, is not encrypted' },
  'no-auditing': { share: 0.12, meaning: 'a SQL server records no access' },
  'database-open-to-azure': {
    share: 0.1,
    meaning: 'each customer of Azure passes the firewall of a database',
  },
  'short-backup': { share: 0.15, meaning: 'backups are kept for a week, or in one region only' },
  'no-backup': { share: 0.2, meaning: 'a virtual machine has no backup' },
  'no-endpoint-protection': { share: 0.15, meaning: 'a virtual machine has no endpoint detection' },
  'machine-public-ip': { share: 0.06, meaning: 'a virtual machine has a public IP address' },
  'no-patching': { share: 0.2, meaning: 'nobody patches a virtual machine' },
  'no-trusted-launch': { share: 0.15, meaning: 'a virtual machine boots without Secure Boot and vTPM' },
  'exportable-disk': { share: 0.15, meaning: 'a disk can be downloaded from any network' },
  'open-management-port': { share: 0.08, meaning: 'SSH or RDP is open to the internet' },
  'no-network-security-group': { share: 0.07, meaning: 'a subnet has no network security group' },
  'no-flow-log': { share: 0.3, meaning: 'nobody records the traffic of a virtual network' },
  'waf-only-watches': { share: 0.2, meaning: 'a web application firewall detects and does not prevent' },
  'old-kubernetes': { share: 0.2, meaning: 'a cluster runs a version of Kubernetes without support' },
  'open-kubernetes-api': { share: 0.2, meaning: 'the API server of a cluster answers to the internet' },
  'kubernetes-local-accounts': { share: 0.25, meaning: 'a cluster has accounts of its own' },
  'pull-requests-sign-in': { share: 0.1, meaning: 'any pull request gets the rights of a workload identity' },
  'defender-plan-off': { share: 0.25, meaning: 'a Defender plan is not bought' },
  'no-security-contact': { share: 0.1, meaning: 'nobody is told of security alerts of a subscription' },
  'no-lock': { share: 0.3, meaning: 'a shared service can be deleted by mistake' },
  'unwatched-subscription': { share: 0.15, meaning: 'the activity log of a subscription is not kept' },
  'no-owner': { share: 0.15, meaning: 'a resource group has no owner' },
  'other-location': { share: 0.04, meaning: 'a resource group is in a region that nobody has approved' },
  'owner-of-subscription': { share: 0.15, meaning: 'people own a whole subscription' },
  'workload-owns': { share: 0.06, meaning: 'a workload identity owns its resource group' },
} as const satisfies Readonly<Record<string, Weakness>>;

export type WeaknessName = keyof typeof weaknesses;
