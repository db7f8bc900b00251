import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scopeChain } from '../assignment/index.ts';
import {
  everything,
  type SmallAssignment,
  type SmallDenial,
  type SmallEstate,
  smallAccess,
  smallId,
  smallScope,
} from '../estate/access.case.ts';
import type { AccessModel, AccessSource } from '../estate/index.ts';
import type { AccessVerdict } from './access-answer.ts';
import { askerOf } from './asker.ts';
import { decide } from './decide.ts';
import { effectiveActions, heldBy } from './effective-actions.ts';
import { heldByScope } from './what-can.ts';
import { whoCan } from './who-can.ts';

const users = ['u1', 'u2', 'u3'];
const groups = ['g1', 'g2', 'g3', 'g4'];
const scopes = ['/', 'mg:root', 'mg:a', 'sub-a', 'sub-b', 'sub-a/x', 'sub-a/x/Contoso.Web/sites/s'];
const actions = ['A/r', 'A/w', 'A/b/r', 'B/r', 'B/w'];
const patterns = ['*', 'A/*', '*/r', 'A/r', 'B/w', 'A/*/r'];
const roles = ['r1', 'r2', 'r3'];

const patternList = fc.uniqueArray(fc.constantFrom(...patterns), { maxLength: 2 });
const someone = fc.constantFrom(...users, ...groups);
const place = fc.constantFrom(...scopes);
const oneAssignment: fc.Arbitrary<SmallAssignment> = fc.record({
  role: fc.constantFrom(...roles),
  to: someone,
  at: place,
});
const oneDenial: fc.Arbitrary<SmallDenial> = fc.record({
  actions: patternList,
  notActions: patternList,
  to: fc.oneof(fc.constant(['everyone']), fc.uniqueArray(someone, { minLength: 1, maxLength: 2 })),
  except: fc.uniqueArray(someone, { maxLength: 1 }),
  at: place,
  scopeOnly: fc.boolean(),
});
const smallEstate: fc.Arbitrary<SmallEstate> = fc.record({
  groups: fc.record(
    Object.fromEntries(groups.map((name) => [name, fc.uniqueArray(someone, { maxLength: 3 })])),
  ),
  roles: fc.record(
    Object.fromEntries(
      roles.map((name) => [
        name,
        fc
          .array(fc.record({ actions: patternList, notActions: patternList }), { maxLength: 2 })
          .map((permissions) => ({ permissions })),
      ]),
    ),
  ),
  assignments: fc.array(oneAssignment, { maxLength: 5 }),
  eligible: fc.array(oneAssignment, { maxLength: 2 }),
  denials: fc.array(oneDenial, { maxLength: 2 }),
  users: fc.constant(users),
  managementGroups: fc.constant({ root: '', a: 'root' }),
  subscriptions: fc.constant({ 'sub-a': 'a', 'sub-b': 'root' }),
});

/** Every user, action and scope. */
function* questions() {
  for (const user of users)
    for (const action of actions)
      for (const scope of scopes)
        yield {
          principal: smallId('principal', user),
          action,
          resource: smallScope(scope),
          plane: 'control' as const,
        };
}

function verdicts(model: AccessModel, view: { activate?: boolean } = {}): readonly AccessVerdict[] {
  return [...questions()].map((question) => decide(model, { ...question, ...view }).verdict);
}

async function check(law: (estate: SmallEstate) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(smallEstate, law), { numRuns: 60 });
}

describe('access', () => {
  it('is never widened by a deny assignment', async () => {
    await fc.assert(
      fc.asyncProperty(smallEstate, oneDenial, async (estate, denial) => {
        const before = verdicts(await smallAccess(estate));
        const after = verdicts(
          await smallAccess({ ...estate, denials: [...(estate.denials ?? []), denial] }),
        );
        expect(after.filter((verdict, at) => verdict !== before[at] && verdict !== 'denied')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is never narrowed by an assignment', async () => {
    await fc.assert(
      fc.asyncProperty(smallEstate, oneAssignment, async (estate, assignment) => {
        const before = verdicts(await smallAccess(estate));
        const more = { ...estate, assignments: [...(estate.assignments ?? []), assignment] };
        const after = verdicts(await smallAccess(more));
        expect(after.filter((verdict, at) => verdict !== before[at] && verdict !== 'allowed')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is never narrowed by an activation', async () => {
    await check(async (estate) => {
      const model = await smallAccess(estate);
      const after = verdicts(model, { activate: true });
      const before = verdicts(model);
      expect(after.filter((verdict, at) => verdict !== before[at] && verdict !== 'allowed')).toEqual([]);
    });
  });

  it('is the same when groups are flattened', async () => {
    await check(async (estate) => {
      const flat = Object.fromEntries(groups.map((name) => [name, membersOf(name, estate)]));
      expect(verdicts(await smallAccess({ ...estate, groups: flat }))).toEqual(
        verdicts(await smallAccess(estate)),
      );
    });
  });

  it('is decided for every principal as a reference decides it', async () => {
    await check(async (estate) => {
      const model = await smallAccess(estate);
      for (const user of users)
        for (const action of actions)
          for (const scope of scopes) {
            const question = {
              principal: smallId('principal', user),
              action,
              resource: smallScope(scope),
              plane: 'control' as const,
            };
            expect(decide(model, question).verdict).toBe(reference(estate, user, action, scope));
          }
    });
  });

  it('as patterns is the access action by action', async () => {
    await check(async (estate) => {
      const model = await smallAccess(estate);
      for (const { principal, action, resource } of questions()) {
        const asker = askerOf(model, principal);
        if (!('principal' in asker)) throw new Error(asker.what);
        const held = heldByScope(heldBy(model, asker, {}));
        const { always, atMost } = effectiveActions(
          model,
          asker,
          held,
          scopeChain(resource, model.scopes).keys,
        );
        const { verdict } = decide(model, { principal, action, resource, plane: 'control' });
        expect(always.control.has(action)).toBe(verdict === 'allowed');
        expect(atMost.control.has(action)).toBe(verdict === 'allowed');
      }
    });
  });

  it('of all principals is the access of each', async () => {
    await check(async (estate) => {
      const model = await smallAccess(estate);
      for (const action of actions)
        for (const scope of scopes) {
          const resource = smallScope(scope);
          const { holders, unseen } = whoCan(model, { action, resource, plane: 'control' });
          expect(unseen).toEqual([]);
          const alone = users.filter(
            (one) =>
              decide(model, { principal: smallId('principal', one), action, resource, plane: 'control' })
                .verdict === 'allowed',
          );
          expect(holders.map(({ principal }) => principal.name).sort()).toEqual(alone);
        }
    });
  });

  it('is never decided by ignorance: what is still decided with less is decided the same', async () => {
    const sources = [
      'denyAssignments',
      'groupMembers',
      'roleDefinitions',
      'roleAssignments',
      'managementGroups',
    ] as const;
    await fc.assert(
      fc.asyncProperty(smallEstate, fc.uniqueArray(fc.constantFrom(...sources)), async (estate, missing) => {
        const whole = verdicts(await smallAccess(estate));
        const less = verdicts(
          await smallAccess(
            without(estate, missing),
            everything.filter((one) => !isIn(missing, one)),
          ),
        );
        const wrong = less.filter((verdict, at) => {
          // That nothing grants it stays true when something that was not seen denies it besides.
          const isSame = verdict === whole[at] || (verdict === 'notGranted' && whole[at] === 'denied');
          return verdict !== 'unknown' && !isSame;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function isIn(list: readonly AccessSource[], source: AccessSource): boolean {
  return list.includes(source);
}

/** The estate as it looks when sources were not exported. */
function without(estate: SmallEstate, missing: readonly AccessSource[]): SmallEstate {
  return {
    ...estate,
    ...(isIn(missing, 'denyAssignments') ? { denials: [] } : {}),
    ...(isIn(missing, 'groupMembers')
      ? { groups: Object.fromEntries(groups.map((name) => [name, null])) }
      : {}),
    ...(isIn(missing, 'roleDefinitions') ? { roles: {} } : {}),
    ...(isIn(missing, 'roleAssignments') ? { assignments: [] } : {}),
    ...(isIn(missing, 'managementGroups')
      ? { managementGroups: {}, subscriptions: { 'sub-a': '', 'sub-b': '' } }
      : {}),
  };
}

function membersOf(group: string, estate: SmallEstate, seen = new Set<string>()): string[] {
  for (const member of estate.groups?.[group] ?? [])
    if (!seen.has(member)) {
      seen.add(member);
      membersOf(member, estate, seen);
    }
  return [...seen].filter((one) => one !== group);
}

const above: Readonly<Record<string, readonly string[]>> = {
  '/': ['/'],
  'mg:root': ['mg:root', '/'],
  'mg:a': ['mg:a', 'mg:root', '/'],
  'sub-a': ['sub-a', 'mg:a', 'mg:root', '/'],
  'sub-b': ['sub-b', 'mg:root', '/'],
  'sub-a/x': ['sub-a/x', 'sub-a', 'mg:a', 'mg:root', '/'],
  'sub-a/x/Contoso.Web/sites/s': ['sub-a/x/Contoso.Web/sites/s', 'sub-a/x', 'sub-a', 'mg:a', 'mg:root', '/'],
};

interface SmallRole {
  readonly permissions: readonly Record<'actions' | 'notActions', string[]>[];
}

/** The documented steps, one after the other, on the small estate itself. */
function reference(estate: SmallEstate, user: string, action: string, scope: string): AccessVerdict {
  const belongsTo = (name: string) =>
    name === 'everyone' || name === user || membersOf(name, estate).includes(user);
  const here = above[scope] ?? [];
  const has = (list: readonly string[] = []) => list.some((pattern) => matches(pattern, action));
  const isDenied = (estate.denials ?? []).some(
    ({ at, scopeOnly, to, except = [], actions: denied, notActions }) =>
      (scopeOnly ? at === scope : here.includes(at)) &&
      to.some(belongsTo) &&
      !except.some(belongsTo) &&
      has(denied) &&
      !has(notActions),
  );
  if (isDenied) return 'denied';
  const isGranted = (estate.assignments ?? []).some(({ at, to, role }) => {
    const { permissions }: SmallRole = Object(estate.roles?.[role]);
    return (
      here.includes(at) &&
      belongsTo(to) &&
      permissions.some((one) => has(one.actions) && !has(one.notActions))
    );
  });
  return isGranted ? 'allowed' : 'notGranted';
}

function matches(pattern: string, action: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === action;
  return action.length >= before.length + after.length && action.startsWith(before) && action.endsWith(after);
}
