import { type GrantPrincipal, textOfValue, Unknown, type Value } from '../../kernel/index.ts';
import type { ExpandedResource } from '../../template/index.ts';
import { shownName, valueAt } from './deployed-resources.ts';
import { scopeOfTarget } from './grant-scope.ts';
import type { GrantContext, GrantSource, StatedGrant } from './grant-source.ts';
import { namedTarget } from './named-target.ts';

/** Federated credentials: whoever holds a token of the issuer with the subject signs in as the identity (articles/entra/workload-id/workload-identity-federation.md). */
export const federationGrants: GrantSource = {
  types: ['microsoft.managedidentity/userassignedidentities/federatedidentitycredentials'],
  read: readCredential,
};

function readCredential(resource: ExpandedResource, context: GrantContext): StatedGrant[] {
  const subject = valueAt(resource.body, 'properties', 'subject');
  const issuer = valueAt(resource.body, 'properties', 'issuer');
  const scope = scopeOfTarget(namedTarget(identityId(resource)), resource, context.deployed);
  const unknownBecause = [subject, issuer].some((one) => one instanceof Unknown)
    ? ['which tokens are taken is not known before the deployment']
    : [];
  return [
    {
      kind: 'trust',
      principal: holderOf(subject, issuer),
      scope,
      role: '',
      abilities: [`sign in as ${scope.text}`],
      tier: isBroad(subject) ? 'control' : 'none',
      isConditioned: false,
      unknownBecause,
      path: ['properties', 'subject'],
    },
  ];
}

/** Anybody who may open a pull request has such a token, and so may whoever a pattern covers. */
function isBroad(subject: Value | undefined): boolean {
  return typeof subject === 'string' && (subject.endsWith(':pull_request') || subject.includes('*'));
}

function holderOf(subject: Value | undefined, issuer: Value | undefined): GrantPrincipal {
  const name = subject === undefined ? 'no subject' : shownName(subject);
  return {
    kind: subject instanceof Unknown ? 'unknown' : 'servicePrincipal',
    text: `whoever ${issuerName(issuer)} calls ${name}`,
    usedBy: [],
  };
}

const issuers: readonly (readonly [host: string, name: string])[] = [
  ['token.actions.githubusercontent.com', 'GitHub'],
  ['vstoken.dev.azure.com', 'Azure DevOps'],
  ['gitlab.com', 'GitLab'],
];

function issuerName(issuer: Value | undefined): string {
  if (typeof issuer !== 'string') return issuer === undefined ? 'nobody' : textOfValue(issuer);
  return issuers.find(([host]) => issuer.includes(`//${host}`))?.[1] ?? shownName(issuer);
}

/** The identity's id is the credential's without its end. */
function identityId({ id }: ExpandedResource): string | Unknown {
  const end = /\/federatedIdentityCredentials\/[^/']+(?=$|')/i;
  if (typeof id === 'string') return id.replace(end, '');
  return id.derive(id.expression.replace(end, ''));
}
