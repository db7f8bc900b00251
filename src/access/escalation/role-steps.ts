import { scopeKey } from '../assignment/index.ts';
import { roleAssignmentActions } from '../condition/index.ts';
import { type ActionProof, isUnconditioned } from './action-proof.ts';
import type { Actor, Holding } from './actor.ts';
import { type Assignable, type Delegation, isWriter } from './delegation.ts';
import type { EscalationContext } from './escalation-context.ts';
import type { EscalationRule } from './escalation-rule.ts';
import type { EscalationStep } from './escalation-step.ts';
import { makeStep } from './make-step.ts';

/** What it takes to have the role go to another principal that one makes. */
const detour = 1;

/** The steps by assigning roles: any role, or those that the conditions of the assignment leave. */
export function* assigningSteps(
  cx: EscalationContext,
  actor: Actor,
  rule: EscalationRule,
  delegation: Delegation,
): Generator<EscalationStep> {
  for (const { holding, proof } of writersOf(cx, actor, rule)) {
    const { scope } = holding.assignment;
    if (proof.truth.kind !== 'if') {
      yield makeStep(cx, actor, { rule, to: { kind: 'anyRole', id: scope }, proofs: [proof] });
      continue;
    }
    for (const { role, truth, isOwn } of delegation.assignable(actor, holding)) {
      const to = isWriter(role)
        ? ({ kind: 'anyRole', id: scope } as const)
        : ({ kind: 'role', role: role.name, id: scope } as const);
      yield makeStep(cx, actor, { rule, to, proofs: [{ ...proof, truth }], effort: isOwn ? 0 : detour });
    }
  }
}

/**
 * The steps by a role that is made for it: conditions tell roles apart by their ids alone, so one that only names what may not be assigned lets a copy
 * through (articles/role-based-access-control/delegate-role-assignments-examples.md).
 */
export function* cloningSteps(
  cx: EscalationContext,
  actor: Actor,
  rule: EscalationRule,
  delegation: Delegation,
): Generator<EscalationStep> {
  const [, defining] = rule.needs;
  if (defining === undefined) return;
  for (const { holding, proof } of writersOf(cx, actor, rule)) {
    if (proof.truth.kind !== 'if') continue;
    const fresh: Assignable | undefined = delegation.fresh(actor, holding);
    if (fresh === undefined) continue;
    const { scope } = holding.assignment;
    for (const second of cx.prover.proofsOf(actor, defining, scopeKey(scope)))
      yield makeStep(cx, actor, {
        rule,
        to: { kind: 'anyRole', id: scope },
        proofs: [{ ...proof, truth: fresh.truth }, second],
        effort: fresh.isOwn ? 0 : detour,
      });
  }
}

/** The steps by changing a custom role that one has; it takes the action at all scopes that the role can be assigned at (custom-roles.md). */
export function* wideningSteps(
  cx: EscalationContext,
  actor: Actor,
  rule: EscalationRule,
): Generator<EscalationStep> {
  const [defining] = rule.needs;
  if (defining === undefined) return;
  for (const held of actor.azure) {
    const role = cx.ground.model.roles.find(held.assignment.role);
    if (role?.type !== 'custom' || role.assignableScopes.length === 0) continue;
    if (!isUnconditioned(held, roleAssignmentActions.write)) continue;
    const perScope = role.assignableScopes.map((scope) =>
      cx.prover.proofsOf(actor, defining, scopeKey(scope)),
    );
    const [first, ...others] = perScope;
    const rest = others.map(([proof]) => proof);
    if (first === undefined || !rest.every((proof) => proof !== undefined)) continue;
    for (const proof of first)
      yield makeStep(cx, actor, {
        rule,
        to: { kind: 'anyRole', id: held.assignment.scope },
        proofs: [proof, ...rest],
        holdings: [held],
      });
  }
}

function* writersOf(
  cx: EscalationContext,
  actor: Actor,
  { needs }: EscalationRule,
): Generator<{ readonly holding: Holding; readonly proof: ActionProof }> {
  const [writing] = needs;
  if (writing === undefined) return;
  for (const holding of cx.prover.holdingsFor(actor, writing)) {
    const proof = cx.prover.prove(actor, holding, writing, scopeKey(holding.assignment.scope));
    if (proof !== undefined) yield { holding, proof };
  }
}
