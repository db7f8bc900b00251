/**
 * `facts/resource-types.json`, and the file of that name in a user's facts folder: what is known of resource types.
 * By namespace, then by the rest of the type, both folded; each value is three marks and the latest API version:
 *
 * 1. tags `T`, no tags `F`, not known `?`
 * 2. location `L`, no location `N`, not known `?`
 * 3. built-in policies of mode Indexed look at the type `I`, only policies of a data-plane mode do `D`, neither `-`
 */
export interface ResourceTypeFile {
  /** Whether the first two marks are the capabilities that Azure itself states, not an approximation from public tables. */
  readonly exact: boolean;
  readonly namespaces: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface ResourceTypeFacts {
  readonly tags: boolean | undefined;
  readonly location: boolean | undefined;
  readonly policies: 'indexed' | 'data-plane' | 'neither';
  readonly latestApiVersion: string | undefined;
}

/** One value of the file. */
export function packResourceType(facts: ResourceTypeFacts): string {
  const policies = { indexed: 'I', 'data-plane': 'D', neither: '-' }[facts.policies];
  return `${mark(facts.tags, 'T', 'F')}${mark(facts.location, 'L', 'N')}${policies}${facts.latestApiVersion ?? ''}`;
}

/** Reads what {@link packResourceType} wrote; marks that are not known say nothing. */
export function unpackResourceType(packed: string): ResourceTypeFacts {
  return {
    tags: truth(packed[0], 'T', 'F'),
    location: truth(packed[1], 'L', 'N'),
    policies: packed[2] === 'I' ? 'indexed' : packed[2] === 'D' ? 'data-plane' : 'neither',
    latestApiVersion: packed.length > 3 ? packed.slice(3) : undefined,
  };
}

/** The text of the file: one namespace a line. */
export function formatResourceTypeFile(file: ResourceTypeFile): string {
  const lines = Object.entries(file.namespaces)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([namespace, types]) => {
      const sorted = Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1)));
      return `${JSON.stringify(namespace)}:${JSON.stringify(sorted)}`;
    });
  return `{"exact":${file.exact},"namespaces":{\n${lines.join(',\n')}\n}}\n`;
}

/**
 * Whether policies of mode Indexed look at a type: those that support tags and a location
 * (articles/governance/policy/concepts/definition-structure-basics.md). With an approximation, see facts/SOURCES.md for the
 * evidence behind each line.
 */
export function decideIndexed(type: string, facts: ResourceTypeFacts, exact: boolean): boolean | undefined {
  // Subscriptions and resource groups have tags, and are only looked at with mode All.
  if (type === 'microsoft.resources/subscriptions' || type === 'microsoft.resources/resourcegroups')
    return false;
  if (type === 'microsoft.resources/subscriptions/resourcegroups') return false;
  if (exact) return facts.tags === undefined ? undefined : facts.tags && facts.location === true;
  if (facts.tags === false || facts.policies === 'data-plane') return false;
  const isChild = type.indexOf('/') !== type.lastIndexOf('/');
  if (isChild && facts.location === false) return facts.tags === true ? false : undefined;
  if (facts.tags === true || facts.policies === 'indexed') return true;
  return undefined;
}

function mark(value: boolean | undefined, yes: string, no: string): string {
  if (value === undefined) return '?';
  return value ? yes : no;
}

function truth(found: string | undefined, yes: string, no: string): boolean | undefined {
  if (found === yes) return true;
  return found === no ? false : undefined;
}
