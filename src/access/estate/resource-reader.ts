import type { EstateResource } from '../../estate/index.ts';
import { fold, isObject } from '../../kernel/index.ts';
import type { RoleAssignment } from '../assignment/index.ts';
import type { Principal } from '../principal/index.ts';
import { fieldAt, textAt } from './field.ts';
import { isOpenToKeys, keyRuleOf } from './key-rule.ts';
import { type Delegation, delegatedAssignments, readDelegation } from './read-delegation.ts';
import { readVault } from './read-vault.ts';
import type { KeyAccess, ResourceAccess, VaultAccess } from './resource-access.ts';
import { identitiesOf, managedIdentity, type ResourceIdentity } from './resource-identity.ts';

/** A classic administrator, who is known by a mail address. */
export interface ClassicAdministrator {
  readonly id: string;
  readonly subscription: string;
  readonly email: string;
  readonly role: string;
  readonly file: string;
}

/** Reads what resources say of access, one after the other; nothing else of them is kept. */
export class ResourceReader {
  readonly identities: ResourceIdentity[] = [];
  readonly principals: Principal[] = [];
  readonly classicAdministrators: ClassicAdministrator[] = [];
  readonly #vaults = new Map<string, VaultAccess>();
  readonly #keys = new Map<string, KeyAccess>();
  readonly #bare = new Set<string>();
  readonly #delegations: (Delegation & { readonly id: string; readonly file: string })[] = [];
  readonly #definitions = new Map<string, EstateResource>();
  count = 0;

  add(resource: EstateResource): void {
    this.count++;
    const { id, type, body, file } = resource;
    this.#addIdentities(resource);
    const folded = fold(type);
    switch (folded) {
      case 'microsoft.managedservices/registrationassignments': {
        const delegation = readDelegation(body, id);
        if (delegation !== undefined) this.#delegations.push({ ...delegation, id, file });
        return;
      }
      case 'microsoft.managedservices/registrationdefinitions':
        this.#definitions.set(fold(id), resource);
        return;
      case 'microsoft.authorization/classicadministrators': {
        const email = textAt(body, 'properties', 'emailAddress');
        const role = textAt(body, 'properties', 'role') ?? '';
        const subscription = /^\/subscriptions\/[^/]+/i.exec(id)?.[0];
        if (email !== undefined && subscription !== undefined)
          this.classicAdministrators.push({ id, subscription, email, role, file });
        return;
      }
    }
    this.#addDataAccess(resource, folded);
  }

  get access(): ResourceAccess {
    return { vaults: this.#vaults, keys: this.#keys, bare: this.#bare };
  }

  get hasDelegations(): boolean {
    return this.#delegations.length > 0;
  }

  /** What delegations give, and the ids of those of which the definition is nowhere. */
  delegated(): { readonly assignments: readonly RoleAssignment[]; readonly undefinedIds: readonly string[] } {
    const assignments: RoleAssignment[] = [];
    const undefinedIds: string[] = [];
    for (const { id, file, scope, definitionId, definition } of this.#delegations) {
      const found = fieldAt(definition, 'properties') ?? this.#definitions.get(fold(definitionId))?.body;
      if (found === undefined) undefinedIds.push(id);
      else assignments.push(...delegatedAssignments(found, scope, { id, file }));
    }
    return { assignments, undefinedIds };
  }

  #addIdentities({ id, type, body }: EstateResource): void {
    for (const one of identitiesOf(id, body)) {
      this.identities.push(one);
      this.principals.push(managedIdentity(one.principalId, one.identityId ?? id));
    }
    const principalId = textAt(body, 'properties', 'principalId');
    if (principalId !== undefined && fold(type) === 'microsoft.managedidentity/userassignedidentities')
      this.principals.push(managedIdentity(principalId, id, textAt(body, 'properties', 'clientId')));
  }

  #addDataAccess({ id, type, body }: EstateResource, folded: string): void {
    const rule = keyRuleOf(type);
    const isVault = folded === 'microsoft.keyvault/vaults';
    if (rule === undefined && !isVault) return;
    const { properties } = body;
    if (!isObject(properties)) {
      this.#bare.add(fold(id));
      return;
    }
    if (isVault) this.#vaults.set(fold(id), readVault(id, properties));
    if (rule !== undefined && isOpenToKeys(rule, properties))
      this.#keys.set(fold(id), {
        id,
        setting: `${rule.property} is not ${rule.closedBy}`,
        actions: rule.actions,
      });
  }
}
