import {
  type ConditionalAccessPolicy,
  conditionalAccessPolicyName,
  type Outcome,
  type PolicyResult,
  targetApplications,
  whatIf,
} from '../../access/index.ts';
import { type AccessCommand, accessExitCodes } from './access-command.ts';
import { argumentTexts } from './can.ts';
import { openTenant } from './open-tenant.ts';
import { principalArgument } from './principal-argument.ts';
import { addSignInOptions, type SignInOptions, signInOf } from './sign-in-options.ts';
import { section } from './tell-lines.ts';

/** `landguard access conditional-access what-if`. */
export const whatIfCommand: AccessCommand<SignInOptions> = {
  name: 'what-if',
  arguments: [argumentTexts.principal],
  description: 'say what Conditional Access makes of one sign-in; what is not stated is not known',
  addOptions: addSignInOptions,
  examples: [
    'conditional-access what-if kim.berg@contoso.example --client browser --device compliant',
    'conditional-access what-if kim.berg@contoso.example --client other',
  ],
  exitCodes:
    '0 granted, 1 blocked, 2 bad usage or input, 3 granted if what is asked for is satisfied, or not known.',
  answer: ([principal = ''], options, opened) => {
    const { reading, evaluation } = openTenant(opened);
    const id = principalArgument(opened.model, principal);
    const position = opened.model.principals.positionOf(id);
    const kind = position === undefined ? 'unknown' : opened.model.principals.at(position).kind;
    const identity = {
      kind: kind === 'servicePrincipal' ? ('servicePrincipal' as const) : ('user' as const),
      id,
    };
    const target = { kind: 'application' as const, id: targetApplications.azure };
    const signIn = { target, ...signInOf(options), identity };
    const result = whatIf(reading.tenant.policies, signIn, evaluation);
    const { decision } = result.enforced;
    const outcome = reading.hasPolicies ? decision : 'notEnoughInformation';
    return {
      json: {
        signIn,
        enforced: outcomeJson(result.enforced),
        withReportOnly: outcomeJson(result.withReportOnly),
        policies: result.policies.map(resultJson),
      },
      lines: [
        ...tellOutcome({ ...result.enforced, decision: outcome }),
        ...tellReportOnly(result),
        ...tellPolicies(result.policies),
      ],
      exitCode: {
        granted: accessExitCodes.clean,
        blocked: accessExitCodes.no,
        grantedIf: accessExitCodes.open,
        notEnoughInformation: accessExitCodes.open,
      }[outcome],
    };
  },
};

const decisions: Readonly<Record<Outcome['decision'], string>> = {
  blocked: 'blocked',
  granted: 'granted: no policy asks for anything',
  grantedIf: 'granted if what is asked for is satisfied',
  notEnoughInformation: 'not known: policies may apply, depending on what was not stated',
};

function tellOutcome({ decision, blockedBy, requirements, undecided }: Outcome): string[] {
  return [
    decisions[decision],
    ...section('blocked by', blockedBy.map(nameAndId)),
    ...section(
      'asked for',
      requirements.map(
        ({ policy, clause }) =>
          `${clause.map(({ name }) => name).join(' or ')}: ${conditionalAccessPolicyName(policy)}`,
      ),
    ),
    ...section('undecided', undecided.map(nameAndId)),
  ];
}

function tellReportOnly({
  enforced,
  withReportOnly,
}: {
  enforced: Outcome;
  withReportOnly: Outcome;
}): string[] {
  return enforced.decision === withReportOnly.decision
    ? []
    : [`with the policies that only report: ${decisions[withReportOnly.decision]}`];
}

function tellPolicies(policies: readonly PolicyResult[]): string[] {
  return section(
    'policies',
    policies.map(({ policy, applicability }) => {
      const name = conditionalAccessPolicyName(policy);
      if (applicability.kind === 'applies') return `+ ${name} applies`;
      return applicability.kind === 'doesNotApply'
        ? `- ${name} does not apply: ${applicability.reason}`
        : `? ${name} depends on ${applicability.missing.join(', ')}`;
    }),
  );
}

function nameAndId(policy: ConditionalAccessPolicy): string {
  const name = conditionalAccessPolicyName(policy);
  return name === policy.id ? name : `${name}  ${policy.id}`;
}

/** A policy as output names it. */
export function policyJson(policy: ConditionalAccessPolicy): object {
  return { id: policy.id, displayName: policy.displayName, state: policy.state };
}

/** An outcome with policies by name and id. */
export function outcomeJson({
  decision,
  blockedBy,
  requirements,
  sessionControls,
  undecided,
}: Outcome): object {
  return {
    decision,
    blockedBy: blockedBy.map(policyJson),
    requirements: requirements.map(({ policy, clause }) => ({
      policy: policyJson(policy),
      oneOf: clause.map(({ kind, name }) => ({ kind, name })),
    })),
    sessionControls: sessionControls.map(({ policy, controls }) => ({
      policy: policyJson(policy),
      controls,
    })),
    undecided: undecided.map(policyJson),
  };
}

function resultJson({ policy, applicability }: PolicyResult): object {
  return { ...policyJson(policy), ...applicability };
}
