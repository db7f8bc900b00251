import { fold } from '../../../kernel/index.ts';
import { readIpAddress } from '../policy/ip-range.ts';
import { compliantNetworkId, type NamedLocation } from '../policy/named-location.ts';
import type { IncludeExclude } from '../policy/policy.ts';
import type { Directory } from './directory.ts';
import type { SignInLocation } from './sign-in.ts';
import { allOf, anyOf, not, type Truth } from './truth.ts';

/** Whether a sign-in comes from where a policy is for (docs/identity/conditional-access/concept-assignment-network.md). */
export function matchLocation(
  { include, exclude }: IncludeExclude,
  location: SignInLocation,
  directory: Directory,
): Truth {
  const isFrom = (names: readonly string[]) =>
    anyOf(names.map((name) => isAt(fold(name), location, directory)));
  return allOf([include.length === 0 ? true : isFrom(include), not(isFrom(exclude))]);
}

function isAt(name: string, location: SignInLocation, directory: Directory): Truth {
  if (name === 'all') return true;
  if (name === 'alltrusted') return isTrusted(location, directory);
  if (location.kind === 'named') return location.ids.some((id) => fold(id) === name);
  if (name === compliantNetworkId) return undefined;
  return isInside(directory.location(name), location);
}

function isTrusted(location: SignInLocation, directory: Directory): Truth {
  if (location.kind === 'named') return location.isTrusted;
  const trusted = directory.locations?.filter((one) => one.kind === 'ip' && one.isTrusted);
  return trusted === undefined ? undefined : anyOf(trusted.map((one) => isInside(one, location)));
}

/** Whether an address or country is in a named location. */
export function isInside(
  location: NamedLocation | undefined,
  { ipAddress, country }: { readonly ipAddress?: string | undefined; readonly country?: string | undefined },
): Truth {
  if (location?.kind === 'country') {
    if (country === undefined) return undefined;
    if (country === '') return location.includesUnknown;
    return location.countries.some((one) => fold(one) === fold(country));
  }
  if (location?.kind !== 'ip' || ipAddress === undefined) return undefined;
  const address = readIpAddress(ipAddress);
  if (address === undefined) return undefined;
  if (location.ranges.some(({ first, last }) => first <= address && address <= last)) return true;
  return location.isComplete ? false : undefined;
}
