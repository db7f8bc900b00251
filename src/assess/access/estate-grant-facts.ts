import {
  type AccessModel,
  type Asker,
  effectiveActions,
  heldBy,
  heldByScope,
  type Principal,
  scopeChain,
} from '../../access/index.ts';
import type { GrantPrincipal } from '../../kernel/index.ts';
import type { AccessToday } from './grant-change.ts';
import type { GrantFacts } from './grant-source.ts';
import type { RoleLookup } from './granted-role.ts';

/** What grants are read with where the estate is known that is deployed to: its roles, its principals and what these can do already. */
export function estateGrantFacts(model: AccessModel, roles: RoleLookup): GrantFacts {
  return {
    roles: (guid) => model.roles.find(guid) ?? roles(guid),
    principals: (id) => {
      const position = model.principals.positionOf(id);
      const principal = position === undefined ? undefined : model.principals.at(position);
      return principal?.isListed === true ? `the ${words[principal.kind]} ${principal.name}` : undefined;
    },
    today: accessToday(model),
  };
}

const words: Readonly<Record<Principal['kind'], string>> = {
  user: 'user',
  group: 'group',
  servicePrincipal: 'service principal',
  managedIdentity: 'managed identity',
  device: 'device',
  unknown: 'principal',
};

function accessToday(model: AccessModel): AccessToday {
  return (principal, { id: scope }) => {
    if (!scope.startsWith('/') || !model.seen.has('roleAssignments')) return undefined;
    const position = positionOf(model, principal);
    if (position === undefined) return isNotThereYet(model, principal) ? 'nobody' : undefined;
    const asker: Asker = {
      position,
      principal: model.principals.at(position),
      groups: model.membership.groupsOf(position),
    };
    const held = heldByScope(heldBy(model, asker, {}));
    const { always } = effectiveActions(model, asker, held, scopeChain(scope, model.scopes).keys);
    const isAll = model.membership.isSettled(position) || model.seen.has('groupMembers');
    return { actions: always, isAll };
  };
}

function positionOf(model: AccessModel, { id, resourceId }: GrantPrincipal): number | undefined {
  if (id !== undefined) return model.principals.positionOf(id);
  const positions = resourceId === undefined ? [] : model.principals.named(resourceId);
  return positions.length === 1 ? positions[0] : undefined;
}

/** An identity of a resource that the estate does not have is made by the deployment. */
function isNotThereYet(model: AccessModel, { kind, resourceId }: GrantPrincipal): boolean {
  const isIdentity = kind === 'systemIdentity' || kind === 'userIdentity';
  return isIdentity && resourceId?.startsWith('/') === true && model.seen.has('resources');
}
