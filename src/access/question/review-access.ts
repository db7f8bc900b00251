import type { RoleAssignment } from '../assignment/index.ts';
import type { AccessModel } from '../estate/index.ts';
import { classifyRole, type RoleDefinition } from '../role/index.ts';
import type { NamedPrincipal } from './access-answer.ts';
import type { AccessView } from './access-question.ts';
import type { ActivityRecord } from './activity-record.ts';
import { named } from './asker.ts';
import { coveringAssignment } from './covering-assignment.ts';
import { broadReason, listings, orphanReason, staleReason, standingReason } from './review-reasons.ts';
import { activityByCaller, unusedReason } from './unused-assignment.ts';

/**
 * What a reviewer should look at:
 * - `standingPrivilege`: a privileged role that needs no activation and does not end
 * - `stale`: the principal has not signed in for a long time
 * - `external`: a guest, or a principal of another tenant
 * - `disabled`: its account is disabled
 * - `unused`: nothing of it was used, in the activity given
 * - `overBroad`: a privileged role on a whole subscription or above
 * - `duplicate`: another assignment gives the same, here or above
 * - `directToUser`: to a user rather than to a group
 * - `orphaned`: to a principal that the directory does not have
 * - `unknownRole`: its role definition was not seen
 */
export type ReviewFlag =
  | 'standingPrivilege'
  | 'stale'
  | 'external'
  | 'disabled'
  | 'unused'
  | 'overBroad'
  | 'duplicate'
  | 'directToUser'
  | 'orphaned'
  | 'unknownRole';

/** One assignment on the sheet. */
export interface ReviewRow {
  readonly assignmentId: string;
  readonly kind: RoleAssignment['kind'];
  readonly principal: NamedPrincipal;
  readonly roleName: string;
  /** How privileged the role is by what it can do. */
  readonly tier: 'control' | 'management' | 'data' | 'none' | 'unknown';
  readonly scope: string;
  readonly end?: string | undefined;
  /** Each flag with what it rests on. */
  readonly flags: readonly { readonly flag: ReviewFlag; readonly because: string }[];
}

/** The sheet of one owner. */
export interface ReviewSheet {
  /** Empty for scopes that nobody owns. */
  readonly owner: string;
  /** Those with most flags first. */
  readonly rows: readonly ReviewRow[];
}

/** A review, and what it could not look at. */
export interface AccessReview {
  /** By owner. */
  readonly sheets: readonly ReviewSheet[];
  /** How many assignments have each flag. */
  readonly counts: Readonly<Partial<Record<ReviewFlag, number>>>;
  /** Flags that could not be decided, each with why. */
  readonly undecided: readonly { readonly flag: ReviewFlag; readonly because: string }[];
}

/** What a review is made with. */
export interface ReviewOptions extends AccessView {
  /** The moment that staleness is counted from, in ISO 8601. */
  readonly now: string;
  /** Days without a sign-in; 90 unless stated. */
  readonly staleDaysMin?: number | undefined;
  readonly ownerOf?: ((scope: string) => string) | undefined;
  /** What was done, by anybody; without it nothing is called unused. */
  readonly activity?: readonly ActivityRecord[] | undefined;
}

/** Makes the sheets of an access review of all role assignments for Azure resources. */
export function reviewAccess(model: AccessModel, options: ReviewOptions): AccessReview {
  const used = activityByCaller(model, options.activity);
  const sheets = new Map<string, ReviewRow[]>();
  const counts: Partial<Record<ReviewFlag, number>> = {};
  model.azure.all.forEach((assignment, at) => {
    const row = rowOf(model, assignment, at, options, used);
    const owner = options.ownerOf?.(assignment.scope) ?? '';
    const sheet = sheets.get(owner);
    if (sheet === undefined) sheets.set(owner, [row]);
    else sheet.push(row);
    for (const { flag } of row.flags) counts[flag] = (counts[flag] ?? 0) + 1;
  });
  return {
    sheets: [...sheets]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([owner, rows]) => ({ owner, rows: rows.sort((a, b) => b.flags.length - a.flags.length) })),
    counts,
    undecided: undecidedFlags(model, options),
  };
}

function rowOf(
  model: AccessModel,
  assignment: RoleAssignment,
  at: number,
  options: ReviewOptions,
  used: ReadonlyMap<string, readonly ActivityRecord[]> | undefined,
): ReviewRow {
  const principal = model.principals.at(model.azure.principals[at] ?? 0);
  const role = model.roles.find(assignment.role);
  const tier = role === undefined ? 'unknown' : tierOf(role);
  const flags: { flag: ReviewFlag; because: string }[] = [];
  const flag = (name: ReviewFlag, because: string | undefined) => {
    if (because !== undefined) flags.push({ flag: name, because });
  };
  flag('unknownRole', role === undefined ? `role ${assignment.role} was not seen` : undefined);
  flag('orphaned', orphanReason(model, principal));
  if (role !== undefined && (tier === 'control' || tier === 'management')) {
    flag('standingPrivilege', standingReason(assignment, tier));
    flag('overBroad', broadReason(assignment, tier));
  }
  flag('external', principal.isExternal === true ? `${principal.name} is a guest` : undefined);
  flag(
    'external',
    assignment.kind.startsWith('delegated') ? 'it is a delegation to another tenant' : undefined,
  );
  flag(
    'disabled',
    principal.isEnabled === false ? `the account of ${principal.name} is disabled` : undefined,
  );
  flag('stale', staleReason(principal, options.now, options.staleDaysMin ?? 90));
  flag('directToUser', principal.kind === 'user' ? `${principal.name} is a user` : undefined);
  flag('duplicate', coveringAssignment(model, at));
  if (role !== undefined && used !== undefined)
    flag('unused', unusedReason(model, assignment, principal, role, used));
  return {
    assignmentId: assignment.id,
    kind: assignment.kind,
    principal: named(principal),
    roleName: role?.roleName ?? assignment.role,
    tier,
    scope: assignment.scope,
    ...(assignment.end === undefined ? {} : { end: assignment.end }),
    flags,
  };
}

function undecidedFlags(model: AccessModel, { activity }: ReviewOptions): AccessReview['undecided'] {
  const undecided: { flag: ReviewFlag; because: string }[] = [];
  const people = model.principals.all.filter(({ kind }) => kind === 'user');
  if (!people.some(({ lastSignIn }) => lastSignIn !== undefined))
    undecided.push({ flag: 'stale', because: 'no export has the sign-in activity of users' });
  if (activity === undefined) undecided.push({ flag: 'unused', because: 'no activity log was given' });
  if (!Object.values(listings).every((source) => model.seen.has(source)))
    undecided.push({
      flag: 'orphaned',
      because: 'not all of users, groups and service principals were exported',
    });
  return undecided;
}

const tiers = new WeakMap<RoleDefinition, ReviewRow['tier']>();

/** Many assignments have the same role. */
function tierOf(role: RoleDefinition): ReviewRow['tier'] {
  let tier = tiers.get(role);
  if (tier === undefined) {
    tier = classifyRole(role).tierAtMost;
    tiers.set(role, tier);
  }
  return tier;
}
