import {
  type AskedAction,
  type GrantCheck,
  GrantChecker,
  isInForce,
  needsActivation,
  type RoleAssignment,
  scopeChain,
} from '../assignment/index.ts';
import { type AccessGap, type AccessModel, distinctGaps, modelAt } from '../estate/index.ts';
import type { AccessVerdict, GrantStep, NamedPrincipal } from './access-answer.ts';
import { type ActionQuestion, realmOf } from './access-question.ts';
import { policyHolders, rolesDecideData } from './around-roles.ts';
import { askedAction } from './asked.ts';
import { askerOf, chainTo, named } from './asker.ts';
import { membersUnseen } from './belonging-truth.ts';
import { deniedPrincipals } from './denied-principals.ts';
import { grantStep } from './steps.ts';
import { denyGaps, grantGaps } from './structural-gaps.ts';
import { type VerdictSets, verdictSets } from './verdict-sets.ts';

/** How many principals are named; all are counted. */
export interface WhoCanOptions {
  /** 100 unless stated. */
  readonly namesMax?: number | undefined;
}

/** Someone who may, or might. */
export interface Holder {
  readonly principal: NamedPrincipal;
  readonly verdict: Exclude<AccessVerdict, 'notGranted' | 'denied'>;
  /** The ids of the assignments, and of the vaults with policies, that it has it from. */
  readonly through: readonly string[];
}

/** Who may do an action, groups followed down to their members. */
export interface WhoCanAnswer {
  readonly action: string;
  readonly resource: string;
  readonly scopes: readonly string[];
  /** Principals that are no groups, by verdict; without what `unseen` could add. */
  readonly counts: Readonly<Record<'allowed' | 'allowedIf' | 'unknown' | 'denied', number>>;
  /** The first of them, those who may for certain first. */
  readonly holders: readonly Holder[];
  /** The assignments that grant it, each with the principal that has it. */
  readonly grants: readonly GrantStep[];
  /** Those that would after an activation. */
  readonly activatable: readonly GrantStep[];
  /** What could add to the list, or take from it, and was not seen. */
  readonly unseen: readonly AccessGap[];
}

interface Found {
  readonly assignment: RoleAssignment;
  readonly check: GrantCheck;
  readonly holder: number;
}

/**
 * Finds who may do an action at a scope or on a resource. A principal that is on the list may do what {@link decide} says of it; the list is complete
 * where `unseen` is empty.
 */
export function whoCan(
  anyTime: AccessModel,
  question: ActionQuestion,
  { namesMax = 100 }: WhoCanOptions = {},
): WhoCanAnswer {
  const model = modelAt(anyTime, question);
  const realm = realmOf(question);
  const asked = askedAction(model, question);
  const chain = scopeChain(question.resource, model.scopes);
  const { active, eligible } = assignmentsFor(model, question, asked, chain.keys);
  const counted = question.activate === true ? [...active, ...eligible] : active;
  const dataByRoles = rolesDecideData(model, asked, question.resource);
  const byRoles = dataByRoles.kind === 'no' ? [] : counted;
  const policies = policyHolders(model, asked, question.resource);
  const rootsOf = (kind: 'yes' | 'if' | 'unknown') =>
    byRoles
      .filter(
        ({ check }) =>
          (dataByRoles.kind === 'unknown' && check.truth.kind !== 'no' ? 'unknown' : check.truth.kind) ===
          kind,
      )
      .map(({ holder }) => holder);
  const denials = realm === 'azure' ? deniedPrincipals(model, asked, chain.keys) : undefined;
  const sets = verdictSets(model, {
    sure: model.membership.closureOf(rootsOf('yes')),
    onCondition: model.membership.closureOf(rootsOf('if')),
    unknown: model.membership.closureOf(rootsOf('unknown')),
    besides: model.membership.closureOf(policies.map(({ holder }) => holder)),
    ...denials,
  });
  const roots = [...byRoles, ...policies].map(({ holder }) => holder);
  const steps = (list: readonly Found[]) =>
    list.map(({ assignment, check, holder }) =>
      grantStep(model, assignment, check, check.truth, [named(model.principals.at(holder))]),
    );
  return {
    action: asked.action,
    resource: question.resource,
    scopes: chain.keys,
    counts: {
      allowed: sets.allowed.count,
      allowedIf: sets.allowedIf.count,
      unknown: sets.unknown.count,
      denied: sets.denied.count,
    },
    holders: holdersOf(model, sets, byRoles, policies, namesMax),
    grants: steps(active),
    activatable: [...steps(eligible), ...bySoonMembers(model, question, [...active, ...eligible])],
    unseen: distinctGaps([
      ...grantGaps(model, realm, chain, question),
      ...(realm === 'azure' && !model.seen.has('delegations')
        ? [{ source: 'delegations' as const, what: 'no delegations to other tenants were exported' }]
        : []),
      ...denyGaps(model, realm, chain),
      ...[...new Set(roots)]
        .filter((one) => model.membership.mayHoldMore(one))
        .map((one) => membersUnseen(model, one)),
      ...counted.flatMap(({ check }) => (check.truth.kind === 'unknown' ? check.truth.gaps : [])),
      ...(dataByRoles.kind === 'unknown' ? dataByRoles.gaps : []),
      ...(denials?.gaps ?? []),
    ]),
  };
}

/** Assignments of groups with those who come to have them by activating a membership. */
function bySoonMembers(model: AccessModel, question: ActionQuestion, found: readonly Found[]): GrantStep[] {
  const activated = modelAt(model, { at: question.at, activate: true });
  if (activated === model || found.length === 0) return [];
  const members = new Set(activated.activatedMemberships.map(({ principalId }) => principalId));
  return [...members].flatMap((id) => {
    const asker = askerOf(activated, id);
    if (!('principal' in asker)) return [];
    const now = model.membership.groupsOf(asker.position);
    return found
      .filter(({ holder }) => asker.groups.has(holder) && !now.has(holder))
      .map(({ assignment, check, holder }) =>
        grantStep(activated, assignment, check, check.truth, chainTo(activated, asker, holder)),
      );
  });
}

function assignmentsFor(
  model: AccessModel,
  question: ActionQuestion,
  asked: AskedAction,
  keys: readonly string[],
): { readonly active: readonly Found[]; readonly eligible: readonly Found[] } {
  const realm = realmOf(question);
  const index = model[realm];
  const checker = new GrantChecker(realm === 'azure' ? model.roles : model.directoryRoles, asked);
  const active: Found[] = [];
  const eligible: Found[] = [];
  for (const key of keys)
    for (const at of index.at(key)) {
      const assignment = index.get(at);
      if (!isInForce(assignment, question.at)) continue;
      const check = checker.check(assignment);
      if (check.truth.kind === 'no') continue;
      const found = { assignment, check, holder: index.principals[at] ?? 0 };
      (needsActivation(assignment) ? eligible : active).push(found);
    }
  return { active, eligible };
}

function holdersOf(
  model: AccessModel,
  sets: VerdictSets,
  grants: readonly Found[],
  policies: readonly { readonly holder: number; readonly vault: string }[],
  namesMax: number,
): readonly Holder[] {
  const sources = new Map<number, string[]>();
  const put = (holder: number, id: string) => {
    const known = sources.get(holder);
    if (known === undefined) sources.set(holder, [id]);
    else known.push(id);
  };
  for (const { holder, assignment } of grants) put(holder, assignment.id);
  for (const { holder, vault } of policies) put(holder, vault);
  const holders: Holder[] = [];
  for (const verdict of ['allowed', 'allowedIf', 'unknown'] as const)
    for (const one of sets[verdict]) {
      if (holders.length >= namesMax) return holders;
      const groups = [...model.membership.groupsOf(one).keys()];
      const through = groups.flatMap((group) => sources.get(group) ?? []);
      holders.push({ principal: named(model.principals.at(one)), verdict, through });
    }
  return holders;
}
