import { childNode, Diagnostics, defaultLimits, fold, type JsonNode, type Limits } from '../kernel/index.ts';
import { ParameterProgram } from './parameter-program.ts';
import { type ParameterSource, readParameterSources } from './parameter-source.ts';

/**
 * The parameter values of a parameter file: its `parameters` section, or the whole object where it has none. What is of the
 * wrong shape is left out and reported to `diagnostics`. A value is a `value`, a `reference` to a secret, or an `expression` over the
 * file's own `variables` and `functions`; values of the file that it `extends` count where it has none itself: a .bicepparam file is
 * read as such a parameter file (articles/azure-resource-manager/bicep/parameter-files.md).
 */
export function readParameterFile(
  root: JsonNode | undefined,
  diagnostics: Diagnostics = new Diagnostics(),
  limits: Limits = defaultLimits,
): ParameterSource[] {
  const entries = childNode(root, 'parameters') ?? withoutHead(root);
  if (root?.kind !== 'object' || entries?.kind !== 'object')
    return readParameterSources(entries, undefined, diagnostics);
  const isComputed = (entry: JsonNode) => childNode(entry, 'expression') !== undefined;
  const stated = entries.properties.filter(({ value }) => !isComputed(value));
  const sources = readParameterSources({ ...entries, properties: stated }, undefined, diagnostics);
  if (stated.length === entries.properties.length && childNode(root, 'extends') === undefined) return sources;
  const program = new ParameterProgram(root, limits);
  sources.push(...program.sources());
  for (const entry of program.diagnostics()) diagnostics.add(entry);
  return sources;
}

const headNames: ReadonlySet<string> = new Set(['$schema', 'contentversion', 'metadata']);

function withoutHead(root: JsonNode | undefined): JsonNode | undefined {
  if (root?.kind !== 'object') return root;
  return { ...root, properties: root.properties.filter(({ name }) => !headNames.has(fold(name))) };
}
