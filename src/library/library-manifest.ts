import type { PolicyCounts } from './collect-policies.ts';

/** What a library is and where it came from. */
export interface LibraryManifest {
  readonly name: string;
  /** The folder, archive or git address that it was added from. */
  readonly source: string;
  readonly commit?: string | undefined;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  readonly counts: PolicyCounts;
  /** Of a library that holds the compiled modules of a Bicep registry instead of policies. */
  readonly modules?: ModuleCounts | undefined;
  /** `sha256:` over paths and texts: the same content has the same digest, however it came. */
  readonly digest: string;
}

export interface ModuleCounts {
  /** The host of the registry and what the paths of its modules begin with, as `mcr.microsoft.com/bicep`. */
  readonly registry: string;
  readonly modules: number;
  readonly versions: number;
}

/** Why a library cannot have this name; `undefined` when it can. The name becomes the name of a file on every platform. */
export function libraryNameProblem(name: string): string | undefined {
  if (!/^[a-z0-9][a-z0-9._-]{0,63}$/.test(name))
    return 'a name has lower-case letters, digits, `.`, `_` and `-`, at most 64';
  if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/.test(name)) return 'Windows keeps that name for a device';
  return undefined;
}

/** The name of the file that holds a library. */
export function libraryFileName(name: string): string {
  return `${name}${libraryFileEnding}`;
}

export const libraryFileEnding = '.landguard-library';
