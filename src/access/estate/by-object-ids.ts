import { fold } from '../../kernel/index.ts';
import type { DirectoryFacts } from './directory-facts.ts';

/**
 * Owners and credentials of applications by the object ids of those: AzureHound names an application by its application id where it lists them
 * (SpecterOps/AzureHound, models/app-owner.go, models/app-fic.go). An application that was not seen keeps the id that it has.
 */
export function byObjectIds(facts: DirectoryFacts): DirectoryFacts {
  const objectIds = new Map(facts.applications.map(({ id, appId }) => [fold(appId), id]));
  const objectId = (id: string) => objectIds.get(fold(id)) ?? id;
  return {
    applications: facts.applications,
    appRoleGrants: facts.appRoleGrants,
    permissionGrants: facts.permissionGrants,
    ownerships: facts.ownerships.map((one) =>
      one.of === 'application' ? { ...one, ownedId: objectId(one.ownedId) } : one,
    ),
    credentials: facts.credentials.map((one) => ({ ...one, objectId: objectId(one.objectId) })),
  };
}
