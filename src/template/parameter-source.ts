import { childNode, type JsonNode, type Span, spanOf, Unknown, type Value } from '../kernel/index.ts';
import type { Frame } from './frame.ts';

/** Where the value of a parameter comes from. */
export type ParameterSource =
  /** A parameter file's `value`, taken as it stands. */
  | { readonly kind: 'file'; readonly name: string; readonly node: JsonNode; readonly span: Span }
  /** A parameter file's `reference` to a key vault secret. */
  | { readonly kind: 'keyVault'; readonly name: string; readonly span: Span }
  /** The `parameters` of a nested deployment, evaluated where the deployment stands. */
  | {
      readonly kind: 'nested';
      readonly name: string;
      readonly node: JsonNode;
      readonly frame: Frame;
      readonly span: Span;
    }
  /** A value given by the caller. */
  | { readonly kind: 'given'; readonly name: string; readonly value: Value };

/**
 * Reads the entries of a parameter file or of a nested deployment's `parameters`
 * (articles/azure-resource-manager/templates/parameter-files.md). With a frame, values are evaluated in it.
 */
export function readParameterSources(entries: JsonNode | undefined, frame?: Frame): ParameterSource[] {
  if (entries?.kind !== 'object') return [];
  return entries.properties.flatMap(({ name, value: entry }): ParameterSource[] => {
    if (childNode(entry, 'reference') !== undefined) return [{ kind: 'keyVault', name, span: spanOf(entry) }];
    const node = childNode(entry, 'value');
    if (node === undefined) return [];
    const span = spanOf(node);
    return [
      frame === undefined ? { kind: 'file', name, node, span } : { kind: 'nested', name, node, frame, span },
    ];
  });
}

/** The parameter values of a parameter file: its `parameters` section, or the whole object where it has none. */
export function readParameterFile(root: JsonNode | undefined): ParameterSource[] {
  return readParameterSources(childNode(root, 'parameters') ?? root);
}

/** The secret behind a key vault reference. */
export function keyVaultSecret(name: string, type: Unknown['type'], span: Span): Unknown {
  return new Unknown(`parameters('${name}')`, {
    type,
    secret: true,
    causes: [{ kind: 'secret', name: `the key vault secret for parameter ${name}`, span }],
  });
}
