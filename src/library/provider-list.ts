import type { Alias } from '../policy/index.ts';
import type { ResourceTypeFacts } from './resource-type-file.ts';

/** What a provider of `az provider list --expand resourceTypes/aliases` says, as far as it is of use here. */
export interface ProviderFacts {
  readonly namespace: string;
  readonly types: readonly ProviderType[];
}

export interface ProviderType {
  /** Without the namespace, as Azure writes it. */
  readonly name: string;
  readonly facts: ResourceTypeFacts;
  readonly aliases: readonly Alias[];
}

/**
 * Reads the list of providers (Microsoft.Resources/providers, API version 2021-04-01, `$expand=resourceTypes/aliases`). Parts that do
 * not have the documented shape are left out, and their place is passed to `report`.
 */
export function readProviders(list: unknown, report: (problem: string) => void): ProviderFacts[] {
  const providers = Array.isArray(list)
    ? list
    : isRecord(list) && Array.isArray(list.value)
      ? list.value
      : [list];
  return providers.flatMap((provider, at) => {
    const namespace = isRecord(provider) ? provider.namespace : undefined;
    if (!isRecord(provider) || typeof namespace !== 'string') {
      report(`[${at}] is not a provider with a \`namespace\``);
      return [];
    }
    const types = arrayOf(provider.resourceTypes, `${namespace}: \`resourceTypes\` is not a list`, report);
    return [{ namespace, types: types.flatMap((type, number) => readType(namespace, type, number, report)) }];
  });
}

function readType(
  namespace: string,
  type: unknown,
  at: number,
  report: (problem: string) => void,
): ProviderType[] {
  const name = isRecord(type) ? type.resourceType : undefined;
  if (!isRecord(type) || typeof name !== 'string' || name === '') {
    report(`${namespace}: resource type ${at} has no \`resourceType\``);
    return [];
  }
  const place = `${namespace}/${name}`;
  const aliases = arrayOf(type.aliases, `${place}: \`aliases\` is not a list`, report);
  const facts: ResourceTypeFacts = {
    ...capabilitiesOf(type.capabilities),
    policies: 'neither',
    latestApiVersion: latestOf(arrayOf(type.apiVersions, `${place}: \`apiVersions\` is not a list`, report)),
  };
  return [
    { name, facts, aliases: aliases.flatMap((alias, number) => readAlias(place, alias, number, report)) },
  ];
}

function readAlias(place: string, alias: unknown, at: number, report: (problem: string) => void): Alias[] {
  if (!isRecord(alias) || typeof alias.name !== 'string') {
    report(`${place}: alias ${at} has no \`name\``);
    return [];
  }
  const { name, defaultPath, defaultMetadata } = alias;
  const paths = arrayOf(alias.paths, `${place}: \`paths\` of alias ${at} is not a list`, report).filter(
    isRecord,
  );
  const path = typeof defaultPath === 'string' && defaultPath !== '' ? defaultPath : paths[0]?.path;
  if (typeof path !== 'string' || path === '') {
    report(`${place}: alias ${at} has no path`);
    return [];
  }
  const versions = paths.flatMap((one) => {
    const apiVersions = Array.isArray(one.apiVersions) ? one.apiVersions.filter(isString) : [];
    return typeof one.path === 'string' && one.path !== path && apiVersions.length > 0
      ? [{ path: one.path, apiVersions }]
      : [];
  });
  const attributes = isRecord(defaultMetadata) ? defaultMetadata.attributes : undefined;
  return [
    {
      name,
      path,
      ...(versions.length === 0 ? {} : { versions }),
      ...(typeof attributes === 'string' ? { modifiable: /\bmodifiable\b/i.test(attributes) } : {}),
    },
  ];
}

/** `None`, or a list such as `CrossResourceGroupResourceMove, SupportsTags, SupportsLocation`. */
function capabilitiesOf(capabilities: unknown): Pick<ResourceTypeFacts, 'tags' | 'location'> {
  if (typeof capabilities !== 'string') return { tags: undefined, location: undefined };
  return {
    tags: /\bsupportstags\b/i.test(capabilities),
    location: /\bsupportslocation\b/i.test(capabilities),
  };
}

/** The newest version by date; of two on one day the one that is not a preview. */
function latestOf(versions: readonly unknown[]): string | undefined {
  const dated = versions.filter(isString).map((version) => ({ version, day: version.slice(0, 10) }));
  dated.sort((a, b) => (a.day === b.day ? a.version.length - b.version.length : a.day < b.day ? 1 : -1));
  return dated[0]?.version;
}

function arrayOf(value: unknown, problem: string, report: (problem: string) => void): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined && value !== null) report(problem);
  return [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
