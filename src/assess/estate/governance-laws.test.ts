import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessCase, type CaseOutcome } from '../../../test/cases/governance/assess-case.ts';
import type { GovernanceCase, ShortAssignment } from '../../../test/cases/governance/governance-case.ts';
import { recased } from '../../../test/cases/governance/recased.ts';
import type { ComplianceState } from './compliance-state.ts';
import {
  assignmentOf,
  exemption,
  place,
  placesAbove,
  randomCase,
  selectorValues,
} from './random-case.case.ts';

const plain = randomCase({ alters: false });
const any = randomCase({ alters: true });

type States = CaseOutcome['states'];

async function statesOf(one: GovernanceCase, engine: 'plan' | 'interpreter' = 'plan'): Promise<States> {
  return (await assessCase(one, { engine })).states;
}

/** The states without those that a test is for. */
function without(states: States, isLeftOut: (assignment: string, resource: string) => boolean): States {
  return Object.fromEntries(
    Object.entries(states).map(([assignment, of]) => [
      assignment,
      Object.fromEntries(Object.entries(of).filter(([resource]) => !isLeftOut(assignment, resource))),
    ]),
  );
}

function withAssignment(one: GovernanceCase, name: string, change: Partial<ShortAssignment>): GovernanceCase {
  const known = one.assignments?.[name] as ShortAssignment;
  return { ...one, assignments: { ...one.assignments, [name]: { ...known, ...change } } };
}

/** Contradictions come and go with the policies that are in force. */
function withoutConflicts(states: States): States {
  return Object.fromEntries(
    Object.entries(states).map(([assignment, of]) => [
      assignment,
      Object.fromEntries(
        Object.entries(of).map(([resource, state]): [string, ComplianceState] => [
          resource,
          state === 'conflicting' ? 'nonCompliant' : state,
        ]),
      ),
    ]),
  );
}

describe('an assignment', () => {
  it('reaches exactly the resources below it that are not excluded', async () => {
    await fc.assert(
      fc.asyncProperty(plain, place, fc.array(place, { maxLength: 3 }), async (one, at, notScopes) => {
        const estate = { ...one, assignments: { a0: { at, assign: 'every', notScopes } }, exemptions: {} };
        const reached = Object.keys(one.resources ?? {}).filter((resource) => {
          const above = placesAbove(one, resource);
          return above.includes(at) && !notScopes.some((out) => above.includes(out));
        });
        expect(Object.keys((await statesOf(estate)).a0 ?? {}).sort()).toEqual(reached.sort());
      }),
    );
  });

  it('that is added changes no state of the others, but for contradictions', async () => {
    await fc.assert(
      fc.asyncProperty(any, assignmentOf(['every', 'red', 'related', 'envX', 'envY']), async (one, more) => {
        const before = await statesOf(one);
        const { added: _, ...after } = await statesOf({
          ...one,
          assignments: { ...one.assignments, added: more },
        });
        const alters = typeof more === 'object' && more.assign.startsWith('env');
        if (alters) expect(withoutConflicts(after)).toEqual(withoutConflicts(before));
        else expect(after).toEqual(before);
      }),
    );
  });
});

describe('an exclusion', () => {
  it('removes exactly what is below it', async () => {
    await fc.assert(
      fc.asyncProperty(plain, place, async (one, out) => {
        const known = one.assignments?.a0 as ShortAssignment;
        const excluding = withAssignment(one, 'a0', { notScopes: [...(known.notScopes ?? []), out] });
        const expected = without(
          await statesOf(one),
          (assignment, resource) => assignment === 'a0' && placesAbove(one, resource).includes(out),
        );
        expect(await statesOf(excluding)).toEqual(expected);
      }),
    );
  });
});

describe('an exemption', () => {
  it('makes what it covers exempt and changes nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(any, exemption, async (one, { selectors: _, ...grant }) => {
        const before = await statesOf(one);
        const after = await statesOf({ ...one, exemptions: { ...one.exemptions, added: grant } });
        const isCovered = (assignment: string, resource: string) =>
          assignment === grant.of && placesAbove(one, resource).includes(grant.at);
        expect(withoutConflicts(without(after, isCovered))).toEqual(
          withoutConflicts(without(before, isCovered)),
        );
        for (const [assignment, of] of Object.entries(before))
          for (const resource of Object.keys(of).filter((name) => isCovered(assignment, name)))
            expect(after[assignment]?.[resource]).toBe('exempt');
      }),
    );
  });

  it('never makes anything compliant, with selectors or without', async () => {
    await fc.assert(
      fc.asyncProperty(any, exemption, async (one, grant) => {
        const before = await statesOf(one);
        const after = await statesOf({ ...one, exemptions: { ...one.exemptions, added: grant } });
        for (const [assignment, of] of Object.entries(after))
          for (const [resource, state] of Object.entries(of))
            if (state === 'compliant') expect(before[assignment]?.[resource]).toBe('compliant');
      }),
    );
  });

  it('that has expired changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(any, exemption, fc.nat(1_000_000), async (one, grant, agoMs) => {
        const now = '2026-06-15T12:00:00.000Z';
        const expires = new Date(Date.parse(now) - agoMs).toISOString();
        const before = await statesOf({ ...one, now });
        const expired = { ...one.exemptions, added: { ...grant, expires } };
        expect(await statesOf({ ...one, now, exemptions: expired })).toEqual(before);
      }),
    );
  });
});

describe('a resource selector', () => {
  it('and its opposite share the resources out between them', async () => {
    await fc.assert(
      fc.asyncProperty(plain, selectorValues, async (one, { kind, values }) => {
        const of = async (selectors: ShortAssignment['selectors']) =>
          (await statesOf(withAssignment(one, 'a0', { selectors: selectors ?? [] }))).a0 ?? {};
        const inside = await of([{ [kind]: { in: values } }]);
        const outside = await of([{ [kind]: { notIn: values } }]);
        expect(Object.keys(inside).filter((resource) => resource in outside)).toEqual([]);
        expect({ ...inside, ...outside }).toEqual(await of([]));
      }),
    );
  });
});

describe('an override with disabled', () => {
  it('removes exactly the resources of its locations', async () => {
    await fc.assert(
      fc.asyncProperty(plain, fc.subarray(['eastus', 'westus'], { minLength: 1 }), async (one, locations) => {
        const overrides = [{ value: 'disabled', resourceLocation: { in: locations } }];
        const isLeftOut = (assignment: string, resource: string) => {
          const { of, location } = one.resources?.[resource] ?? {};
          const folded = typeof location === 'string' ? location.replace(' ', '').toLowerCase() : '';
          return assignment === 'a0' && of === undefined && locations.includes(folded);
        };
        const { a0 = {}, ...others } = await statesOf(withAssignment(one, 'a0', { overrides }));
        expect({ a0, ...others }).toEqual(without(await statesOf(one), isLeftOut));
      }),
    );
  });

  it('removes exactly the references that it names', async () => {
    const set = { definitions: { one: 'every', two: 'red', three: 'related' } };
    await fc.assert(
      fc.asyncProperty(plain, place, fc.subarray(['one', 'two', 'three']), async (one, at, names) => {
        const overrides = [{ value: 'Disabled', policyDefinitionReferenceId: { in: names } }];
        const estate = { ...one, initiatives: { set }, exemptions: {}, attestations: {} };
        const whole = await statesOf({ ...estate, assignments: { a: { at, assign: 'set' } } });
        const rest = await statesOf({ ...estate, assignments: { a: { at, assign: 'set', overrides } } });
        const left = Object.entries(whole).filter(([name]) => !names.includes(name.slice(2)));
        expect(rest).toEqual(Object.fromEntries(left));
      }),
    );
  });
});

describe('states', () => {
  it('are the same from the plan and from the interpreter', async () => {
    await fc.assert(
      fc.asyncProperty(any, async (one) => {
        expect(await statesOf(one, 'interpreter')).toEqual(await statesOf(one, 'plan'));
      }),
      { numRuns: 300 },
    );
  });

  it('do not mind the case of ids', async () => {
    await fc.assert(
      fc.asyncProperty(any, async (one) => {
        const { states } = await assessCase(one, { engine: 'plan', change: recased });
        expect(states).toEqual(await statesOf(one));
      }),
    );
  });

  it('do not mind the order of objects', async () => {
    await fc.assert(
      fc.asyncProperty(any, fc.infiniteStream(fc.nat()), async (one, stream) => {
        const { states } = await assessCase(one, {
          engine: 'plan',
          change: (objects) =>
            objects
              .map((object) => ({ object, at: stream.next().value }))
              .sort((a, b) => a.at - b.at)
              .map(({ object }) => object),
        });
        expect(states).toEqual(await statesOf(one));
      }),
    );
  });
});
