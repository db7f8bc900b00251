import type { Estate } from '../../estate/index.ts';
import type { AssignmentPosture, EstateCoverage } from '../../kernel/index.ts';
import { type AssignedPolicy, isInForce, parseExemption } from '../../policy/index.ts';
import type { EstateAssessment } from './assess-estate.ts';
import { deprecatedPolicies, shadowedPolicies } from './policy-coverage.ts';
import { readGovernance } from './read-governance.ts';

/** What coverage is found from. */
export interface CoverageInput {
  readonly estate: Estate;
  readonly assigned: readonly AssignedPolicy[];
  readonly assessment: EstateAssessment;
  readonly assignments: readonly AssignmentPosture[];
  /** Resources that nobody owns, by the innermost scope that they are in. */
  readonly unowned: ReadonlyMap<string, number>;
  /** ISO 8601. */
  readonly now: string;
}

/** What the answer rests on, and what it could not see: what no assignment reaches, what protects nothing, what is exempt, repeated or given up, what nobody owns. */
export function coverageOf(input: CoverageInput): EstateCoverage {
  const { estate, assigned, assessment, assignments, unowned, now } = input;
  return {
    unassignedScopes: assessment.unassignedScopes,
    idleAssignments: assignments
      .filter(({ pairs }) => Object.values(pairs).every((count) => count === 0))
      .map(({ displayName }) => displayName),
    exemptions: exemptionCounts(estate, now),
    missingTypes: assessment.missingTypes,
    deprecatedPolicies: deprecatedPolicies(assigned).map(
      ({ name, assignment, successors }) =>
        `${name}, assigned by ${assignment}${successors.length === 0 ? '' : `: use ${successors.join(' or ')}`}`,
    ),
    shadowedPolicies: shadowedPolicies(assigned, estate.scopes).map(
      ({ name, assignment, by }) =>
        `${name}, assigned by ${assignment.name}, is in force by ${by.name} already`,
    ),
    unownedScopes: [...unowned.keys()].sort(),
  };
}

/** What cannot be read has been said already. */
function exemptionCounts(estate: Estate, now: string): EstateCoverage['exemptions'] {
  const { items } = readGovernance(estate, 'exemption', parseExemption);
  const inForce = items.filter((exemption) => isInForce(exemption, now)).length;
  return { inForce, expired: items.length - inForce };
}
