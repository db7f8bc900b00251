import { fold } from '../../kernel/index.ts';
import { type AccessTruth, unseen, yes } from '../assignment/index.ts';
import { type Actor, actorOf } from './actor.ts';
import type { EscalationContext } from './escalation-context.ts';
import type { EscalationNode } from './escalation-node.ts';
import type { EscalationRule, RelationName } from './escalation-rule.ts';
import type { EscalationStep, StepActivation, StepEvidence } from './escalation-step.ts';
import { anyAdministrator, makeStep } from './make-step.ts';
import { principalState } from './principal-state.ts';

/** Something that a node is related to. */
interface Related {
  readonly to: EscalationNode;
  readonly evidence: StepEvidence;
  readonly truth?: AccessTruth;
  readonly activation?: StepActivation;
}

type Relation = (cx: EscalationContext, node: EscalationNode, rule: EscalationRule) => Iterable<Related>;

const relations: Readonly<Record<RelationName, Relation>> = { owner, identity, vaultPolicy, eligibleMember };

/** The steps by what one is to something, without any role. */
export function* relationSteps(
  cx: EscalationContext,
  node: EscalationNode,
  rule: EscalationRule,
): Generator<EscalationStep> {
  if (rule.relation === undefined) return;
  const actor: Actor | undefined =
    actorOf(node, cx.ground, cx.at) ??
    (node.kind === 'resource'
      ? { node, principal: undefined, groups: new Map(), azure: [], directory: [] }
      : undefined);
  if (actor === undefined) return;
  for (const { to, evidence, truth = yes, activation } of relations[rule.relation](cx, node, rule)) {
    const step = makeStep(cx, actor, { rule, to, truth, evidence: [evidence] });
    yield activation === undefined
      ? step
      : { ...step, effort: step.effort + (activation.needsMfa ? 2 : 1), activations: [activation] };
  }
}

/** Owners of groups set the members, owners of applications and service principals their credentials. */
function* owner(cx: EscalationContext, node: EscalationNode, rule: EscalationRule): Generator<Related> {
  if (node.kind !== 'principal') return;
  const { principals } = cx.ground.model;
  for (const ownedId of cx.owned.get(fold(node.id)) ?? []) {
    const appId = cx.appIds.get(ownedId);
    const [position] = appId === undefined ? [principals.positionOf(ownedId)] : principals.named(appId);
    if (position === undefined) continue;
    const { id, kind, name } = principals.at(position);
    const subject = kind === 'group' ? 'group' : appId === undefined ? 'servicePrincipal' : 'application';
    if (subject !== rule.on) continue;
    const truth = principalState(cx, position, rule.when);
    if (truth.kind === 'no') continue;
    const evidence = evidenceOf('ownership', `${node.id} owns ${ownedId}`, `owner of ${subject} ${name}`);
    yield { to: { kind: 'principal', id }, evidence, truth };
  }
}

/** What runs in a resource acts as its identities. */
function* identity(cx: EscalationContext, node: EscalationNode): Generator<Related> {
  if (node.kind !== 'resource') return;
  for (const id of cx.register.get(node.id)?.identities ?? [])
    yield {
      to: { kind: 'principal', id },
      evidence: evidenceOf('identity', `${id} on ${node.id}`, `identity of ${node.id}`),
    };
}

/** Access policies count only where the vault decides by them. */
function* vaultPolicy(cx: EscalationContext, node: EscalationNode): Generator<Related> {
  if (node.kind !== 'principal') return;
  const { model } = cx.ground;
  const principal = model.principals.positionOf(node.id);
  if (principal === undefined) return;
  for (const holder of model.membership.groupsOf(principal).keys())
    for (const id of cx.vaultReaders.get(holder) ?? []) {
      const reader = model.principals.at(holder).id;
      const evidence = evidenceOf('vaultPolicy', `${reader} in ${id}`, `access policy of ${id}`);
      yield { to: { kind: 'secrets', id }, evidence };
    }
}

/** Memberships that PIM for groups gives. */
function* eligibleMember(cx: EscalationContext, node: EscalationNode): Generator<Related> {
  if (node.kind !== 'principal') return;
  const { principals, membership } = cx.ground.model;
  const principal = principals.positionOf(node.id);
  const holders = principal === undefined ? [] : [...membership.groupsOf(principal).keys()];
  for (const holder of holders)
    for (const { id, group, rule } of cx.eligible.get(fold(principals.at(holder).id)) ?? []) {
      const isAsked = rule?.needsApproval === true;
      const what = `what activating a membership of group ${group} takes was not seen`;
      yield {
        to: { kind: 'principal', id: principals.at(principals.mention(group)).id },
        evidence: evidenceOf('membership', id, `eligible member of group ${group}`),
        truth: rule === undefined ? unseen({ source: 'activationRules', what, about: id }) : yes,
        activation: {
          assignmentId: id,
          needsMfa: rule === undefined || rule.needsMfa || rule.authenticationContext !== undefined,
          approvers: !isAsked ? [] : rule.approvers.length > 0 ? rule.approvers : [anyAdministrator],
        },
      };
    }
}

function evidenceOf(kind: StepEvidence['kind'], id: string, what: string): StepEvidence {
  return { kind, id, what, actions: [], permissions: [], isRemovable: true };
}
