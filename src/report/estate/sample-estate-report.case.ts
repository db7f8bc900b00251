import {
  diagnostic,
  type EstateFinding,
  type EstateReport,
  type HistoryPoint,
  Source,
} from '../../kernel/index.ts';
import { control, estateFinding, estatePolicy, estateReport } from './estate-report.case.ts';

/** Three assessments, the last of them with the numbers of the sample. */
function sampleHistory(): HistoryPoint[] {
  return [
    { assessedAt: '2026-11-09T06:00:00.000Z', score: undefined, compliancePercent: undefined, failing: 0 },
    { assessedAt: '2026-11-16T06:00:00.000Z', score: 46.7, compliancePercent: 88.2, failing: 6 },
    {
      assessedAt: '2026-11-23T09:35:36.000Z',
      score: 49,
      compliancePercent: 89.4,
      failing: 3,
    },
  ];
}

/** Every state, every kind of control, every limit, a history, and no hostile text. */
export function sampleEstateReport(): EstateReport {
  const source = new Source('estate/resources.json', '{\n  "a": 1,\n    x\n}\n');
  const report = estateReport(sampleEstateFindings(), 40, {
    history: sampleHistory(),
    controls: [
      control('CIS Azure', '3.1', 'tested', { nonCompliant: 2, compliant: 8 }),
      control('MCSB', 'AM-1', 'notEvaluable'),
      control('MCSB', 'BR-1', 'tested', { compliant: 12 }),
      control('MCSB', 'DP-1', 'tested', { compliant: 3, exempt: 1 }),
      control('MCSB', 'GS-1', 'notCovered'),
      control('MCSB', 'IM-1', 'attested'),
      control('MCSB', 'IR-1', 'inherited'),
      control('MCSB', 'LT-1', 'tested', { compliant: 3, undecided: 2 }),
      control('MCSB', 'NS-2', 'tested', { nonCompliant: 2, compliant: 5 }),
      control('MCSB', 'PV-1', 'tested'),
    ],
    coverage: {
      unassignedScopes: ['/subscriptions/sandbox-1', '/subscriptions/sandbox-2'],
      idleAssignments: ['Require tags at decommissioned'],
      exemptions: { inForce: 3, expired: 2 },
      missingTypes: ['microsoft.insights/diagnosticsettings'],
      deprecatedPolicies: [],
      shadowedPolicies: [],
      unownedScopes: [],
    },
    notEvaluated: [
      { reason: 'the effect manual needs an attestation', count: 36, examples: ['Attest this', 'And that'] },
    ],
    diagnostics: [
      diagnostic('LG1001', { problem: 'a property name was expected' }, { source, start: 16, end: 17 }),
      diagnostic('LG1006', { problem: 'it is gone' }, 'estate/gone.json'),
    ],
  });
  return {
    ...report,
    summary: {
      ...report.summary,
      waived: { findings: 2, inForce: 1, expired: 1 },
      defenderScore: {
        value: 62.5,
        current: 6.25,
        max: 10,
        controls: [
          { name: 'Enable MFA', max: 10, current: 6.25, healthy: 5, unhealthy: 3 },
          { name: 'Restrict unauthorized network access', max: 0, current: 0, healthy: 0, unhealthy: 0 },
        ],
      },
    },
  };
}

export function sampleEstateFindings(): EstateFinding[] {
  const resource = (name: string) => ({ ...estateFinding().resource, id: `/subscriptions/s/${name}`, name });
  const of = (name: string, state: EstateFinding['state'], changes: Partial<EstateFinding> = {}) =>
    estateFinding({
      fingerprint: `${state}-${name}`,
      state,
      resource: resource(name),
      lifecycle: 'open',
      firstSeen: '2026-09-01T06:00:00.000Z',
      lastSeen: '2026-11-23T09:35:36.000Z',
      ...changes,
    });
  return [
    of('kv-pay', 'nonCompliant', {
      severity: 'critical',
      owner: '',
      ownerSource: '',
      policy: estatePolicy('p-vault', 'Key vaults should have purge protection', 'Key Vault'),
      controls: [],
      remediation: undefined,
    }),
    of('stshop', 'nonCompliant', { lifecycle: 'new', firstSeen: '2026-11-23T09:35:36.000Z' }),
    of('stlogs', 'nonCompliant', { severity: 'low', owner: '=cmd|calc' }),
    of('vm-web', 'error', { message: 'the function substring fails' }),
    of('vm-app', 'undecided', { message: 'the estate holds no Microsoft.Insights/diagnosticSettings' }),
    of('sql-erp', 'exempt', { exemption: 'erp-waiver, waiver, until 2027-01-31' }),
    of('vm-sap', 'notEvaluated', { message: 'guest configuration is not in an export' }),
    of('nsg-hub', 'conflicting', { message: 'two assignments set `priority`' }),
    of('rg-core', 'protected', { effect: 'denyAction', message: 'deletion is denied' }),
  ];
}
