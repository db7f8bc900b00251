import { isMultifactor, isPhishingResistant } from '../conditional-access/index.ts';
import type { AccessModel } from '../estate/index.ts';
import type { Principal } from '../principal/index.ts';
import { type DecisionFact, type DecisionPart, partOf } from './decision-record.ts';
import { strengthOfMethod } from './strength-of.ts';
import { workloadCredential } from './workload-credential.ts';

/** Whether it is known who acts: the identity exists and is enabled, and what it authenticated with is more than a secret that can be copied. */
export function knownPart(
  model: AccessModel,
  principal: Principal,
  method: string | undefined,
): DecisionPart {
  const isWorkload = principal.kind === 'servicePrincipal' || principal.kind === 'managedIdentity';
  return partOf([
    identityFact(model, principal),
    ...enabledFact(principal),
    isWorkload ? workloadFact(model, principal) : methodFact(method),
  ]);
}

function identityFact(model: AccessModel, { id, name, kind, isListed }: Principal): DecisionFact {
  const objects = [id];
  if (isListed) return { outcome: 'yes', text: `${name} is a ${words[kind]} of the directory`, objects };
  const source = kind === 'group' ? 'groups' : kind === 'servicePrincipal' ? 'servicePrincipals' : 'users';
  return model.seen.has(source) && kind !== 'unknown'
    ? { outcome: 'no', text: `no ${words[kind]} with the id ${id} is in the directory`, objects }
    : { outcome: 'unknown', text: `${id} is in no export of the directory`, objects };
}

const words: Readonly<Record<Principal['kind'], string>> = {
  user: 'user',
  group: 'group',
  servicePrincipal: 'service principal',
  managedIdentity: 'managed identity',
  device: 'device',
  unknown: 'principal',
};

function enabledFact({ id, name, isEnabled }: Principal): DecisionFact[] {
  if (isEnabled !== false) return [];
  return [{ outcome: 'no', text: `${name} is disabled`, objects: [id] }];
}

function methodFact(method: string | undefined): DecisionFact {
  if (method === undefined)
    return { outcome: 'unknown', text: 'how the principal authenticated is not known', objects: [] };
  const strength = strengthOfMethod(method);
  if (isPhishingResistant(strength))
    return { outcome: 'yes', text: `authenticated with ${method}, which resists phishing`, objects: [] };
  return isMultifactor(strength)
    ? { outcome: 'yes', text: `authenticated with ${method}: multifactor, which can be phished`, objects: [] }
    : { outcome: 'no', text: `authenticated with ${method}, which is a single factor`, objects: [] };
}

/** Workloads prove who they are by what the platform issues, a trust, a key or a secret. */
function workloadFact(model: AccessModel, principal: Principal): DecisionFact {
  const { kind, objects } = workloadCredential(model, principal);
  switch (kind) {
    case 'platform':
      return { outcome: 'yes', text: 'authenticates as a managed identity, without a secret', objects };
    case 'federated':
      return { outcome: 'yes', text: 'authenticates by a federated credential, without a secret', objects };
    case 'key':
      return { outcome: 'yes', text: 'authenticates with a certificate', objects };
    case 'password':
      return {
        outcome: 'no',
        text: 'may authenticate with a client secret, which whoever reads it can use',
        objects,
      };
    default:
      return { outcome: 'unknown', text: 'how the application authenticates was not exported', objects };
  }
}
