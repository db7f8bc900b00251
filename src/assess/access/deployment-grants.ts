import { fold, type Grant, type GrantChange, severities, textOfValue } from '../../kernel/index.ts';
import { type ExpandedResource, locate } from '../../template/index.ts';
import { canonicalName } from '../canonical-name.ts';
import { fingerprint } from '../fingerprint.ts';
import { accessPolicyGrants } from './access-policy-grants.ts';
import { DeployedResources, shownName } from './deployed-resources.ts';
import { federationGrants } from './federation-grants.ts';
import { type AccessToday, grantChange } from './grant-change.ts';
import { grantSeverity } from './grant-severity.ts';
import type { GrantFacts, GrantSource, StatedGrant } from './grant-source.ts';
import { roleAssignmentGrants } from './role-assignment-grants.ts';

/** Everything that gives access; another one is a file and a line here. */
const sources: readonly GrantSource[] = [roleAssignmentGrants, accessPolicyGrants, federationGrants];

const byType: ReadonlyMap<string, GrantSource> = new Map(
  sources.flatMap((source) => source.types.map((type) => [type, source] as const)),
);

/** What a deployment lets whom do, the gravest first; of the same severity in the order of the template. */
export function deploymentGrants(
  resources: readonly ExpandedResource[],
  facts: GrantFacts,
): readonly Grant[] {
  const context = { ...facts, deployed: new DeployedResources(resources) };
  return resources
    .flatMap((resource) => {
      const stated = byType.get(fold(resource.type))?.read(resource, context) ?? [];
      return stated.map((one) => placed(one, resource, facts));
    })
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

function placed(stated: StatedGrant, resource: ExpandedResource, { today }: GrantFacts): Grant {
  const { kind, principal, scope, role, abilities, tier, condition, path } = stated;
  const { place, origins } = locate(resource.instance, path);
  const doubt = resource.uncertain;
  return {
    fingerprint: fingerprint({
      assignment: '',
      reference: kind,
      policy: role,
      resourceType: resource.type,
      resourceName: canonicalName(textOfValue(resource.name)),
      path: `${canonicalName(principal.resourceId ?? principal.text)} ${canonicalName(scope.id)}`,
    }),
    kind,
    principal,
    abilities,
    role,
    scope,
    tier,
    severity: grantSeverity(tier, scope.kind, stated.isConditioned),
    text: sentenceOf(stated),
    condition,
    resource: { id: textOfValue(resource.id), name: shownName(resource.name), type: resource.type },
    place,
    origins,
    unknownBecause: [
      ...stated.unknownBecause,
      ...(doubt === undefined ? [] : [`whether it is deployed depends on ${doubt.expression}`]),
    ],
    ...(today === undefined || kind !== 'role' ? {} : { change: changeOf(stated, today) }),
  };
}

function changeOf({ definition, principal, scope }: StatedGrant, today: AccessToday): GrantChange {
  return grantChange(definition, principal, scope, today);
}

const abilitiesShownMax = 3;

/** `lets the web app app-shop (system identity) read every secret in kv-prod`. */
function sentenceOf({ kind, principal, abilities, role, scope, condition }: StatedGrant): string {
  const user = principal.usedBy.length === 0 ? '' : ` (used by ${principal.usedBy.join(', ')})`;
  const shown = abilities.slice(0, abilitiesShownMax);
  const more = abilities.length - shown.length;
  const what =
    shown.length === 0
      ? `use the role ${role === '' ? 'that is not known' : role} on ${scope.text}`
      : `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
  const narrowed = condition === undefined ? '' : `, ${condition}`;
  return `lets ${principal.text}${user} ${kind === 'eligible' ? 'activate a role with which it can ' : ''}${what}${narrowed}`;
}
