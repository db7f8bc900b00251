import { fold } from '../../kernel/index.ts';
import type { AccessModel } from '../estate/index.ts';
import type { Principal } from '../principal/index.ts';

/** The weakest of what a workload can authenticate with, and the objects that say so. */
export interface WorkloadCredential {
  /** `platform`: a managed identity; `none`: it has no credential; `unknown`: applications were not exported. */
  readonly kind: 'platform' | 'federated' | 'key' | 'password' | 'none' | 'unknown';
  readonly objects: readonly string[];
}

const weakestFirst = ['password', 'key', 'federated'] as const;

/** What a workload can authenticate with, at a moment in ISO 8601 where one is given: credentials of its service principal and of its application. */
export function workloadCredential(
  model: AccessModel,
  principal: Principal,
  at?: string,
): WorkloadCredential {
  if (principal.kind === 'managedIdentity') return { kind: 'platform', objects: [principal.id] };
  const { applications, credentials } = model.directoryFacts;
  const owners = new Set([fold(principal.id)]);
  for (const one of applications)
    if (principal.appId !== undefined && fold(one.appId) === fold(principal.appId)) owners.add(fold(one.id));
  const own = credentials.filter(
    ({ objectId, end }) => owners.has(fold(objectId)) && (at === undefined || end === undefined || end > at),
  );
  const kind = weakestFirst.find((one) => own.some((credential) => credential.kind === one));
  if (kind !== undefined)
    return { kind, objects: own.filter((one) => one.kind === kind).map(({ id }) => id) };
  const isSeen = owners.size > 1 || model.seen.has('applications');
  return { kind: isSeen ? 'none' : 'unknown', objects: [...owners] };
}
