import { type JsonDocument, type JsonNode, stringOf } from '../../kernel/index.ts';

/** What a bicepconfig.json says about where modules are (articles/azure-resource-manager/bicep/bicep-config-modules.md). */
export interface BicepConfig {
  /** The file as diagnostics show it; `undefined` where there is none and only what is built in counts. */
  readonly path: string | undefined;
  readonly registryAliases: ReadonlyMap<string, RegistryAlias>;
  readonly templateSpecAliases: ReadonlyMap<string, TemplateSpecAlias>;
  /** The folder of the Bicep cache, when it is not `~/.bicep`. */
  readonly cacheRootDirectory: string | undefined;
}

export interface RegistryAlias {
  readonly registry: string | undefined;
  readonly modulePath: string | undefined;
}

export interface TemplateSpecAlias {
  readonly subscription: string | undefined;
  readonly resourceGroup: string | undefined;
}

/** What counts without a bicepconfig.json: `br/public` is Microsoft's registry. */
export const builtInBicepConfig: BicepConfig = {
  path: undefined,
  registryAliases: new Map([['public', { registry: 'mcr.microsoft.com', modulePath: 'bicep' }]]),
  templateSpecAliases: new Map(),
  cacheRootDirectory: undefined,
};

/** Reads a bicepconfig.json over what it extends: what is built in, or the file that {@link extendedPath} names. */
export function readBicepConfig(document: JsonDocument, base: BicepConfig = builtInBicepConfig): BicepConfig {
  const aliases = member(document.root, 'moduleAliases');
  const registryAliases = new Map(base.registryAliases);
  for (const [name, node] of members(member(aliases, 'br'))) {
    const under = registryAliases.get(name);
    registryAliases.set(name, {
      registry: stringOf(member(node, 'registry')) ?? under?.registry,
      modulePath: stringOf(member(node, 'modulePath')) ?? under?.modulePath,
    });
  }
  const templateSpecAliases = new Map(base.templateSpecAliases);
  for (const [name, node] of members(member(aliases, 'ts'))) {
    const under = templateSpecAliases.get(name);
    templateSpecAliases.set(name, {
      subscription: stringOf(member(node, 'subscription')) ?? under?.subscription,
      resourceGroup: stringOf(member(node, 'resourceGroup')) ?? under?.resourceGroup,
    });
  }
  return {
    path: document.source.path,
    registryAliases,
    templateSpecAliases,
    cacheRootDirectory: stringOf(member(document.root, 'cacheRootDirectory')) ?? base.cacheRootDirectory,
  };
}

/** The path of the file that a bicepconfig.json extends, relative to it; `undefined` where it extends none. */
export function extendedPath(document: JsonDocument): string | undefined {
  const path = stringOf(member(document.root, 'extends'))?.trim();
  return path === '' ? undefined : path;
}

/** Bicep looks the names of its configuration up by exact case, unlike those of a template. */
function member(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return members(node).find(([key]) => key === name)?.[1];
}

function members(node: JsonNode | undefined): (readonly [string, JsonNode])[] {
  return node?.kind === 'object' ? node.properties.map(({ name, value }) => [name, value] as const) : [];
}
