import { quoted, type ReferenceProblem, referenceProblem } from './reference-problem.ts';

/** Where a registry keeps an artifact. Exactly one of tag and digest is given. */
export interface RegistryAddress {
  /** The host in lower case, with its port where it has one. */
  readonly registry: string;
  /** The path of the artifact within the registry, without a tag. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** `sha256:` and 64 digits. */
  readonly digest: string | undefined;
}

/**
 * Reads `<registry>/<repository>:<tag>` or `<registry>/<repository>@<digest>`
 * (articles/azure-resource-manager/bicep/modules.md; the names are those of the OCI distribution specification). A path is
 * never normalized: `..` is no name of a folder here.
 */
export function parseRegistryAddress(text: string): RegistryAddress | ReferenceProblem {
  const slash = text.indexOf('/');
  const registry = slash === -1 ? text : text.slice(0, slash);
  const rest = slash === -1 ? '' : text.slice(slash + 1);
  if (registry.length > registryLengthMax) {
    return referenceProblem('BCP200', `the registry has more than ${registryLengthMax} characters`);
  }
  if (!hostPattern.test(registry) || rest === '') {
    return referenceProblem(
      'BCP193',
      `${quoted(text)} is not of the form \`<registry>/<path>:<tag>\` or, with an alias, \`br/<alias>:<path>:<tag>\``,
    );
  }
  const { repository, mark, version } = splitVersion(rest);
  if (repository.length > repositoryLengthMax) {
    return referenceProblem('BCP199', `its path has more than ${repositoryLengthMax} characters`);
  }
  const wrong = repository.split('/').find((segment) => !segmentPattern.test(segment));
  if (wrong !== undefined) {
    return referenceProblem(
      'BCP195',
      `${quoted(wrong)} cannot be a part of its path: lower-case letters and digits, with \`.\`, \`_\` or \`-\` between them`,
    );
  }
  const problem = versionProblem(mark, version);
  if (problem !== undefined) return problem;
  const isTag = mark === ':';
  return {
    registry: registry.toLowerCase(),
    repository,
    tag: isTag ? version : undefined,
    digest: isTag ? undefined : version,
  };
}

interface Versioned {
  readonly repository: string;
  readonly mark: string;
  readonly version: string;
}

function splitVersion(text: string): Versioned {
  const name = text.lastIndexOf('/') + 1;
  const at = text.slice(name).search(/[:@]/);
  if (at === -1) return { repository: text, mark: '', version: '' };
  const end = name + at;
  return { repository: text.slice(0, end), mark: text[end] ?? '', version: text.slice(end + 1) };
}

function versionProblem(mark: string, version: string): ReferenceProblem | undefined {
  if (version === '')
    return referenceProblem('BCP196', 'it names no version: `:<tag>` is missing at its end');
  if (mark === '@') {
    if (digestPattern.test(version)) return undefined;
    return referenceProblem('BCP224', `the digest ${quoted(version)} is not \`sha256:\` and 64 digits`);
  }
  if (version.length > tagLengthMax) {
    return referenceProblem('BCP197', `its tag has more than ${tagLengthMax} characters`);
  }
  if (tagPattern.test(version)) return undefined;
  return referenceProblem(
    'BCP198',
    `the tag ${quoted(version)} may have letters, digits, \`.\`, \`_\` and \`-\`, and begins with a letter, a digit or \`_\``,
  );
}

const registryLengthMax = 255;
const repositoryLengthMax = 255;
const tagLengthMax = 128;
const hostPattern = /^(\[[0-9a-f:.]+\]|[a-z0-9][a-z0-9._-]*)(:\d{1,5})?$/i;
const segmentPattern = /^[a-z0-9]+([._-][a-z0-9]+)*$/;
const tagPattern = /^[a-z0-9_][a-z0-9._-]*$/i;
const digestPattern = /^sha256:[0-9a-f]{64}$/;
