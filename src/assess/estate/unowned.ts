import type { EstateResource, EstateScope } from '../../estate/index.ts';
import type { EstateFinding } from '../../kernel/index.ts';
import { fingerprint } from '../fingerprint.ts';

const policy = {
  id: 'landguard/ownership',
  name: 'ownership',
  displayName: 'Resources have an owner',
  description: 'Somebody answers for every resource, named by a tag, a role or the ownership file.',
  category: 'Governance',
  version: '',
};

/** Counts resources that nobody owns by the innermost scope they are in. */
export class UnownedResources {
  readonly byScope = new Map<string, number>();
  readonly #types = new Map<string, string>();

  add(resource: EstateResource, chain: readonly EstateScope[]): void {
    const scope = chain[0];
    const id = scope?.id ?? resource.id;
    this.byScope.set(id, (this.byScope.get(id) ?? 0) + 1);
    this.#types.set(id, typeWords[scope?.kind ?? 'tenant']);
  }

  /** One finding a scope, since one tag there is what it takes. */
  findings(): EstateFinding[] {
    return [...this.byScope].map(([id, count]) => ({
      fingerprint: fingerprint({
        assignment: policy.id,
        reference: '',
        policy: policy.id,
        resourceType: '',
        resourceName: id,
        path: '',
      }),
      state: 'nonCompliant',
      effect: 'audit',
      severity: 'low',
      policy,
      assignment: '',
      controls: [],
      resource: { id, name: id.slice(id.lastIndexOf('/') + 1), type: this.#types.get(id) ?? '' },
      owner: '',
      ownerSource: '',
      message: count === 1 ? 'a resource there has no owner' : `${count} resources there have no owner`,
      remediation: 'Tag the scope with an owner, or name one for it in roles.yaml',
      exemption: undefined,
    }));
  }
}

const typeWords: Readonly<Record<EstateScope['kind'], string>> = {
  resourceGroup: 'Microsoft.Resources/subscriptions/resourceGroups',
  subscription: 'Microsoft.Resources/subscriptions',
  managementGroup: 'Microsoft.Management/managementGroups',
  tenant: 'Microsoft.Resources/tenants',
};
