import type { EstateReport } from '../../kernel/index.ts';
import { counted, grouped } from '../summary-line.ts';
import { allPairs, notCompliantPairs, unlistedFindings } from './state-count.ts';

/** One thing that the report could not see, or that is not as it seems. */
export interface Limit {
  /** What, with its count. */
  readonly text: string;
  /** What it means for the reader. */
  readonly meaning: string;
  /** The names that belong to it. */
  readonly names: readonly string[];
}

/** What the report could not see, most important first. Empty when it saw everything. */
export function limitsOf(report: EstateReport): Limit[] {
  const { coverage, findings, summary } = report;
  const { inForce, expired } = coverage.exemptions;
  const notEvaluated = report.notEvaluated.reduce((sum, entry) => sum + entry.count, 0);
  const { pairs, waived } = summary;
  const limits: (Limit | false)[] = [
    allPairs(pairs) === 0 && {
      text: 'nothing was evaluated',
      meaning: 'no policy in force applies to a resource: the report says nothing about the estate',
      names: [],
    },
    coverage.unassignedScopes.length > 0 && {
      text: `${counted(coverage.unassignedScopes.length, 'scope')} without any assignment`,
      meaning: 'no policy looks at the resources there',
      names: coverage.unassignedScopes,
    },
    coverage.missingTypes.length > 0 && {
      text: `${counted(coverage.missingTypes.length, 'related type')} not in the export`,
      meaning: 'policies look for it and are undecided without it',
      names: coverage.missingTypes,
    },
    pairs.undecided > 0 && {
      text: `${counted(pairs.undecided, 'pair')} undecided`,
      meaning: 'the answer needs data that is not there; never a pass',
      names: [],
    },
    pairs.unknown > 0 && {
      text: `${counted(pairs.unknown, 'pair')} not attested`,
      meaning: 'a manual policy that a person has to answer',
      names: [],
    },
    notEvaluated > 0 && {
      text: `${counted(notEvaluated, 'policy', 'policies')} not evaluated`,
      meaning: 'what these need is not in an export',
      names: report.notEvaluated.map(({ reason, count, examples }) => {
        const named = examples.length === 0 ? '' : `, e.g. ${examples.join(', ')}`;
        return `${grouped(count)}: ${reason}${named}`;
      }),
    },
    waived !== undefined && {
      text: `${counted(waived.findings, 'finding')} waived`,
      meaning: `${counted(waived.inForce, 'waiver')} in force, ${grouped(waived.expired)} expired; the counts include what is waived`,
      names: [],
    },
    expired > 0 && {
      text: `${counted(expired, 'exemption')} expired`,
      meaning: 'hides nothing any more: remove or renew',
      names: [],
    },
    inForce > 0 && {
      text: `${counted(inForce, 'exemption')} in force`,
      meaning: 'what is exempt is not tested',
      names: [],
    },
    coverage.idleAssignments.length > 0 && {
      text: `${counted(coverage.idleAssignments.length, 'assignment')} without a resource to evaluate`,
      meaning: 'protects nothing now',
      names: coverage.idleAssignments,
    },
    coverage.unownedScopes.length > 0 && {
      text: `${counted(coverage.unownedScopes.length, 'scope')} with resources that nobody owns`,
      meaning: 'nobody will act on what is found there',
      names: coverage.unownedScopes,
    },
    coverage.deprecatedPolicies.length > 0 && {
      text: `${counted(coverage.deprecatedPolicies.length, 'deprecated policy', 'deprecated policies')} in force`,
      meaning: 'their author has given them up',
      names: coverage.deprecatedPolicies,
    },
    coverage.shadowedPolicies.length > 0 && {
      text: `${counted(coverage.shadowedPolicies.length, 'policy', 'policies')} in force twice`,
      meaning: 'an assignment above says the same already',
      names: coverage.shadowedPolicies,
    },
    unlistedFindings(report) > 0 && {
      text: `${grouped(findings.length)} of ${grouped(notCompliantPairs(summary.pairs))} findings listed`,
      meaning: 'the counts include all of them',
      names: [],
    },
  ];
  return limits.filter((limit) => limit !== false);
}
