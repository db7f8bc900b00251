/** The names that `az cloud list` has for them. */
export const cloudNames = ['AzureCloud', 'AzureUSGovernment', 'AzureChinaCloud'] as const;

export type CloudName = (typeof cloudNames)[number];

/** Where a cloud is. */
export interface Cloud {
  readonly name: CloudName;
  /** The origin of Azure Resource Manager, which is also the resource that its tokens are for. */
  readonly manager: string;
  /** The origin that issues tokens. */
  readonly authority: string;
}

/** The clouds (articles/azure-government/documentation-government-developer-guide.md, azure/china/resources-developer-guide). */
export const clouds: Readonly<Record<CloudName, Cloud>> = {
  AzureCloud: {
    name: 'AzureCloud',
    manager: 'https://management.azure.com',
    authority: 'https://login.microsoftonline.com',
  },
  AzureUSGovernment: {
    name: 'AzureUSGovernment',
    manager: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
  },
  AzureChinaCloud: {
    name: 'AzureChinaCloud',
    manager: 'https://management.chinacloudapi.cn',
    authority: 'https://login.chinacloudapi.cn',
  },
};

const knownOrigins: ReadonlySet<string> = new Set(
  Object.values(clouds).flatMap(({ manager, authority }) => [manager, authority]),
);

/** Whether a token may be sent to an origin: one of a known cloud, or this machine itself, where only tests have a server. */
export function isAllowedOrigin(origin: string): boolean {
  return knownOrigins.has(origin) || /^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(origin);
}
