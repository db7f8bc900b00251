import { scopeKey, unseen, yes } from '../assignment/index.ts';
import type { ActionProof } from './action-proof.ts';
import type { Actor, Holding } from './actor.ts';
import type { EscalationContext } from './escalation-context.ts';
import type { EscalationRule } from './escalation-rule.ts';
import type { EscalationStep, StepEvidence } from './escalation-step.ts';
import { makeStep } from './make-step.ts';
import type { RegisteredResource } from './resource-register.ts';
import { resourceState } from './target-state.ts';
import { yieldsOfResource, yieldsOfScope } from './yields.ts';

/** Ways to have all actions of a rule that are told apart, for one target and one assignment. */
const waysMax = 8;

/** The steps by rules about Azure actions. */
export function* resourceSteps(
  cx: EscalationContext,
  actor: Actor,
  rule: EscalationRule,
): Generator<EscalationStep> {
  const [first, ...others] = rule.needs;
  if (first === undefined) return;
  for (const holding of cx.prover.holdingsFor(actor, first)) {
    const scope = scopeKey(holding.assignment.scope);
    if (rule.on === 'scope') {
      for (const proofs of waysOf(cx, actor, rule, cx.prover.prove(actor, holding, first, scope), scope))
        for (const to of yieldsOfScope(rule, holding.assignment.scope))
          yield makeStep(cx, actor, { rule, to, proofs });
      continue;
    }
    for (const resource of cx.register.within(rule.on, scope)) {
      const state = resourceState(resource, rule.when);
      if (state === 'false') continue;
      const nodes = yieldsOfResource(rule, resource);
      if (nodes.length === 0) continue;
      const proof = cx.prover.prove(actor, holding, first, resource.key);
      const truth = state === 'true' ? yes : unseenState(resource);
      for (const proofs of others.length === 0 ? onlyOf(proof) : waysOf(cx, actor, rule, proof, resource.key))
        for (const to of nodes)
          yield makeStep(cx, actor, { rule, to, proofs, truth, evidence: [evidenceOfResource(resource)] });
    }
  }
}

/** The resource that a step is about. */
export function evidenceOfResource({ id, type }: RegisteredResource): StepEvidence {
  return { kind: 'resource', id, what: type, actions: [], permissions: [], isRemovable: false };
}

function unseenState({ id }: RegisteredResource) {
  return unseen({ source: 'resources', what: `the properties of ${id} were not seen`, about: id });
}

function onlyOf(proof: ActionProof | undefined): readonly (readonly ActionProof[])[] {
  return proof === undefined ? [] : [[proof]];
}

/** The ways to have the other actions too. An assignment that is used anyway and gives them is the only way that counts: no other one has to be there. */
function waysOf(
  cx: EscalationContext,
  actor: Actor,
  { needs }: EscalationRule,
  first: ActionProof | undefined,
  key: string,
): readonly (readonly ActionProof[])[] {
  let ways = onlyOf(first);
  for (const need of needs.slice(1)) {
    if (ways.length === 0) return ways;
    ways = ways
      .flatMap((way) => {
        const place = (holding: Holding) => (need.where === 'anywhere' ? holding.assignment.scope : key);
        for (const { holding } of way) {
          const same = cx.prover.prove(actor, holding, need, place(holding));
          if (same?.truth.kind === 'yes') return [[...way, same]];
        }
        const others = cx.prover.proofsOf(actor, need, need.where === 'anywhere' ? undefined : key);
        return others.slice(0, waysMax).map((proof) => [...way, proof]);
      })
      .slice(0, waysMax);
  }
  return ways;
}
