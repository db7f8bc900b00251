import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escalations, nodeKey, type StepEvidence } from '../../../../src/access/escalation/index.ts';
import { smallId } from '../../../../src/access/estate/access.case.ts';
import { decide } from '../../../../src/access/question/index.ts';
import { type EscalationEstate, escalationsIn, groundOf, rules } from './escalation-case.ts';
import { oneAssignment, oneDenial, someEstate } from './random-estate.ts';

const runs = { numRuns: 30 };

/** Random estates give the same thing several times over. */
const farther = { removalSizeMax: 7, removalTriesMax: 20_000, removalNodesAllMax: 10_000_000 };

/** Everything that is reached counts, be it granted: what one is given outright is no escalation any more. */
const everyStep = { ...rules, rules: rules.rules.map((rule) => ({ ...rule, isGrant: false })) };

describe('laws', () => {
  test('an assignment more takes no way away', () =>
    fc.assert(
      fc.asyncProperty(someEstate, oneAssignment, async (estate, one) => {
        const before = await ends(estate);
        const more = { ...estate, assignments: [...(estate.assignments ?? []), one] };
        const after = await ends(more);
        expect([...before].filter((end) => !after.has(end))).toEqual([]);
      }),
      runs,
    ));

  test('a deny assignment more makes no way', () =>
    fc.assert(
      fc.asyncProperty(someEstate, oneDenial, async (estate, one) => {
        const before = await ends(estate);
        const after = await ends({ ...estate, denials: [...(estate.denials ?? []), one] });
        expect([...after].filter((end) => !before.has(end))).toEqual([]);
      }),
      runs,
    ));

  test('case changes nothing', () =>
    fc.assert(
      fc.asyncProperty(someEstate, async (estate) => {
        const as = async (recase: (text: string) => string) => {
          const { ground } = await groundOf(estate, recase);
          return escalations(ground, { rules }).paths.map(({ from, to, effort, isStanding, removal }) => ({
            from: nodeKey(from),
            to: nodeKey(to),
            effort,
            isStanding,
            removal: removal?.map(({ id }) => id.toLowerCase()),
          }));
        };
        expect(await as((text) => text.toUpperCase().replace(/^\/SUBSCRIPTIONS/, '/subscriptions'))).toEqual(
          await as((text) => text),
        );
      }),
      { numRuns: 25 },
    ));

  test('without the cheapest removal there is no such way', () =>
    fc.assert(
      fc.asyncProperty(someEstate, async (estate) => {
        for (const { from, to, removal } of (await escalationsIn(estate, { limits: farther })).paths.slice(
          0,
          3,
        )) {
          expect(removal).toBeDefined();
          const { ground } = await groundOf(withoutAll(estate, removal ?? []));
          const { paths } = escalations(ground, { rules, from: from.id, removals: false });
          expect(paths.filter((path) => nodeKey(path.to) === nodeKey(to))).toEqual([]);
        }
      }),
      runs,
    ));

  test('every action of a step is one that the actor may do, activations included', () =>
    fc.assert(
      fc.asyncProperty(someEstate, async (estate) => {
        const { ground, model } = await groundOf(estate);
        for (const { steps } of escalations(ground, { rules, removals: false }).paths)
          for (const { from, evidence } of steps) {
            if (from.kind !== 'principal') continue;
            const target = evidence.find(({ kind }) => kind === 'resource')?.id;
            for (const { actions, id } of evidence)
              for (const action of actions) {
                const scope = model.azure.all.find((one) => one.id === id)?.scope;
                const verdicts = [target, scope].flatMap((resource) =>
                  resource === undefined
                    ? []
                    : [decide(model, { principal: from.id, action, resource, activate: true }).asSeen],
                );
                expect(verdicts.some((verdict) => verdict === 'allowed' || verdict === 'allowedIf')).toBe(
                  true,
                );
              }
          }
      }),
      runs,
    ));
});

async function ends(estate: EscalationEstate): Promise<ReadonlySet<string>> {
  const { paths } = await escalationsIn(estate, { rules: everyStep, removals: false });
  return new Set(paths.map(({ from, to }) => `${nodeKey(from)} to ${nodeKey(to)}`));
}

/** The estate without what the evidence names. */
function withoutAll(estate: EscalationEstate, removal: readonly StepEvidence[]): EscalationEstate {
  const ids = new Set(removal.map(({ kind, id }) => `${kind} ${id.toLowerCase()}`));
  const isGone = (kind: string, name: string) =>
    [...ids].some((id) => id.startsWith(kind) && id.endsWith(name));
  const isIn = (member: string, group: string) =>
    ids.has(`membership ${smallId('principal', member)} in ${smallId('principal', group)}`);
  return {
    ...estate,
    // Assignments are named by their position, so what goes is replaced by what gives nothing.
    assignments: (estate.assignments ?? []).map((one, at) =>
      isGone('assignment', `/roleassignments/${at}`) ? { role: 'Reader', to: 'nobody', at: one.at } : one,
    ),
    eligible: (estate.eligible ?? []).map((one, at) =>
      isGone('assignment', `/roleeligibilityscheduleinstances/e${at}`) ? { ...one, to: 'nobody' } : one,
    ),
    directory: (estate.directory ?? []).filter(
      (_, at) => !isGone('assignment', `unifiedroleassignment-${at}`),
    ),
    groups: Object.fromEntries(
      Object.entries(estate.groups ?? {}).map(([group, members]) => [
        group,
        (members ?? []).filter((member) => !isIn(member, group)),
      ]),
    ),
    owners: Object.fromEntries(
      Object.entries(estate.owners ?? {}).map(([owned, owners]) => [
        owned,
        owners.filter(
          (owner) => !ids.has(`ownership ${smallId('principal', owner)} owns ${smallId('principal', owned)}`),
        ),
      ]),
    ),
    resources: Object.fromEntries(
      Object.entries(estate.resources ?? {}).map(([place, { identities, ...rest }]) => [
        place,
        isGone('identity', place.slice(place.indexOf('Microsoft')).toLowerCase())
          ? rest
          : { ...rest, ...(identities === undefined ? {} : { identities }) },
      ]),
    ),
  };
}
