import { type Finding, type Grant, isAtLeast } from '../../kernel/index.ts';

/** The grants that a person should look at: those that let somebody take over more than one resource, and those of roles that are not known. */
export function grantFindings(grants: readonly Grant[]): readonly Finding[] {
  return grants.filter(({ severity }) => isAtLeast(severity, 'medium')).map(findingOf);
}

const policyName = 'privileged-grant';

function findingOf(grant: Grant): Finding {
  const { fingerprint, severity, resource, place, origins, unknownBecause } = grant;
  return {
    fingerprint,
    verdict: grant.tier === 'unknown' ? 'unknown' : 'non-compliant',
    effect: 'audit',
    severity,
    policy: {
      id: `landguard:access/${policyName}`,
      name: policyName,
      displayName: 'Deployments grant no more access than they need',
      description: 'What a deployment lets its principals do, by the actions of the roles that it assigns.',
      category: 'Access',
      version: '1.0.0',
    },
    controls: [],
    resource,
    message: grant.text,
    reasons: [],
    place,
    origins,
    unknownBecause: unknownBecause.length > 0 ? unknownBecause : [],
    remediation: remedyOf(grant),
  };
}

const remedies: Readonly<Record<Grant['tier'], string | undefined>> = {
  control:
    'assign a role without access management, at the resource that is worked on, or one whose condition names the roles that may be assigned',
  management: 'assign a role for the task at the resource that is worked on',
  data: 'assign the role at the resource whose data is needed',
  none: undefined,
  unknown: 'name a role that the deployment defines or that is built in',
};

function remedyOf({ kind, tier }: Grant): string | undefined {
  return kind === 'trust' ? 'check that only the pipeline that is meant has this subject' : remedies[tier];
}
