import { fold } from '../kernel/index.ts';
import type { GovernanceKind } from './estate.ts';

const kinds: ReadonlyMap<string, GovernanceKind> = new Map([
  ['microsoft.authorization/policyassignments', 'assignment'],
  ['microsoft.authorization/policydefinitions', 'definition'],
  ['microsoft.authorization/policysetdefinitions', 'initiative'],
  ['microsoft.authorization/policyexemptions', 'exemption'],
  ['microsoft.authorization/policyenrollments', 'enrollment'],
  ['microsoft.policyinsights/attestations', 'attestation'],
]);

/** The kind of governance object that resources of a type are (articles/governance/policy/concepts), if they are one. */
export function governanceKindOf(type: string): GovernanceKind | undefined {
  return kinds.get(fold(type));
}
