import { quoted, type ReferenceProblem, referenceProblem } from './reference-problem.ts';
import { parseRegistryAddress } from './registry-address.ts';
import { parseTemplateSpecAddress } from './template-spec-address.ts';

/** What `br:`, `br/<alias>:`, `ts:` or `ts/<alias>:` names, before its alias is looked up. */
export interface ArtifactReference {
  readonly kind: ArtifactKind;
  /** As it was written. */
  readonly text: string;
  readonly alias: string | undefined;
  /** What follows the scheme: all of the address without an alias, the end of it with one. */
  readonly address: string;
}

export type ArtifactKind = 'registry' | 'template-spec';

/** Whether what a module, an import or `using` names is an artifact rather than a file: a path has no colon. */
export function isArtifactReference(text: string): boolean {
  return text.includes(':');
}

/**
 * Reads a reference to an artifact (articles/azure-resource-manager/bicep/modules.md). Everything
 * but the alias is checked here.
 */
export function parseArtifactReference(text: string): ArtifactReference | ReferenceProblem {
  const colon = text.indexOf(':');
  const head = colon === -1 ? text : text.slice(0, colon);
  const slash = head.indexOf('/');
  const scheme = slash === -1 ? head : head.slice(0, slash);
  const kind = schemes.get(scheme);
  if (colon === -1 || kind === undefined) {
    return referenceProblem('BCP189', `${quoted(scheme)} is not \`br\`, \`ts\` or the path of a file`);
  }
  const alias = slash === -1 ? undefined : head.slice(slash + 1);
  if (alias !== undefined && !aliasPattern.test(alias)) {
    return referenceProblem(
      'BCP211',
      `the alias ${quoted(alias)} may have letters, digits, \`_\` and \`-\` only`,
    );
  }
  const address = text.slice(colon + 1);
  const prefix = alias === undefined ? '' : placeholders[kind];
  const parsed = parseAddress(kind, prefix + address);
  return 'problem' in parsed ? parsed : { kind, text, alias, address };
}

/** Reads an address of that kind, in which no alias is left. */
export function parseAddress(
  kind: ArtifactKind,
  address: string,
): ReturnType<typeof parseRegistryAddress> | ReturnType<typeof parseTemplateSpecAddress> {
  return kind === 'registry' ? parseRegistryAddress(address) : parseTemplateSpecAddress(address);
}

const schemes: ReadonlyMap<string, ArtifactKind> = new Map([
  ['br', 'registry'],
  ['ts', 'template-spec'],
]);

const aliasPattern = /^[a-z0-9_-]+$/i;

/** What an alias stands for while only the rest is looked at. */
const placeholders: Readonly<Record<ArtifactKind, string>> = {
  registry: 'alias/',
  'template-spec': '00000000-0000-0000-0000-000000000000/alias/',
};
