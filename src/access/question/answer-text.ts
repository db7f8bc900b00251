import type { ActivationRule } from '../assignment/index.ts';
import { accessSources } from '../estate/access-source.ts';
import type { AccessGap } from '../estate/index.ts';
import type {
  AccessAnswer,
  AccessVerdict,
  AroundStep,
  ConditionAnswer,
  DenyStep,
  GrantStep,
} from './access-answer.ts';
import type { WhoCanAnswer } from './who-can.ts';

const verdictWords: Readonly<Record<AccessVerdict, string>> = {
  allowed: 'allowed',
  allowedIf: 'allowed on a condition',
  denied: 'denied',
  notGranted: 'not granted',
  unknown: 'unknown',
};

const stepWords = {
  yes: 'grants it',
  no: 'does not grant it',
  if: 'grants it on a condition',
  unknown: 'may grant it',
} as const;
const denyWords = {
  yes: 'denies it',
  no: 'does not deny it',
  if: 'denies it on a condition',
  unknown: 'may deny it',
} as const;

/** An answer as lines of text, a tree by indentation. */
export function answerText(answer: AccessAnswer): readonly string[] {
  const { verdict, asSeen, principal, action, resource } = answer;
  const who = principal === undefined ? 'nobody that is known' : `${principal.name} (${principal.kind})`;
  const what =
    verdict === 'unknown' ? `unknown; by what was seen, ${verdictWords[asSeen]}` : verdictWords[verdict];
  return [
    `${who}: ${action} on ${resource}: ${what}`,
    ...(answer.residualSentence === undefined ? [] : [`  ${answer.residualSentence}`]),
    ...answer.denials.flatMap(denyLines),
    ...answer.grants.flatMap((step) => grantLines(step)),
    ...answer.activatable.flatMap((step) => grantLines(step)),
    ...answer.around.map(aroundLine),
    ...unseenLines(answer.unseen),
  ];
}

/** The answer to who can as lines of text. */
export function whoCanText(answer: WhoCanAnswer): readonly string[] {
  const { counts, holders } = answer;
  const shown = counts.allowed + counts.allowedIf + counts.unknown;
  return [
    `${answer.action} on ${answer.resource}: ${counts.allowed} may, ${counts.allowedIf} on a condition, ${counts.unknown} unknown`,
    ...holders.map(
      ({ principal, verdict, through }) =>
        `  ${principal.name} (${principal.kind}): ${verdictWords[verdict]}, through ${through.join(', ')}`,
    ),
    ...(shown > holders.length ? [`  and ${shown - holders.length} more`] : []),
    ...unseenLines(answer.unseen),
  ];
}

function grantLines(step: GrantStep): readonly string[] {
  const chain = step.chain.map(({ name }) => name).join(' > ');
  const isEligible = step.kind === 'eligible' || step.kind === 'delegatedEligible';
  const { memberships = [] } = step;
  const words = isEligible || memberships.length > 0 ? 'grants it after activation' : stepWords[step.outcome];
  return [
    `  ${step.role.roleName} at ${step.scope} ${words}`,
    `    assignment ${step.assignmentId} (${step.kind}${step.end === undefined ? '' : `, until ${step.end}`})`,
    ...(step.chain.length > 1 ? [`    ${chain}`] : []),
    ...step.conditions.map(conditionLine),
    ...memberships.map(
      ({ id, activation }) => `    to activate the membership ${id}: ${activationWords(activation)}`,
    ),
    ...(isEligible ? [`    to activate it: ${activationWords(step.activation)}`] : []),
  ];
}

/** What activating a role takes, in words. */
export function activationWords(rule: ActivationRule | undefined): string {
  if (rule === undefined) return 'what it takes was not seen';
  const needs = [
    ...(rule.needsMfa ? ['multifactor authentication'] : []),
    ...(rule.authenticationContext === undefined
      ? []
      : [`authentication context ${rule.authenticationContext}`]),
    ...(rule.needsJustification ? ['a justification'] : []),
    ...(rule.needsTicket ? ['a ticket'] : []),
    ...(rule.needsApproval
      ? [
          `approval by ${rule.approvers.length === 0 ? 'an administrator of the role' : rule.approvers.join(' or ')}`,
        ]
      : []),
  ];
  const words = needs.length === 0 ? 'nothing' : needs.join(', ');
  return rule.durationMax === undefined ? words : `${words}; for ${rule.durationMax} at most`;
}

function conditionLine({ of, outcome, residual }: ConditionAnswer): string {
  const words = { yes: 'is met', no: 'is not met', if: 'is met if', unknown: 'could not be decided' }[
    outcome
  ];
  return `    the condition of the ${of} ${words}${residual === undefined ? '' : ` ${residual}`}`;
}

function denyLines({ outcome, name, scope, denyAssignmentId, isScopeOnly }: DenyStep): readonly string[] {
  return [
    `  deny assignment ${name} at ${scope}${isScopeOnly ? ' alone' : ''} ${denyWords[outcome]}`,
    `    ${denyAssignmentId}`,
  ];
}

function aroundLine(step: AroundStep): string {
  return step.by === 'accessPolicy'
    ? `  an access policy of ${step.resourceId} gives it to ${step.chain.map(({ name }) => name).join(' > ')}`
    : `  ${step.action} gives out keys of ${step.resourceId} (${step.setting}): ${verdictWords[step.verdict]}`;
}

function unseenLines(gaps: readonly AccessGap[]): readonly string[] {
  return gaps.flatMap(({ source, what }) => {
    const { command } = accessSources[source];
    return [`  not seen: ${what}`, ...(command === '' ? [] : [`    ${command}`])];
  });
}
