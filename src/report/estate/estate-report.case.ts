import {
  type ControlPosture,
  type EstateFinding,
  type EstateReport,
  type FindingPolicy,
  type Severity,
  type StateNumbers,
  severities,
} from '../../kernel/index.ts';
import { notCompliantPairs } from './state-count.ts';

export { nasty, plainOptions } from '../report.case.ts';

export const noStates: StateNumbers = {
  nonCompliant: 0,
  compliant: 0,
  error: 0,
  conflicting: 0,
  protected: 0,
  exempt: 0,
  unknown: 0,
  undecided: 0,
  notEvaluated: 0,
};

const weights: Readonly<Record<Severity, number>> = { critical: 50, high: 10, medium: 3, low: 1, info: 0 };
const noFailures: Readonly<Record<Severity, number>> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

/** Numbers by state, those that are not given are 0. */
export function states(changes: Partial<StateNumbers>): StateNumbers {
  return { ...noStates, ...changes };
}

export function estatePolicy(name: string, displayName: string, category = 'Storage'): FindingPolicy {
  return {
    id: `/providers/Microsoft.Authorization/policyDefinitions/${name}`,
    name,
    displayName,
    description: `About ${displayName}.`,
    category,
    version: '1.0.1',
  };
}

/** A finding of a storage account, with some of it replaced. */
export function estateFinding(changes: Partial<EstateFinding> = {}): EstateFinding {
  return {
    fingerprint: '0123456789abcdef',
    state: 'nonCompliant',
    effect: 'audit',
    severity: 'high',
    policy: estatePolicy('p-public', 'Storage accounts should disable public network access'),
    assignment: 'Deny public access at corp',
    controls: ['MCSB NS-2'],
    resource: {
      id: '/subscriptions/11111111-0000-0000-0000-000000000001/resourceGroups/rg-shop/providers/Microsoft.Storage/storageAccounts/stshop',
      name: 'stshop',
      type: 'Microsoft.Storage/storageAccounts',
    },
    owner: 'shop-team',
    ownerSource: 'tag owner',
    message: 'properties.publicNetworkAccess is "Enabled", must be "Disabled"',
    remediation: 'set publicNetworkAccess to Disabled',
    exemption: undefined,
    ...changes,
  };
}

/** A report over findings, with the numbers that belong to them and `compliant` pairs besides. */
export function estateReport(
  findings: readonly EstateFinding[],
  compliant = 0,
  changes: Partial<EstateReport> = {},
): EstateReport {
  const pairs = statesOf(findings, compliant);
  const failing = failingOf(findings);
  const lost = severities.reduce((sum, severity) => sum + failing[severity] * weights[severity], 0);
  const possible = lost + compliant * 2;
  const byResource = statesOf(firstOfResources(findings), compliant);
  const good = byResource.compliant + byResource.exempt + byResource.unknown;
  const counted = good + byResource.nonCompliant + byResource.error + byResource.conflicting;
  const resources = new Set(findings.map(({ resource }) => resource.id)).size;
  return {
    tool: { name: 'landguard', version: '0.1.0' },
    estate: 'fabrikam-landing-zone',
    assessedAt: '2026-11-23T09:35:36.000Z',
    summary: {
      resources: resources + compliant,
      assignments: 4,
      policies: 312,
      pairs,
      byResource,
      compliancePercent: counted === 0 ? undefined : (100 * good) / counted,
      score: {
        value: possible === 0 ? undefined : Math.min(100 * (1 - lost / possible), capOf(failing)),
        lost,
        possible,
        weights,
        failing,
      },
      durationMs: 1240,
    },
    assignments: assignmentsOf(findings, compliant),
    priorities: prioritiesOf(findings),
    controls: [],
    owners: ownersOf(findings),
    findings,
    coverage: {
      unassignedScopes: [],
      idleAssignments: [],
      exemptions: { inForce: 0, expired: 0 },
      missingTypes: [],
      deprecatedPolicies: [],
      shadowedPolicies: [],
      unownedScopes: [],
    },
    notEvaluated: [],
    diagnostics: [],
    ...changes,
  };
}

/** Titles that are ours: a framework's own are not copied. */
const controlTitles: Readonly<Record<string, string>> = {
  'BR-1': 'Backups are taken',
  'DP-8': 'Keys are kept safe',
  'IM-1': 'One identity system',
  'NS-1': 'Networks are segmented',
  'NS-2': 'Services are closed to the internet',
};

export function control(
  framework: string,
  id: string,
  kind: ControlPosture['kind'],
  pairs: Partial<StateNumbers> = {},
): ControlPosture {
  const policies = kind === 'notCovered' ? 0 : 3;
  return { framework, id, title: controlTitles[id] ?? '', kind, policies, pairs: states(pairs) };
}

function statesOf(findings: readonly EstateFinding[], compliant: number): StateNumbers {
  const count = (state: EstateFinding['state']) => findings.filter((one) => one.state === state).length;
  return {
    nonCompliant: count('nonCompliant'),
    compliant,
    error: count('error'),
    conflicting: count('conflicting'),
    protected: count('protected'),
    exempt: count('exempt'),
    unknown: count('unknown'),
    undecided: count('undecided'),
    notEvaluated: count('notEvaluated'),
  };
}

function failingOf(findings: readonly EstateFinding[]): Record<Severity, number> {
  const failing = { ...noFailures } as Record<Severity, number>;
  for (const { state, severity } of findings) if (state === 'nonCompliant') failing[severity]++;
  return failing;
}

/** As the score of landguard is capped. */
function capOf(failing: Readonly<Record<Severity, number>>): number {
  if (failing.critical > 0) return 49;
  return failing.high > 0 ? 89 : 100;
}

function weightOf(findings: readonly EstateFinding[]): number {
  const failing = failingOf(findings);
  return severities.reduce((sum, severity) => sum + failing[severity] * weights[severity], 0);
}

function firstOfResources(findings: readonly EstateFinding[]): EstateFinding[] {
  return [...new Map(findings.toReversed().map((one) => [one.resource.id, one])).values()];
}

function groupsOf(
  findings: readonly EstateFinding[],
  key: (finding: EstateFinding) => string,
): [string, EstateFinding[]][] {
  const groups = new Map<string, EstateFinding[]>();
  for (const finding of findings) {
    const group = groups.get(key(finding));
    if (group === undefined) groups.set(key(finding), [finding]);
    else group.push(finding);
  }
  return [...groups];
}

function prioritiesOf(findings: readonly EstateFinding[]): EstateReport['priorities'] {
  return groupsOf(findings, ({ policy, assignment }) => `${policy.id} ${assignment}`)
    .map(([, group]) => {
      const { policy, effect, severity, controls, assignment, remediation } = group[0]!;
      const pairs = statesOf(group, 20);
      return { policy, effect, severity, controls, assignment, pairs, weight: weightOf(group), remediation };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

function ownersOf(findings: readonly EstateFinding[]): EstateReport['owners'] {
  return groupsOf(findings, ({ owner }) => owner)
    .map(([owner, group]) => ({
      owner,
      resources: firstOfResources(group).length,
      failing: failingOf(group),
      weight: weightOf(group),
    }))
    .sort((a, b) => b.weight - a.weight);
}

function assignmentsOf(findings: readonly EstateFinding[], compliant: number): EstateReport['assignments'] {
  const groups = groupsOf(findings, ({ assignment }) => assignment);
  return groups
    .map(([name, group], index) => {
      const pairs = statesOf(group, Math.floor(compliant / groups.length));
      const all =
        pairs.compliant + notCompliantPairs(pairs) - pairs.protected - pairs.notEvaluated - pairs.undecided;
      const [displayName, scope] = name.split(' at ') as [string, string?];
      return {
        id: `/providers/Microsoft.Management/managementGroups/${scope}/providers/Microsoft.Authorization/policyAssignments/a${index}`,
        displayName,
        scope: scope ?? 'corp',
        enforced: index !== 2,
        policies: 12 + 7 * index,
        pairs,
        byResource: pairs,
        compliancePercent: (100 * (pairs.compliant + pairs.exempt + pairs.unknown)) / all,
      };
    })
    .sort((a, b) => b.pairs.nonCompliant - a.pairs.nonCompliant);
}
