import { type AccessTruth, allOf, needsActivation, scopeKey, yes } from '../assignment/index.ts';
import { conditionSentence } from '../condition/index.ts';
import { type AccessGap, distinctGaps } from '../estate/index.ts';
import type { ActionProof } from './action-proof.ts';
import { type Actor, anyRole, type Holding } from './actor.ts';
import type { EscalationContext } from './escalation-context.ts';
import type { EscalationNode } from './escalation-node.ts';
import type { EscalationRule } from './escalation-rule.ts';
import type { EscalationStep, StepActivation, StepEvidence } from './escalation-step.ts';

const withoutMfa = 1;
const withMfa = 2;
const unsure = 2;
const rewritesRules = {
  plane: 'control',
  anyOf: ['Microsoft.Authorization/roleManagementPolicies/write'],
  where: 'target',
} as const;

/** What a step is made of. */
export interface StepParts {
  readonly rule: EscalationRule;
  readonly to: EscalationNode;
  readonly proofs?: readonly ActionProof[] | undefined;
  /** Assignments that give what no action does: directory roles. */
  readonly holdings?: readonly Holding[] | undefined;
  readonly evidence?: readonly StepEvidence[] | undefined;
  readonly truth?: AccessTruth | undefined;
  readonly effort?: number | undefined;
}

/** Makes a step of an actor, with the activations that it takes and all that it rests on. */
export function makeStep(cx: EscalationContext, actor: Actor, parts: StepParts): EscalationStep {
  const { rule, to, proofs = [], holdings = [], evidence = [], truth = yes, effort = 0 } = parts;
  const used = [...new Set([...proofs.map(({ holding }) => holding), ...holdings])];
  const whole = allOf([truth, ...proofs.map((proof) => proof.truth)]);
  const activations: StepActivation[] = [];
  const gaps: AccessGap[] = whole.kind === 'unknown' ? [...whole.gaps] : [];
  const loosening: ActionProof[] = [];
  let total = rule.effort + effort + (whole.kind === 'yes' ? 0 : unsure);
  for (const holding of used) {
    if (!needsActivation(holding.assignment)) continue;
    const { activation, gap, proof } = activationOf(cx, actor, holding);
    activations.push(activation);
    total += activation.needsMfa ? withMfa : withoutMfa;
    if (gap !== undefined) gaps.push(gap);
    if (proof !== undefined) {
      loosening.push(proof);
      total += 1;
    }
  }
  return {
    from: actor.node,
    to,
    rule,
    effort: total,
    evidence: [
      ...[...new Set([...used, ...loosening.map(({ holding }) => holding)])].flatMap((holding) =>
        evidenceOf(
          cx,
          actor,
          holding,
          [...proofs, ...loosening].filter((proof) => proof.holding === holding),
        ),
      ),
      ...evidence,
    ],
    activations,
    conditions: whole.kind === 'if' ? [conditionSentence(whole.condition)] : [],
    gaps: distinctGaps(gaps),
  };
}

/**
 * What the activation of an eligible assignment takes. Who may rewrite the rules for it, asks nobody. Nobody approves a request of one's own
 * (articles/active-directory/privileged-identity-management/pim-resource-roles-approval-workflow.md), so an approver has to be somebody else.
 */
function activationOf(cx: EscalationContext, actor: Actor, { assignment }: Holding) {
  const { model } = cx.ground;
  const rule = model.activation.of(assignment.role, assignment.scope);
  const gap: AccessGap | undefined =
    rule === undefined
      ? {
          source: 'activationRules',
          what: `what activating role ${assignment.role} takes was not seen`,
          about: assignment.id,
        }
      : undefined;
  const asks = rule?.needsApproval === true;
  const proof = asks ? rewriterOf(cx, actor, assignment.scope) : undefined;
  const approvers =
    !asks || proof !== undefined ? [] : rule.approvers.length > 0 ? rule.approvers : [anyAdministrator];
  const activation: StepActivation = {
    assignmentId: assignment.id,
    needsMfa: rule === undefined || rule.needsMfa || rule.authenticationContext !== undefined,
    approvers,
  };
  return { activation, gap, proof };
}

/** The approver where a rule names none: administrators of the directory. */
export const anyAdministrator = '/';

function rewriterOf(cx: EscalationContext, actor: Actor, scope: string): ActionProof | undefined {
  const active = { ...actor, azure: actor.azure.filter(({ assignment }) => !needsActivation(assignment)) };
  return cx.prover.proofsOf(active, rewritesRules, scopeKey(scope)).find(({ truth }) => truth.kind === 'yes');
}

function evidenceOf(
  cx: EscalationContext,
  actor: Actor,
  holding: Holding,
  proofs: readonly ActionProof[],
): readonly StepEvidence[] {
  const { assignment, holder } = holding;
  // What the node itself stands for rests on the steps that led to it.
  if (holder === undefined) return [];
  const table = assignment.realm === 'azure' ? cx.prover.roles : cx.ground.model.directoryRoles;
  const role =
    assignment.role === anyRole ? 'any role' : (table.find(assignment.role)?.roleName ?? assignment.role);
  const where = assignment.scope === '/' ? 'everywhere' : `at ${assignment.scope}`;
  return [
    ...membershipsOf(cx, actor, holder),
    {
      kind: 'assignment',
      id: assignment.id,
      what: `${role} ${where}${needsActivation(assignment) ? ', eligible' : ''}`,
      actions: proofs.map(({ action }) => action),
      permissions: [...new Set(proofs.flatMap(({ permissions }) => permissions))],
      isRemovable: true,
    },
  ];
}

/** The groups on the way from the actor to the one that has the assignment. */
function membershipsOf(cx: EscalationContext, actor: Actor, holder: number): readonly StepEvidence[] {
  const { principals, membership } = cx.ground.model;
  const found: StepEvidence[] = [];
  for (let group = holder; group !== actor.principal; ) {
    const member = actor.groups.get(group);
    if (member === undefined) break;
    const isOnlyWay =
      member === actor.principal &&
      ![...actor.groups].some(
        ([other, from]) =>
          from === member && other !== group && other !== member && membership.groupsOf(other).has(group),
      );
    found.unshift({
      kind: 'membership',
      id: `${principals.at(member).id} in ${principals.at(group).id}`,
      what: `${principals.at(member).name} is in ${principals.at(group).name}`,
      actions: [],
      permissions: [],
      isRemovable: isOnlyWay && group === holder,
    });
    group = member;
  }
  return found;
}
