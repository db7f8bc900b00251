/** A library whose address is known. */
export interface KnownLibrary {
  readonly name: string;
  readonly address: string;
  readonly title: string;
  /** Of a library of compiled Bicep modules: the registry that they are published to. */
  readonly registry?: string;
  /** Chooses the files of the library among all JSON files of the repository, or of a copy of a part of it. */
  select(paths: readonly string[]): ReadonlySet<string>;
}

/** The libraries that `landguard library add` brings by name alone. Nothing of them is part of landguard. */
export const knownLibraries: readonly KnownLibrary[] = [
  {
    name: 'azure-policy',
    address: 'https://github.com/Azure/azure-policy',
    title: 'Built-in policies and initiatives of Azure Policy (without Azure Government)',
    select: (paths) => {
      const inFolder = within(paths, 'built-in-policies').filter(
        (path) => hasFolder(path, 'policyDefinitions') || hasFolder(path, 'policySetDefinitions'),
      );
      return new Set(inFolder.filter((path) => !hasFolder(path, 'Azure Government')));
    },
  },
  {
    name: 'alz',
    address: 'https://github.com/Azure/Azure-Landing-Zones-Library',
    title: 'Azure Landing Zones: policies, assignments and architectures (alz, amba, slz)',
    select: (paths) => {
      const parts = ['alz', 'amba', 'slz'];
      return new Set(within(paths, 'platform').filter((path) => parts.some((part) => hasFolder(path, part))));
    },
  },
  {
    name: 'bicep-registry',
    address: 'https://github.com/Azure/bicep-registry-modules',
    title: 'Compiled modules of the public Bicep registry (br/public), every version',
    registry: 'mcr.microsoft.com/bicep',
    select: () => new Set(),
  },
];

/** The known library of that name. */
export function knownLibrary(name: string): KnownLibrary | undefined {
  return knownLibraries.find((library) => library.name === name);
}

/** The paths under the folder of that name when there is one, else all of them: someone gave a copy of that folder itself. */
function within(paths: readonly string[], folder: string): readonly string[] {
  const inside = paths.filter((path) => hasFolder(path, folder));
  return inside.length > 0 ? inside : paths;
}

function hasFolder(path: string, folder: string): boolean {
  return `/${path}`.includes(`/${folder}/`);
}
