import { fold } from '../../kernel/index.ts';
import { type AccessTruth, yes } from '../assignment/index.ts';
import type { Principal } from '../principal/index.ts';
import { grantOfAction } from '../role/index.ts';
import { type Actor, anyRole, type Holding } from './actor.ts';
import type { EscalationContext } from './escalation-context.ts';
import type { EscalationNode } from './escalation-node.ts';
import type { DirectorySubject, EscalationRule } from './escalation-rule.ts';
import type { EscalationStep, StepEvidence } from './escalation-step.ts';
import { makeStep } from './make-step.ts';
import { principalState } from './principal-state.ts';
import { yieldsOfScope } from './yields.ts';

/** What gives an actor power over the directory, and over which part: everything, or one object. */
interface DirectoryPower {
  readonly holding?: Holding | undefined;
  readonly evidence: readonly StepEvidence[];
  readonly scope: string;
}

/** The steps by directory roles and by application permissions. */
export function* directorySteps(
  cx: EscalationContext,
  actor: Actor,
  rule: EscalationRule,
): Generator<EscalationStep> {
  for (const power of [...byRole(cx, actor, rule), ...byAppRole(cx, actor, rule)])
    for (const { to, truth } of targetsOf(cx, actor, rule, power.scope))
      yield makeStep(cx, actor, {
        rule,
        to,
        truth,
        holdings: power.holding === undefined ? [] : [power.holding],
        evidence: power.evidence,
      });
}

function* byRole(cx: EscalationContext, actor: Actor, rule: EscalationRule): Generator<DirectoryPower> {
  if (rule.directory.length === 0 && rule.directoryRoles.length === 0) return;
  for (const holding of actor.directory) {
    const { role, scope } = holding.assignment;
    if (gives(cx, role, rule)) yield { holding, evidence: [], scope };
  }
}

function gives(cx: EscalationContext, guid: string, { directory, directoryRoles }: EscalationRule): boolean {
  if (guid === anyRole || directoryRoles.includes(guid)) return true;
  const role = cx.ground.model.directoryRoles.find(guid);
  return role !== undefined && directory.some((action) => grantOfAction(role, action).granted !== 'never');
}

function* byAppRole(cx: EscalationContext, actor: Actor, rule: EscalationRule): Generator<DirectoryPower> {
  if (actor.principal === undefined) return;
  const { id } = cx.ground.model.principals.at(actor.principal);
  const granted = cx.appRoles.get(fold(id));
  if (granted === undefined) return;
  for (const name of rule.appRoles) {
    const grant = granted.get(name);
    if (grant === undefined) continue;
    const evidence: StepEvidence = {
      kind: 'appRole',
      id: grant === '' ? `${name} of ${id}` : grant,
      what: `application permission ${name}`,
      actions: [],
      permissions: [],
      isRemovable: true,
    };
    yield { evidence: [evidence], scope: '/' };
  }
}

interface Target {
  readonly to: EscalationNode;
  readonly truth: AccessTruth;
}

function* targetsOf(
  cx: EscalationContext,
  actor: Actor,
  rule: EscalationRule,
  scope: string,
): Generator<Target> {
  if (rule.on === 'tenant') {
    if (scope === '/') for (const to of yieldsOfScope(rule, '/')) yield { to, truth: yes };
    return;
  }
  const wanted = scope === '/' ? undefined : fold(scope.slice(scope.lastIndexOf('/') + 1));
  if (wanted !== undefined && /\/administrativeunits\//i.test(scope)) {
    cx.unseen.add(`who is in administrative unit ${wanted} was not seen`);
    return;
  }
  const { principals } = cx.ground.model;
  for (const position of cx.worthwhile) {
    if (position === actor.principal) continue;
    const principal = principals.at(position);
    if (!isSubject(principal, rule.on as DirectorySubject)) continue;
    if (wanted !== undefined && !namesOf(cx, principal).includes(wanted)) continue;
    const truth = principalState(cx, position, rule.when);
    if (truth.kind !== 'no') yield { to: { kind: 'principal', id: principal.id }, truth };
  }
}

/** Whether a rule about a kind of object is about a principal. Credentials of managed identities are nobody's to set. */
function isSubject({ kind, appId }: Principal, on: DirectorySubject): boolean {
  switch (on) {
    case 'user':
      return kind === 'user';
    case 'group':
      return kind === 'group';
    case 'servicePrincipal':
      return kind === 'servicePrincipal';
    case 'application':
      return kind === 'servicePrincipal' && appId !== undefined;
    case 'tenant':
      return false;
    default:
      return on satisfies never;
  }
}

/** The ids by which a scope may name a principal: its own and that of its application. */
function namesOf(cx: EscalationContext, { id, appId }: Principal): readonly string[] {
  const applications = cx.ground.model.directoryFacts.applications.filter((one) => one.appId === appId);
  return [id, ...applications.map((one) => one.id)].map(fold);
}
