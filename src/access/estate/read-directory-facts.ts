import type { Value } from '../../kernel/index.ts';
import type {
  AppCredential,
  Application,
  AppRoleGrant,
  Ownership,
  PermissionGrant,
} from './directory-facts.ts';
import { fieldAt, objectsAt, textAt } from './field.ts';

/** An app role assignment (learn.microsoft.com/graph/api/resources/approleassignment). */
export function readAppRoleGrant(body: Value): AppRoleGrant | undefined {
  const principalId = textAt(body, 'principalId');
  const resourceId = textAt(body, 'resourceId');
  const appRoleId = textAt(body, 'appRoleId');
  if (principalId === undefined || resourceId === undefined || appRoleId === undefined) return undefined;
  return { id: textAt(body, 'id') ?? '', principalId, resourceId, appRoleId };
}

/** A delegated permission grant (learn.microsoft.com/graph/api/resources/oauth2permissiongrant). */
export function readPermissionGrant(body: Value): PermissionGrant | undefined {
  const clientId = textAt(body, 'clientId');
  const resourceId = textAt(body, 'resourceId');
  if (clientId === undefined || resourceId === undefined) return undefined;
  return {
    id: textAt(body, 'id') ?? '',
    clientId,
    resourceId,
    principalId: textAt(body, 'principalId'),
    scopes: (textAt(body, 'scope') ?? '').split(' ').filter((one) => one !== ''),
  };
}

/** An application registration; `undefined` when it has no ids. */
export function readApplication(body: Value): Application | undefined {
  const id = textAt(body, 'id');
  const appId = textAt(body, 'appId');
  if (id === undefined || appId === undefined) return undefined;
  return { id, appId, name: textAt(body, 'displayName') ?? appId };
}

/** The owners that an object has in it, by `$expand=owners` or as AzureHound lists them: `owners: [{ owner: { id } }]`. */
export function ownersIn(body: Value, ownedId: string, of: Ownership['of']): readonly Ownership[] {
  return objectsAt(body, 'owners').flatMap((entry) => {
    const ownerId = textAt(fieldAt(entry, 'owner') ?? entry, 'id');
    return ownerId === undefined ? [] : { ownerId, ownedId, of };
  });
}

/** A federated credential that was listed below its application or identity; `undefined` when nothing says which. */
export function readFederatedCredential(body: Value): AppCredential | undefined {
  const objectId = textAt(body, 'parentId');
  if (objectId === undefined) return undefined;
  return credentialsIn({ federatedIdentityCredentials: [body] }, objectId)[0];
}

const credentialLists = [
  ['passwordCredentials', 'password'],
  ['keyCredentials', 'key'],
  ['federatedIdentityCredentials', 'federated'],
] as const;

/** The credentials of an application or service principal, without what is secret of them. */
export function credentialsIn(body: Value, objectId: string): readonly AppCredential[] {
  return credentialLists.flatMap(([list, kind]) =>
    objectsAt(body, list).map(
      (one): AppCredential => ({
        objectId,
        kind,
        id: textAt(one, 'keyId') ?? textAt(one, 'id') ?? '',
        name: textAt(one, 'displayName') ?? textAt(one, 'name') ?? '',
        start: textAt(one, 'startDateTime'),
        end: textAt(one, 'endDateTime'),
        issuer: textAt(one, 'issuer'),
        subject: textAt(one, 'subject'),
      }),
    ),
  );
}
