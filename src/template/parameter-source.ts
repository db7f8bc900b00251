import {
  childNode,
  type Diagnostics,
  describeNode,
  type JsonNode,
  type Span,
  spanOf,
  stringOf,
  Unknown,
  type Value,
} from '../kernel/index.ts';
import { isExpression } from './expression.ts';
import type { Frame } from './frame.ts';
import { propertyLoop } from './property-copy.ts';

/** Where the value of a parameter comes from. */
export type ParameterSource =
  /** A parameter file's `value`, taken as it stands. */
  | { readonly kind: 'file'; readonly name: string; readonly node: JsonNode; readonly span: Span }
  /** A parameter file's `expression`, computed where the file has its variables and functions. */
  | {
      readonly kind: 'computed';
      readonly name: string;
      readonly node: JsonNode;
      readonly frame: Frame;
      readonly value: Value;
      readonly span: Span;
    }
  /** A parameter file's `reference` to a key vault secret. */
  | { readonly kind: 'keyVault'; readonly name: string; readonly span: Span }
  /** The `parameters` of a nested deployment, evaluated where the deployment stands. */
  | {
      readonly kind: 'nested';
      readonly name: string;
      /** The object that holds the `value`, the copy loop that makes it, or an expression that yields such an object. */
      readonly entry: JsonNode;
      readonly frame: Frame;
      readonly span: Span;
    }
  /** A value given by the caller. */
  | { readonly kind: 'given'; readonly name: string; readonly value: Value };

/**
 * Reads the `parameters` of a nested deployment, whose values are evaluated in `frame`; `undefined` in a parameter file, where
 * they are taken as they stand (articles/azure-resource-manager/templates/parameter-files.md).
 */
export function readParameterSources(
  entries: JsonNode | undefined,
  frame: Frame | undefined,
  diagnostics: Diagnostics,
): ParameterSource[] {
  if (entries === undefined) return [];
  if (entries.kind !== 'object') {
    const found = describeNode(entries);
    diagnostics.report('LG2002', { section: 'parameters', expected: 'an object', found }, spanOf(entries));
    return [];
  }
  return entries.properties.flatMap(({ name, value: entry }): ParameterSource[] => {
    if (childNode(entry, 'reference') !== undefined) return [{ kind: 'keyVault', name, span: spanOf(entry) }];
    const text = stringOf(entry);
    if (frame !== undefined && text !== undefined && isExpression(text)) {
      return [{ kind: 'nested', name, entry, frame, span: spanOf(entry) }];
    }
    const node = childNode(entry, 'value') ?? propertyLoop(entry, 'value');
    if (node === undefined || entry.kind !== 'object') {
      const found = entry.kind === 'object' ? 'an object without them' : describeNode(entry);
      const expected = 'an object with `value` or `reference`';
      diagnostics.report('LG2022', { expected, found }, spanOf(entry));
      return [];
    }
    const span = spanOf(node);
    return [
      frame === undefined ? { kind: 'file', name, node, span } : { kind: 'nested', name, entry, frame, span },
    ];
  });
}

/** The secret behind a key vault reference. */
export function keyVaultSecret(name: string, type: Unknown['type'], span: Span): Unknown {
  return new Unknown(`parameters('${name}')`, {
    type,
    secret: true,
    causes: [{ kind: 'secret', name: `the key vault secret for parameter ${name}`, span }],
  });
}
