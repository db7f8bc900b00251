import { fold } from '../../../kernel/index.ts';
import type { Policy } from '../policy/policy.ts';
import { isAllWithExclusions } from '../sign-in/match-target.ts';
import type { Tenant } from '../sign-in/tenant.ts';
import type { Atom, Dimension } from './atom.ts';

/** An application that no policy names and that is in no group. */
export const otherApplication = 'any other application';

const groups = ['Office365', 'MicrosoftAdminPortals', 'AllAgentIdResources'];

/** The resources, actions and authentication contexts that policies tell apart. */
export function targetDimension(policies: readonly Policy[]): Dimension {
  const named = policies.flatMap(({ applications }) => [
    ...(applications?.applications.include ?? []),
    ...(applications?.applications.exclude ?? []),
  ]);
  const keywords = new Set(['all', 'none', ...groups.map(fold)]);
  const ids = [...new Set(named.map(fold))].filter((id) => !keywords.has(id));
  const usedGroups = groups.filter((group) => named.some((one) => fold(one) === fold(group)));
  const contexts = new Set(
    policies.flatMap(({ applications }) => applications?.authenticationContexts ?? []),
  );
  const atoms: Atom[] = [
    application(otherApplication, 0),
    ...usedGroups.map((group) => application(memberOf(group), 1)),
    ...ids.map((id) => application(id, 1)),
    ...['urn:user:registersecurityinfo', 'urn:user:registerdevice'].map(
      (action): Atom => ({ label: action, facts: { target: { kind: 'userAction', action } }, distance: 2 }),
    ),
    ...[...contexts].map(
      (id): Atom => ({
        label: `authentication context ${id}`,
        facts: { target: { kind: 'authenticationContext', id } },
        distance: 2,
      }),
    ),
  ];
  if (
    policies.some(
      (one) => one.applications !== undefined && isAllWithExclusions(one.applications.applications),
    )
  )
    atoms.push({
      label: 'a public client that asks for baseline scopes alone',
      facts: { target: { kind: 'application', id: otherApplication, baselineScopes: 'directory' } },
      distance: 2,
    });
  return { name: 'target', atoms };
}

function application(id: string, distance: number): Atom {
  return { label: id, facts: { target: { kind: 'application', id } }, distance };
}

function memberOf(group: string): string {
  return `an application of ${group}`;
}

/** The tenant, with the applications that stand for groups and for all others. */
export function withSampleApplications(tenant: Tenant): Tenant {
  const samples = groups.map((group) => ({ id: memberOf(group), groups: [group] }));
  return {
    ...tenant,
    applications: [...tenant.applications, ...samples, { id: otherApplication, groups: [] }],
  };
}
