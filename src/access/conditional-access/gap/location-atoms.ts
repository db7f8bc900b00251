import { fold } from '../../../kernel/index.ts';
import type { NamedLocation } from '../policy/named-location.ts';
import type { Policy } from '../policy/policy.ts';
import type { Tenant } from '../sign-in/tenant.ts';
import type { Atom, Dimension } from './atom.ts';

type IpLocation = Extract<NamedLocation, { kind: 'ip' }>;
type CountryLocation = Extract<NamedLocation, { kind: 'country' }>;

/** The locations that policies tell apart: by address and country, and alone those of which no more than the id is known. */
export function locationDimension(policies: readonly Policy[], { locations = [] }: Tenant): Dimension {
  const named = new Set(
    policies
      .flatMap((one) => [...(one.locations?.include ?? []), ...(one.locations?.exclude ?? [])])
      .map(fold),
  );
  const byAddress = addressSets(locations.filter((one): one is IpLocation => one.kind === 'ip'));
  const byCountry = countrySets(locations.filter((one): one is CountryLocation => one.kind === 'country'));
  const atoms: Atom[] = byAddress.flatMap((address) =>
    byCountry.map((country) =>
      atomOf(
        [...address, ...country],
        address.some((one) => one.isTrusted),
      ),
    ),
  );
  const defined = new Set(locations.filter(({ kind }) => kind !== 'unknown').map(({ id }) => fold(id)));
  for (const id of named) {
    if (id === 'all' || defined.has(id)) continue;
    if (id !== 'alltrusted') atoms.push(atomOf([{ id, displayName: '' }], false));
    if (locations.length === 0)
      atoms.push(atomOf(id === 'alltrusted' ? [] : [{ id, displayName: '' }], true));
  }
  return { name: 'location', atoms: unique(atoms) };
}

/** The sets of locations that one address can be in: they change only where a range begins or has ended. */
function addressSets(locations: readonly IpLocation[]): IpLocation[][] {
  const edges = locations.flatMap(({ ranges }) => ranges.flatMap(({ first, last }) => [first, last + 1n]));
  const sets = [...new Set(edges)].map((address) =>
    locations.filter(({ ranges }) => ranges.some(({ first, last }) => first <= address && address <= last)),
  );
  return [[], ...sets];
}

function countrySets(locations: readonly CountryLocation[]): CountryLocation[][] {
  const countries = new Set(locations.flatMap((one) => one.countries.map(fold)));
  const sets = [...countries].map((country) =>
    locations.filter((one) => one.countries.some((other) => fold(other) === country)),
  );
  return [[], ...sets, locations.filter(({ includesUnknown }) => includesUnknown)];
}

function atomOf(locations: readonly Pick<NamedLocation, 'id' | 'displayName'>[], isTrusted: boolean): Atom {
  const names = locations.map(({ id, displayName }) => displayName || id);
  const place = names.length === 0 ? 'no named location' : names.join(' and ');
  const label = `${isTrusted ? 'trusted, ' : ''}from ${place}`;
  const ids = locations.map(({ id }) => id);
  const distance = names.length + (isTrusted ? 1 : 0);
  return { label, facts: { location: { kind: 'named', ids, isTrusted } }, distance };
}

function unique(atoms: readonly Atom[]): Atom[] {
  return [...new Map(atoms.map((atom) => [JSON.stringify(atom.facts), atom])).values()];
}
