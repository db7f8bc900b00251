import fc from 'fast-check';
import type {
  GovernanceCase,
  ShortAssignment,
  ShortDefinition,
  ShortGrant,
  ShortResource,
  ShortSelectors,
} from '../../../test/cases/governance/governance-case.ts';

const things = 'Contoso.Shop/things';
const parts = `${things}/parts`;
const isThing = { field: 'type', equals: things };

function setsEnvironment(value: string): ShortDefinition {
  const operations = [{ operation: 'addOrReplace', field: 'tags.env', value }];
  return {
    if: { allOf: [isThing, { field: 'tags.env', notEquals: value }] },
    effect: 'modify',
    details: { operations },
  };
}

/** Policies of every kind that has a state; `envX` and `envY` contradict each other. */
const definitions: Record<string, ShortDefinition> = {
  every: { if: { field: 'type', like: 'Contoso*' } },
  indexed: { mode: 'Indexed', if: { field: 'tags.env', exists: false } },
  red: { if: { allOf: [isThing, { field: `${things}/color`, equals: 'red' }] }, effect: 'deny' },
  named: { if: { allOf: [isThing, { field: 'name', like: 'r*' }, { field: 'location', equals: 'eastus' }] } },
  sized: { if: { allOf: [isThing, { field: `${things}/size`, greater: 3 }] } },
  related: { if: isThing, effect: 'auditIfNotExists', details: { type: parts } },
  redPart: {
    if: isThing,
    effect: 'auditIfNotExists',
    details: { type: parts, existenceCondition: { field: `${parts}/color`, equals: 'red' } },
  },
  attest: { if: isThing, effect: 'manual' },
  keep: { if: { allOf: [isThing, { field: `${things}/color`, equals: 'red' }] }, effect: 'denyAction' },
  envX: setsEnvironment('x'),
  envY: setsEnvironment('y'),
};
const altering = ['envX', 'envY'];

const managementGroups = ['m0', 'm1', 'm2', 'm3', 'm4'];
const subscriptions = ['sub0', 'sub1', 'sub2'];
const resourceGroups = subscriptions.flatMap((name) => [`${name}/rg`, `${name}/rg2`]);
const resourceNames = ['r0', 'r1', 'r2', 'r3', 's4', 's5'];
const partNames = ['p0', 'p1'];
const places = [...managementGroups, ...subscriptions, ...resourceGroups, ...resourceNames];

/** Any place of a case; not all of them have something in them, so that the top and the first ones come more often. */
export const place: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('m0') },
  { weight: 2, arbitrary: fc.constantFrom('sub0', 'sub0/rg', 'r0') },
  { weight: 5, arbitrary: fc.constantFrom(...places) },
);

/** A tree of management groups of any shape over the subscriptions, some of which are in none. */
const scopes: fc.Arbitrary<Record<string, string[]>> = fc
  .tuple(
    fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
    fc.array(fc.option(fc.nat(4), { nil: undefined, freq: 8 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([parents, groups]) => {
    const tree: Record<string, string[]> = Object.fromEntries(managementGroups.map((name) => [name, []]));
    for (const [at, name] of managementGroups.entries())
      if (at > 0) tree[`m${(parents[at] ?? 0) % at}`]?.push(name);
    for (const [at, group] of groups.entries()) if (group !== undefined) tree[`m${group}`]?.push(`sub${at}`);
    return tree;
  });

const thing: fc.Arbitrary<ShortResource> = fc.record({
  in: fc.constantFrom('sub0/rg', 'sub0/rg', ...resourceGroups, 'sub0'),
  color: fc.constantFrom('red', 'blue'),
  size: fc.constantFrom<number | string>(1, 5, 'many'),
  location: fc.constantFrom('eastus', 'West US', null),
  tags: fc.constantFrom({}, { env: 'x' }, { env: 'z' }),
  type: fc.constantFrom(things, things, things, 'Contoso.Shop/others'),
});
const part: fc.Arbitrary<ShortResource> = fc.record({
  of: fc.constantFrom(...resourceNames),
  type: fc.constant(parts),
  color: fc.constantFrom('red', 'blue'),
});

/** Things, and parts of those that are there. */
const resources: fc.Arbitrary<Record<string, ShortResource>> = fc
  .tuple(
    fc.shuffledSubarray(resourceNames, { minLength: 3 }),
    fc.array(thing, { minLength: 6, maxLength: 6 }),
    fc.array(part, { maxLength: 2 }),
  )
  .map(([names, own, below]) => {
    const all: [string, ShortResource][] = names.map((name, at) => [name, { ...own[at] }]);
    for (const [at, one] of below.entries()) {
      const owner = all.find(([name, { type }]) => name === one.of && type === things);
      if (owner !== undefined) all.push([partNames[at] ?? '', one]);
    }
    return Object.fromEntries(all);
  });

const values: Readonly<Record<string, string[]>> = {
  resourceLocation: ['eastus', 'westus', 'northeurope'],
  resourceType: [things, 'Contoso.Shop/others', parts],
  resourceWithoutLocation: ['subscriptionLevelResources'],
};

/** A kind of selector and values for it. */
export const selectorValues: fc.Arbitrary<{ kind: string; values: string[] }> = fc
  .constantFrom(...Object.keys(values))
  .chain((kind) =>
    fc.record({ kind: fc.constant(kind), values: fc.subarray(values[kind] ?? [], { minLength: 1 }) }),
  );
const someSelectors: fc.Arbitrary<ShortSelectors[]> = fc.array(
  fc.tuple(selectorValues, fc.constantFrom('in', 'notIn')).map(
    ([one, list]): ShortSelectors => ({
      [one.kind]: { [list]: one.values },
    }),
  ),
  { maxLength: 2 },
);

const selectors: fc.Arbitrary<ShortSelectors[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<ShortSelectors[]>([]) },
  { weight: 1, arbitrary: someSelectors },
);

/** An assignment of any of these definitions. */
export function assignmentOf(names: readonly string[]): fc.Arbitrary<ShortAssignment> {
  return fc.record({
    at: place,
    assign: fc.constantFrom(...names),
    notScopes: fc.array(fc.constantFrom(...places), { maxLength: 2 }),
    selectors,
  });
}

/** An exemption of one of the assignments of {@link randomCase}. */
export const exemption: fc.Arbitrary<ShortGrant> = fc.record({
  at: place,
  of: fc.constantFrom('a0', 'a1', 'a2'),
  selectors,
});

/** An estate with up to four assignments and two exemptions; with `alters`, also of policies that may contradict each other. */
export function randomCase({ alters }: { alters: boolean }): fc.Arbitrary<GovernanceCase> {
  const unaltering = Object.keys(definitions).filter((name) => !altering.includes(name));
  const names = alters ? [...unaltering, ...altering, ...altering, ...altering] : unaltering;
  return fc
    .record({
      scopes,
      resources,
      assigned: fc.array(assignmentOf(names), { minLength: 1, maxLength: 4 }),
      granted: fc.array(exemption, { maxLength: 2 }),
      attested: fc.option(fc.constantFrom(...resourceNames), { nil: undefined }),
    })
    .map(({ assigned, granted, attested, ...rest }) => ({
      name: 'random',
      doc: '',
      definitions,
      aliases: {
        [things]: { [`${things}/color`]: 'properties.color', [`${things}/size`]: 'properties.size' },
        [parts]: { [`${parts}/color`]: 'properties.color' },
      },
      indexed: { [things]: true },
      ...rest,
      assignments: Object.fromEntries(assigned.map((one, at) => [`a${at}`, one])),
      exemptions: Object.fromEntries(granted.map((one, at) => [`e${at}`, one])),
      attestations: attested === undefined ? {} : { t0: { at: attested, of: 'a0', state: 'Compliant' } },
      expect: {},
    }));
}

/** The places that a resource is in, itself included: a walk over parents that shares nothing with the code it is compared with. */
export function placesAbove(one: GovernanceCase, resource: string): string[] {
  const above: string[] = [];
  for (let at: string | undefined = resource; at !== undefined && !above.includes(at); ) {
    above.push(at);
    at = parentOf(one, at);
  }
  return above;
}

function parentOf({ resources, scopes }: GovernanceCase, place: string): string | undefined {
  const resource = resources?.[place];
  if (resource !== undefined) return resource.of ?? resource.in;
  if (place.includes('/')) return place.slice(0, place.indexOf('/'));
  return Object.entries(scopes ?? {}).find(([, below]) => below.includes(place))?.[0];
}
