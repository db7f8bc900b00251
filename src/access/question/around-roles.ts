import { fold } from '../../kernel/index.ts';
import { type AccessTruth, type AskedAction, allOf, no, scopeKey, unseen, yes } from '../assignment/index.ts';
import type { AccessModel } from '../estate/index.ts';
import { ActionSet } from '../pattern/index.ts';
import type { Asker } from './asker.ts';
import { belongingTruth } from './belonging-truth.ts';

/** Whether roles decide on the data of a resource at all: on that of a vault with access policies they do not. */
export function rolesDecideData(
  model: AccessModel,
  { plane, action }: AskedAction,
  resource: string,
): AccessTruth {
  const vault =
    plane === 'data' && fold(action).startsWith('microsoft.keyvault/vaults/') ? vaultIn(resource) : undefined;
  if (vault === undefined) return yes;
  const access = model.resources.vaults.get(vault);
  if (access !== undefined) return access.by === 'roles' ? yes : no;
  return unseen({
    source: 'resources',
    what: `how vault ${vault} decides on its data was not seen`,
    about: vault,
  });
}

/** What the access policies of the vault that a resource is in give an asker of the action. */
export function policyGrant(
  model: AccessModel,
  asker: Asker,
  { action }: AskedAction,
  resource: string,
): readonly { readonly truth: AccessTruth; readonly holder: number; readonly vault: string }[] {
  const key = vaultIn(resource);
  const access = key === undefined ? undefined : model.resources.vaults.get(key);
  if (access?.by !== 'policies') return [];
  return access.policies.flatMap(({ principalId, applicationId, dataActions }) => {
    const holder = model.principals.positionOf(principalId);
    if (holder === undefined || !ActionSet.of(dataActions).has(action)) return [];
    const through =
      applicationId === undefined
        ? yes
        : unseen({ source: 'question', what: `it depends on acting through application ${applicationId}` });
    return { truth: allOf([belongingTruth(model, asker, holder), through]), holder, vault: access.id };
  });
}

function vaultIn(resource: string): string | undefined {
  return /^.*?\/providers\/microsoft\.keyvault\/vaults\/[^/]+/.exec(scopeKey(resource))?.[0];
}

/** The principals that the access policies of the vault that a resource is in name for an action. */
export function policyHolders(
  model: AccessModel,
  { plane, action }: AskedAction,
  resource: string,
): readonly { readonly holder: number; readonly vault: string }[] {
  const key = plane === 'data' ? vaultIn(resource) : undefined;
  const access = key === undefined ? undefined : model.resources.vaults.get(key);
  if (access?.by !== 'policies') return [];
  return access.policies.flatMap(({ principalId, applicationId, dataActions }) => {
    const holder = model.principals.positionOf(principalId);
    if (holder === undefined || applicationId !== undefined) return [];
    return ActionSet.of(dataActions).has(action) ? { holder, vault: access.id } : [];
  });
}
