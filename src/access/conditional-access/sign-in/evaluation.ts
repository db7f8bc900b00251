import { Directory } from './directory.ts';
import type { Tenant } from './tenant.ts';

/**
 * How a sign-in that asks only for baseline scopes stands to policies for all resources with exclusions: `legacy`: they leave it alone;
 * `enforced`: it counts as one to Windows Azure Active Directory; or as one to the application that the tenant chose
 * (docs/identity/conditional-access/concept-enforcement-resource-exclusions.md; rolled out from 2026-06-15).
 */
export type BaselineScopes = 'legacy' | 'enforced' | { readonly applicationId: string };

/** What conditions are evaluated against. */
export interface Evaluation {
  readonly directory: Directory;
  readonly baselineScopes: BaselineScopes;
}

/** The evaluation of a tenant's policies. */
export function evaluationOf(tenant: Tenant, baselineScopes: BaselineScopes = 'enforced'): Evaluation {
  return { directory: new Directory(tenant), baselineScopes };
}
