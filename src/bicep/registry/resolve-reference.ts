import { suggest } from '../../kernel/index.ts';
import { type ArtifactReference, parseAddress } from './artifact-reference.ts';
import type { BicepConfig } from './bicep-config.ts';
import { quoted, type ReferenceProblem, referenceProblem } from './reference-problem.ts';
import type { RegistryAddress } from './registry-address.ts';
import type { TemplateSpecAddress } from './template-spec-address.ts';

/** Where an artifact is, whatever alias named it. */
export type ResolvedReference = RegistryAddress | TemplateSpecAddress;

/** Puts what an alias stands for in its place. */
export function resolveReference(
  reference: ArtifactReference,
  config: BicepConfig,
): ResolvedReference | ReferenceProblem {
  if (reference.alias === undefined) return parseAddress(reference.kind, reference.address);
  const prefix = prefixes[reference.kind](reference.alias, config);
  return typeof prefix === 'string' ? parseAddress(reference.kind, prefix + reference.address) : prefix;
}

/** The reference as it is without aliases; the same artifact of a registry has the same one. */
export function fullReference(resolved: ResolvedReference): string {
  if ('subscription' in resolved) {
    const { subscription, resourceGroup, name, version } = resolved;
    return `ts:${subscription}/${resourceGroup}/${name}:${version}`;
  }
  const { registry, repository, tag, digest } = resolved;
  return `br:${registry}/${repository}${tag === undefined ? `@${digest}` : `:${tag}`}`;
}

type Prefix = (name: string, config: BicepConfig) => string | ReferenceProblem;

const prefixes: Readonly<Record<ArtifactReference['kind'], Prefix>> = {
  registry: registryPrefix,
  'template-spec': templateSpecPrefix,
};

function registryPrefix(name: string, config: BicepConfig): string | ReferenceProblem {
  const alias = config.registryAliases.get(name);
  if (alias === undefined) return unknownAlias('BCP213', 'br', name, config.registryAliases.keys(), config);
  if (alias.registry === undefined) return incompleteAlias('BCP216', `br.${name}`, 'registry', config);
  return alias.modulePath === undefined ? `${alias.registry}/` : `${alias.registry}/${alias.modulePath}/`;
}

function templateSpecPrefix(name: string, config: BicepConfig): string | ReferenceProblem {
  const alias = config.templateSpecAliases.get(name);
  if (alias === undefined)
    return unknownAlias('BCP212', 'ts', name, config.templateSpecAliases.keys(), config);
  const { subscription, resourceGroup } = alias;
  if (subscription === undefined) return incompleteAlias('BCP214', `ts.${name}`, 'subscription', config);
  if (resourceGroup === undefined) return incompleteAlias('BCP215', `ts.${name}`, 'resourceGroup', config);
  return `${subscription}/${resourceGroup}/`;
}

function unknownAlias(
  code: ReferenceProblem['code'],
  scheme: string,
  name: string,
  known: Iterable<string>,
  { path }: BicepConfig,
): ReferenceProblem {
  const where =
    path === undefined
      ? 'there is no bicepconfig.json that could define it'
      : `\`${path}\` does not define it`;
  const otherwise = `define it there as moduleAliases.${scheme}.${name}`;
  const advice = suggest(name, known, path === undefined ? '' : otherwise);
  return referenceProblem(
    code,
    `the alias ${quoted(name)} is unknown: ${where}${advice === '' ? '' : `; ${advice}`}`,
  );
}

function incompleteAlias(
  code: ReferenceProblem['code'],
  alias: string,
  missing: string,
  { path }: BicepConfig,
): ReferenceProblem {
  return referenceProblem(code, `moduleAliases.${alias} in \`${path}\` has no \`${missing}\``);
}
