import {
  fold,
  type GrantPrincipal,
  type GrantScope,
  isObject,
  Unknown,
  type Value,
  type ValueObject,
} from '../../kernel/index.ts';
import type { ExpandedResource } from '../../template/index.ts';
import { valueAt } from './deployed-resources.ts';
import { grantPrincipal } from './grant-principal.ts';
import { scopeOfTarget } from './grant-scope.ts';
import type { GrantContext, GrantSource, StatedGrant } from './grant-source.ts';
import { expressionTarget, type NamedTarget, namedTarget } from './named-target.ts';

/**
 * Access policies of key vaults (articles/key-vault/general/assign-access-policy.md), in the vault or as a resource of their own. They are without effect
 * where the vault takes roles.
 */
export const accessPolicyGrants: GrantSource = {
  types: ['microsoft.keyvault/vaults', 'microsoft.keyvault/vaults/accesspolicies'],
  read: readPolicies,
};

function readPolicies(resource: ExpandedResource, context: GrantContext): StatedGrant[] {
  const isVault = fold(resource.type) === 'microsoft.keyvault/vaults';
  if (!isVault && typeof resource.name === 'string' && fold(resource.name).endsWith('/remove')) return [];
  const vault = isVault ? resource : (context.deployed.find(vaultOf(resource), resource) ?? resource);
  const takesRoles =
    vault === resource && !isVault ? undefined : valueAt(vault.body, 'properties', 'enableRbacAuthorization');
  if (takesRoles === true) return [];
  const policies = valueAt(resource.body, 'properties', 'accessPolicies');
  const scope = scopeOfTarget(
    isVault ? namedTarget(resource.id) : vaultOf(resource),
    resource,
    context.deployed,
  );
  const doubts = takesRoles instanceof Unknown ? ['whether the vault takes roles instead is not known'] : [];
  return listOf(policies).flatMap((policy, index) => {
    if (!isObject(policy)) return [];
    const principal = grantPrincipal(
      valueAt(policy, 'objectId'),
      undefined,
      resource,
      context.deployed,
      context.principals,
    );
    return policyGrant(policy, principal, scope, doubts, index);
  });
}

/** The id of `accessPolicies/add` without its end. */
function vaultOf({ id }: ExpandedResource): NamedTarget {
  if (typeof id === 'string') return namedTarget(id.slice(0, fold(id).lastIndexOf('/accesspolicies/')));
  return expressionTarget(id.expression.replace(/\/accessPolicies\/(add|replace)'/i, "'"));
}

function listOf(value: Value | undefined): readonly Value[] {
  if (value instanceof Unknown) {
    const known = value.known?.();
    return Array.isArray(known) ? known : [];
  }
  return Array.isArray(value) ? value : [];
}

/** What permissions let one do, the gravest first; any of them is enough. */
const abilities: readonly (readonly [kind: string, permissions: readonly string[], words: string])[] = [
  ['secrets', ['get', 'all', '*'], 'read every secret in'],
  ['secrets', ['set', 'all', '*'], 'change every secret in'],
  ['secrets', ['delete', 'purge', 'all', '*'], 'delete secrets in'],
  ['keys', ['decrypt', 'sign', 'unwrapkey', 'all', '*'], 'use every key in'],
  ['keys', ['create', 'import', 'update', 'delete', 'purge', 'all', '*'], 'change the keys in'],
  ['certificates', ['get', 'all', '*'], 'read the certificates in'],
  [
    'certificates',
    ['create', 'import', 'update', 'delete', 'purge', 'all', '*'],
    'change the certificates in',
  ],
];

function policyGrant(
  policy: ValueObject,
  principal: GrantPrincipal,
  scope: GrantScope,
  doubts: readonly string[],
  index: number,
): StatedGrant[] {
  const kinds = ['secrets', 'keys', 'certificates', 'storage'];
  const stated = kinds.flatMap((kind) => {
    const value = valueAt(policy, 'permissions', kind);
    return listOf(value).flatMap((one) => (typeof one === 'string' ? [`${kind} ${fold(one)}`] : []));
  });
  const unknown = kinds.filter((kind) => valueAt(policy, 'permissions', kind) instanceof Unknown);
  if (stated.length === 0 && unknown.length === 0) return [];
  const words = abilities
    .filter(([kind, permissions]) => permissions.some((one) => stated.includes(`${kind} ${one}`)))
    .map(([, , verb]) => `${verb} ${scope.text}`);
  return [
    {
      kind: 'accessPolicy',
      principal,
      scope,
      role: '',
      abilities: words.length > 0 ? words : [`list what is in ${scope.text}`],
      tier: unknown.length > 0 ? 'unknown' : words.length > 0 ? 'data' : 'none',
      isConditioned: false,
      unknownBecause: [
        ...unknown.map((kind) => `the permissions on ${kind} are not known before the deployment`),
        ...doubts,
      ],
      path: ['properties', 'accessPolicies', index],
    },
  ];
}
