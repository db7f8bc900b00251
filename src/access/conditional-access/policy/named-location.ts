import { type Diagnostic, diagnostic, isObject, type Value } from '../../../kernel/index.ts';
import { type IpRange, readIpRange } from './ip-range.ts';

/** A named location (graph/api/resources/namedlocation): public addresses, or countries. */
export type NamedLocation = {
  readonly id: string;
  readonly displayName: string;
} & (
  | {
      readonly kind: 'ip';
      readonly isTrusted: boolean;
      readonly ranges: readonly IpRange[];
      /** Whether each of its ranges was understood. */
      readonly isComplete: boolean;
    }
  | {
      readonly kind: 'country';
      /** ISO 3166 codes of two letters. */
      readonly countries: readonly string[];
      readonly includesUnknown: boolean;
    }
  /** What is in it is not known. */
  | { readonly kind: 'unknown' }
);

/** Every compliant network (docs/global-secure-access/how-to-compliant-network.md), under an id that all tenants share. */
export const compliantNetworkId = '3d46dbda-8382-466a-856d-eb00cbc6b910';

/** Reads a named location of Microsoft Graph; `undefined` when it has no id. */
export function readNamedLocation(
  value: Value,
  file: string,
): { readonly location: NamedLocation | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const id = isObject(value) ? textOf(value.id) : '';
  if (!isObject(value) || id === '')
    return { location: undefined, diagnostics: [diagnostic('LG8055', {}, file)] };
  const named = { id, displayName: textOf(value.displayName) };
  const countries = value.countriesAndRegions;
  if (Array.isArray(countries)) {
    const includesUnknown = value.includeUnknownCountriesAndRegions === true;
    return {
      location: { ...named, kind: 'country', countries: countries.map(textOf), includesUnknown },
      diagnostics: [],
    };
  }
  const ranges = value.ipRanges;
  if (!Array.isArray(ranges)) {
    const unread = diagnostic('LG8054', { location: named.displayName || id, part: 'its kind' }, file);
    return { location: { ...named, kind: 'unknown' }, diagnostics: [unread] };
  }
  const texts = ranges.map((one) => (isObject(one) ? textOf(one.cidrAddress) : textOf(one)));
  const read = texts.map(readIpRange);
  const problems = texts.filter((_, index) => read[index] === undefined);
  return {
    location: {
      ...named,
      kind: 'ip',
      isTrusted: value.isTrusted === true,
      ranges: read.filter((range) => range !== undefined),
      isComplete: problems.length === 0,
    },
    diagnostics: problems.map((part) =>
      diagnostic('LG8054', { location: named.displayName || id, part }, file),
    ),
  };
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
