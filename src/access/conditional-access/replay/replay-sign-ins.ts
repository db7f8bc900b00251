import type { Policy } from '../policy/policy.ts';
import { type Clause, type Control, controlImplies, mfaControl } from '../sign-in/control.ts';
import type { Evaluation } from '../sign-in/evaluation.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { type Outcome, whatIf } from '../sign-in/what-if.ts';
import type { SignInRecord } from './sign-in-record.ts';

/**
 * What proposed policies make of a sign-in that was let in: `blocked`; `prompted`: it has to prove more than it did; `unchanged`; `undecided`: what
 * the log does not say decides.
 */
export type ReplayVerdict = 'blocked' | 'prompted' | 'unchanged' | 'undecided';

export interface ReplayedSignIn {
  readonly record: SignInRecord;
  readonly verdict: ReplayVerdict;
  /** The policies that make it so; empty when it is unchanged. */
  readonly policies: readonly Policy[];
}

export interface Replay {
  /** One of each sign-in that was let in, in the order of the log. */
  readonly signIns: readonly ReplayedSignIn[];
  /** Sign-ins that were not let in, which are not replayed. */
  readonly failedBefore: number;
  readonly counts: Readonly<Record<ReplayVerdict, number>>;
  readonly friction: readonly Friction[];
}

/** What a persona would feel. */
export interface Friction {
  readonly persona: string;
  readonly users: number;
  /** Users with a sign-in that would be blocked. */
  readonly blockedUsers: number;
  readonly counts: Readonly<Record<ReplayVerdict, number>>;
  /** Prompts more than today, per user and day of the log. */
  readonly promptsPerUserAndDay: number;
}

export interface ReplayOptions {
  /** The persona of a user by its id; all are `everyone` without it. */
  readonly personaOf?: ((userId: string) => string) | undefined;
  /** What is taken to hold where the log says nothing: the risk of the user ... */
  readonly assumed?: Omit<Partial<SignIn>, 'identity' | 'target'> | undefined;
  /** Whether proposed policies that only report count as enforced. */
  readonly withReportOnly?: boolean | undefined;
}

/** Replays a sign-in log against proposed policies. */
export function replaySignIns(
  records: readonly SignInRecord[],
  policies: readonly Policy[],
  evaluation: Evaluation,
  { personaOf = () => 'everyone', assumed = {}, withReportOnly = false }: ReplayOptions = {},
): Replay {
  const signIns = records
    .filter(({ hasSucceeded }) => hasSucceeded)
    .map((record) => {
      const result = whatIf(policies, completed(record.signIn, assumed), evaluation);
      return replayed(record, withReportOnly ? result.withReportOnly : result.enforced);
    });
  return {
    signIns,
    failedBefore: records.length - signIns.length,
    counts: countsOf(signIns),
    friction: frictionOf(signIns, personaOf),
  };
}

function completed(signIn: SignIn, assumed: NonNullable<ReplayOptions['assumed']>): SignIn {
  const stated = Object.entries(signIn).filter(([, value]) => value !== undefined);
  return { ...assumed, identity: signIn.identity, ...Object.fromEntries(stated) };
}

function replayed(record: SignInRecord, outcome: Outcome): ReplayedSignIn {
  if (outcome.blockedBy.length > 0) return { record, verdict: 'blocked', policies: outcome.blockedBy };
  const states = outcome.requirements.map(({ policy, clause }) => ({
    policy,
    state: stateOf(clause, record.hadMultifactor),
  }));
  const open = states.filter(({ state }) => state === 'open').map(({ policy }) => policy);
  const undecided = [...outcome.undecided, ...open];
  if (undecided.length > 0) return { record, verdict: 'undecided', policies: undecided };
  const prompting = states.filter(({ state }) => state === 'prompt').map(({ policy }) => policy);
  return { record, verdict: prompting.length > 0 ? 'prompted' : 'unchanged', policies: prompting };
}

/** Whether a clause was satisfied, can be by asking the user, or depends on what the log does not say. */
function stateOf(clause: Clause, hadMultifactor: boolean): 'met' | 'prompt' | 'open' {
  if (hadMultifactor && clause.some((control) => controlImplies(mfaControl, control))) return 'met';
  const isAskedOfUser = clause.every((control) => isPrompt(control));
  const mayBeMet = hadMultifactor && clause.some(({ kind }) => kind === 'strength');
  return isAskedOfUser && !mayBeMet ? 'prompt' : 'open';
}

function isPrompt({ kind, key }: Control): boolean {
  return kind === 'strength' || key === mfaControl.key || key === 'passwordchange';
}

function countsOf(signIns: readonly ReplayedSignIn[]): Record<ReplayVerdict, number> {
  const counts = { blocked: 0, prompted: 0, unchanged: 0, undecided: 0 };
  for (const { verdict } of signIns) counts[verdict]++;
  return counts;
}

function frictionOf(signIns: readonly ReplayedSignIn[], personaOf: (userId: string) => string): Friction[] {
  const days = new Set(signIns.map(({ record }) => dayOf(record))).size;
  const personas = new Map<string, ReplayedSignIn[]>();
  for (const one of signIns) {
    const persona = personaOf(one.record.userId);
    const known = personas.get(persona) ?? [];
    personas.set(persona, known);
    known.push(one);
  }
  return [...personas].map(([persona, own]) => {
    const users = new Set(own.map(({ record }) => record.userId)).size;
    const blocked = own.filter(({ verdict }) => verdict === 'blocked');
    const counts = countsOf(own);
    return {
      persona,
      users,
      blockedUsers: new Set(blocked.map(({ record }) => record.userId)).size,
      counts,
      promptsPerUserAndDay: counts.prompted / (users * days),
    };
  });
}

/** The day in UTC. */
function dayOf({ createdDateTime }: SignInRecord): string {
  return new Date(createdDateTime).toISOString().slice(0, 10);
}
