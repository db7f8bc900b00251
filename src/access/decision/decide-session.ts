import type { Evaluation } from '../conditional-access/index.ts';
import type { AccessModel } from '../estate/index.ts';
import type { Principal } from '../principal/index.ts';
import { type AccessAnswer, decide } from '../question/index.ts';
import { accessFact, signInDecision, signInFact, targetApplications } from './allowed-part.ts';
import { type DecisionPart, type DecisionQuestion, type DecisionRecord, partOf } from './decision-record.ts';
import { knownPart } from './known-part.ts';
import type { TenantReading } from './tenant-of-estate.ts';
import { trustedPart } from './trusted-part.ts';

/** What sessions are decided against. */
export interface DecisionGround {
  readonly model: AccessModel;
  readonly reading: TenantReading;
  readonly evaluation: Evaluation;
}

/** Decides whether a principal, on its device and in its session, may do an action: who it is, whether that can be trusted, and what Azure would do. */
export function decideSession(ground: DecisionGround, question: DecisionQuestion): DecisionRecord {
  const { model, reading, evaluation } = ground;
  const access = decide(model, question);
  const principal = principalOf(model, access);
  const target = { kind: 'application' as const, id: targetApplications[access.realm] };
  const signIn = { target, ...question.signIn };
  const known = knownPart(model, principal, question.method);
  const trusted = trustedPart(principal, signIn);
  const decision = signInDecision(reading.tenant, evaluation, principal, signIn, question.method);
  const allowed = partOf([signInFact(decision, reading.hasPolicies, question.method), accessFact(access)]);
  return {
    principal: access.principal,
    action: access.action,
    resource: access.resource,
    ...(question.at === undefined ? {} : { at: question.at }),
    known,
    trusted,
    allowed,
    ...(decision === undefined ? {} : { signIn: decision }),
    access,
    text: sentenceOf(principal, { known, trusted, allowed }),
    unseen: [known, trusted, allowed].flatMap(({ facts }) =>
      facts.filter(({ outcome }) => outcome === 'unknown').map(({ text }) => text),
    ),
  };
}

function principalOf(model: AccessModel, { principal }: AccessAnswer): Principal {
  const position = principal === undefined ? undefined : model.principals.positionOf(principal.id);
  if (position !== undefined) return model.principals.at(position);
  const id = principal?.id ?? '';
  return { id, kind: 'unknown', name: principal?.name ?? id, isListed: false };
}

type Parts = Readonly<Record<'known' | 'trusted' | 'allowed', DecisionPart>>;

/** `allowed, but not trusted: the device is not registered`. */
function sentenceOf({ name }: Principal, { known, trusted, allowed }: Parts): string {
  const said = {
    yes: 'is allowed to',
    if: 'is allowed to when what is asked for is satisfied',
    no: 'is not allowed to',
    unknown: 'may or may not be allowed to; not everything was seen',
  }[allowed.outcome];
  const doubts = [
    ...(known.outcome === 'no' ? [`it is not known well enough who that is: ${firstOf(known)}`] : []),
    ...(trusted.outcome === 'no' ? [`the session is not trusted: ${firstOf(trusted)}`] : []),
  ];
  const isLetIn = allowed.outcome === 'yes' || allowed.outcome === 'if';
  const doubt = doubts.length === 0 ? '' : `${isLetIn ? ', although ' : '; '}${doubts.join(', and ')}`;
  return `${name} ${said}${doubt}`;
}

function firstOf({ facts }: DecisionPart): string {
  return facts.find(({ outcome }) => outcome === 'no')?.text ?? '';
}
