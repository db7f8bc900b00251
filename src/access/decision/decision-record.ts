import type { ConditionalAccessPolicy, Outcome, SignIn } from '../conditional-access/index.ts';
import type { AccessAnswer, AccessQuestion, NamedPrincipal } from '../question/index.ts';

/** Whether a person, device or session may act on a resource, and how well that is founded. */
export interface DecisionQuestion extends AccessQuestion {
  /** What is known of the sign-in; what is left out is not known. */
  readonly signIn?: Omit<Partial<SignIn>, 'identity'> | undefined;
  /** How the principal authenticated, as authentication strengths name it: `fido2`, `password`, `password,sms` ... */
  readonly method?: string | undefined;
}

/** What a part of a decision came to; `if`: when what is asked for is satisfied. */
export type DecisionOutcome = 'yes' | 'no' | 'if' | 'unknown';

/** One fact that a decision rests on. */
export interface DecisionFact {
  readonly outcome: DecisionOutcome;
  /** One sentence without a full stop. */
  readonly text: string;
  /** The ids of the objects that say so. */
  readonly objects: readonly string[];
}

/** One of the three questions of a decision, with its evidence. */
export interface DecisionPart {
  readonly outcome: DecisionOutcome;
  readonly facts: readonly DecisionFact[];
}

/** What Conditional Access makes of the sign-in, with what the session satisfies already. */
export interface SignInDecision {
  readonly outcome: Outcome;
  /** What is still asked for: of each clause one control. */
  readonly open: readonly {
    readonly policy: ConditionalAccessPolicy;
    readonly controls: readonly string[];
  }[];
}

/**
 * Who acts, whether that can be trusted, and whether it is allowed (NIST SP 800-207 §3: subject, device and session, and policy). `allowed` is what Azure
 * would do; `known` and `trusted` are what that rests on, which Azure asks for only where a policy does.
 */
export interface DecisionRecord {
  readonly principal: NamedPrincipal | undefined;
  readonly action: string;
  readonly resource: string;
  readonly at?: string | undefined;
  readonly known: DecisionPart;
  readonly trusted: DecisionPart;
  readonly allowed: DecisionPart;
  /** Absent for principals that Conditional Access never covers. */
  readonly signIn?: SignInDecision | undefined;
  readonly access: AccessAnswer;
  /** The whole in one sentence without a full stop. */
  readonly text: string;
  /** What could not be seen and could change it. */
  readonly unseen: readonly string[];
}

/** All must hold. A no decides, then what is not known, then what is asked for. */
export function everyOutcome(facts: readonly DecisionFact[]): DecisionOutcome {
  const worst = (['no', 'unknown', 'if'] as const).find((one) =>
    facts.some(({ outcome }) => outcome === one),
  );
  return worst ?? 'yes';
}

/** A part of a decision whose facts must all hold. */
export function partOf(facts: readonly DecisionFact[]): DecisionPart {
  return { outcome: everyOutcome(facts), facts };
}
