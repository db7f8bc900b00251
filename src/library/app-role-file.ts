import { join } from 'node:path';
import { type Diagnostic, fold } from '../kernel/index.ts';
import { readFactsFile } from './read-facts-file.ts';
import { type AccessTier, unpackTier } from './role-file.ts';

/** An app role: a permission that one application, such as Microsoft Graph, offers to others. */
export interface AppRole {
  /** The application that offers it, folded. */
  readonly appId: string;
  /** The GUID that assignments name, folded. */
  readonly id: string;
  /** Such as `Directory.Read.All`. */
  readonly value: string;
  readonly tier?: AccessTier | undefined;
}

/** `facts/app-roles.json`: for each application its roles, as the letter of the tier and the name, by their GUIDs. */
export interface AppRoleFile {
  readonly apps: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The app roles of a facts folder. */
export interface AppRoles {
  find(appId: string, id: string): AppRole | undefined;
  all(): readonly AppRole[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads the app roles of Microsoft's applications. */
export function loadAppRoles(folder: string): AppRoles {
  const { file, diagnostics } = readFactsFile<AppRoleFile>(join(folder, 'app-roles.json'), 'apps');
  const apps = new Map(
    Object.entries(file?.apps ?? {}).map(([id, roles]) => [id, new Map(Object.entries(roles))]),
  );
  return {
    find: (appId, id) => {
      const packed = apps.get(fold(appId))?.get(fold(id));
      return packed === undefined ? undefined : unpack(fold(appId), fold(id), packed);
    },
    all: () =>
      [...apps].flatMap(([appId, roles]) => [...roles].map(([id, packed]) => unpack(appId, id, packed))),
    diagnostics,
  };
}

function unpack(appId: string, id: string, packed: string): AppRole {
  return { appId, id, value: packed.slice(2), tier: unpackTier(packed.slice(0, 1).trim()) };
}
