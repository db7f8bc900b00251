import { formatPlace, placeOf, Unknown, type Value, type ValueObject } from '../kernel/index.ts';
import type { ExpandedResource, Expansion } from './expand.ts';

/**
 * The predicted resources in the JSON format of `bicep snapshot`: what is known is a value, what is not is the
 * partially reduced expression in brackets. Secrets never appear in it.
 */
export interface Snapshot {
  readonly predictedResources: readonly ValueObject[];
  readonly diagnostics: readonly string[];
  readonly outputs: ValueObject;
}

/** Renders an expansion as a snapshot. */
export function snapshotOf(expansion: Expansion): Snapshot {
  const outputs: ValueObject = {};
  for (const [name, output] of Object.entries(expansion.outputs))
    outputs[name] = plain((output as ValueObject).value ?? null);
  return {
    predictedResources: expansion.resources.map(predictedResource),
    diagnostics: expansion.diagnostics.map((entry) => {
      const target = entry.span === undefined ? (entry.file ?? '') : formatPlace(placeOf(entry.span));
      return `${target} ${entry.level} ${entry.code}: ${entry.message}`;
    }),
    outputs,
  };
}

function predictedResource(resource: ExpandedResource): ValueObject {
  const { type, name, apiVersion, ...rest } = resource.body;
  return plain({
    id: resource.id,
    type: type!,
    name: name!,
    apiVersion: apiVersion ?? null,
    ...rest,
  }) as ValueObject;
}

/** A copy in which unknowns are their expressions, escaped strings are escaped again and nothing is an object of ours. */
function plain(value: Value): Value {
  if (value instanceof Unknown) return value.toString();
  if (typeof value === 'string') return value.startsWith('[') ? `[${value}` : value;
  if (typeof value === 'bigint') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const copy: ValueObject = {};
  for (const [key, member] of Object.entries(value)) copy[key] = plain(member);
  return copy;
}
