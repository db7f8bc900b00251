export { IndexSet } from './index-set.ts';
export { type Belonging, Membership, type MembershipChange, type MembershipFacts } from './membership.ts';
export { everyoneId, type Principal, type PrincipalKind } from './principal.ts';
export { PrincipalTable } from './principal-table.ts';
