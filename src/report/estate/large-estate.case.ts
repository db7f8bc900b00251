import { type EstateFinding, type EstateReport, type Severity, severities } from '../../kernel/index.ts';
import { control, estateFinding, estatePolicy, estateReport } from './estate-report.case.ts';

interface Rule {
  readonly title: string;
  readonly category: string;
  readonly severity: Severity;
  readonly effect: string;
  readonly type: string;
  readonly prefix: string;
  readonly message: string;
  readonly fix: string;
  readonly control: string;
  readonly assignment: string;
}

function rule(
  [title, category, severity, effect]: readonly [string, string, Severity, string],
  [type, prefix]: readonly [string, string],
  [message, fix]: readonly [string, string],
  [id, assignment]: readonly [string, string],
): Rule {
  return { title, category, severity, effect, type, prefix, message, fix, control: `MCSB ${id}`, assignment };
}

const storage = ['Microsoft.Storage/storageAccounts', 'st'] as const;
const vault = ['Microsoft.KeyVault/vaults', 'kv'] as const;
const sql = ['Microsoft.Sql/servers', 'sql'] as const;
const web = ['Microsoft.Web/sites', 'app'] as const;
const rules: readonly Rule[] = [
  rule(
    ['Storage account public access should be disallowed', 'Storage', 'critical', 'audit'],
    storage,
    ['properties.allowBlobPublicAccess is true, must be false', 'Set allowBlobPublicAccess to false'],
    ['NS-2', 'Corp network baseline at corp'],
  ),
  rule(
    ['Management ports should be closed on virtual machines', 'Network', 'critical', 'audit'],
    ['Microsoft.Network/networkSecurityGroups', 'nsg'],
    [
      'securityRules[allow-rdp] allows 3389 from Internet',
      'Remove the rule, or allow only the address range of the bastion',
    ],
    ['NS-1', 'Corp network baseline at corp'],
  ),
  rule(
    ['Key vaults should have purge protection enabled', 'Key Vault', 'high', 'audit'],
    vault,
    [
      'properties.enablePurgeProtection is missing, must be true',
      'Set enablePurgeProtection to true; it cannot be turned off again',
    ],
    ['DP-8', 'Data protection at landing-zones'],
  ),
  rule(
    ['Azure SQL Database should have Microsoft Entra-only authentication', 'SQL', 'high', 'audit'],
    sql,
    [
      'properties.administrators.azureADOnlyAuthentication is false, must be true',
      'Turn on Entra-only authentication after moving the SQL logins',
    ],
    ['IM-1', 'Identity baseline at landing-zones'],
  ),
  rule(
    ['App Service apps should only be accessible over HTTPS', 'App Service', 'medium', 'deny'],
    web,
    ['properties.httpsOnly is false, must be true', 'Set httpsOnly to true'],
    ['DP-3', 'Data protection at landing-zones'],
  ),
  rule(
    ['Storage accounts should have the minimum TLS version of 1.2', 'Storage', 'medium', 'deny'],
    storage,
    ['properties.minimumTlsVersion is "TLS1_0", must be "TLS1_2"', 'Set minimumTlsVersion to TLS1_2'],
    ['DP-3', 'Data protection at landing-zones'],
  ),
  rule(
    ['Resource logs in Key Vault should be enabled', 'Key Vault', 'medium', 'auditIfNotExists'],
    vault,
    [
      'no diagnosticSettings with logs enabled exist',
      'Create a diagnostic setting that sends AuditEvent to the central workspace',
    ],
    ['LT-3', 'Central logging at fabrikam'],
  ),
  rule(
    ['Require an owner tag on resource groups', 'Tags', 'low', 'audit'],
    ['Microsoft.Resources/subscriptions/resourceGroups', 'rg'],
    ["tags['owner'] is missing", 'Add the tag owner'],
    ['AM-1', 'Tagging at fabrikam'],
  ),
];

const workloads = ['payments', 'shop', 'erp', 'logistics', 'analytics', 'intranet', 'loyalty', 'portal'];
const stages = ['prod', 'test', 'dev'];
const owners = [
  'payments-platform@fabrikam.example',
  'shop-team@fabrikam.example',
  'erp-operations@fabrikam.example',
  '',
  'data-office@fabrikam.example',
  'logistics@fabrikam.example',
  'workplace@fabrikam.example',
  'cloud-platform@fabrikam.example',
];

function findingAt(index: number): EstateFinding {
  // A heavy head and a long tail, the same on every run.
  const {
    title,
    category,
    severity,
    effect,
    type,
    prefix,
    message,
    fix,
    control: id,
    assignment,
  } = rules[((index * index + 3 * index) % 23) % rules.length]!;
  const workload = workloads[index % workloads.length]!;
  const stage = stages[Math.floor(index / 8) % stages.length]!;
  const number = String(Math.floor(index / 24) + 1).padStart(3, '0');
  const name = `${prefix}-${workload}-${stage}-${number}`;
  const owner = owners[((index * index + index) % 31) % owners.length]!;
  const state =
    index % 17 === 5
      ? 'undecided'
      : index % 41 === 7
        ? 'exempt'
        : index % 97 === 11
          ? 'error'
          : 'nonCompliant';
  const messages = {
    undecided: 'the estate holds no Microsoft.Insights/diagnosticSettings',
    error: 'the function split fails: its first argument is missing',
  };
  return estateFinding({
    fingerprint: (index * 2_654_435_761).toString(16).padStart(16, '0').slice(-16),
    state,
    effect,
    severity,
    policy: estatePolicy(`policy-${rules.findIndex((one) => one.title === title)}`, title, category),
    assignment,
    controls: [id],
    resource: {
      id: `/subscriptions/sub-${workload}-${stage}/resourceGroups/rg-${workload}/providers/${type}/${name}`,
      name,
      type,
    },
    owner,
    ownerSource: owner === '' ? '' : index % 3 === 0 ? 'resource group tag owner' : 'tag owner',
    message: state === 'undecided' || state === 'error' ? messages[state] : message,
    remediation: fix,
    lifecycle: index % 29 === 3 ? 'regressed' : index % 13 === 2 ? 'new' : 'open',
    firstSeen: `2026-${index % 13 === 2 ? '11-23' : `0${1 + (index % 9)}-04`}T06:00:00.000Z`,
    lastSeen: '2026-11-23T06:00:00.000Z',
    exemption: state === 'exempt' ? 'legacy-interface, waiver, until 2027-03-31' : undefined,
  });
}

/** A report of an estate as it could be, with as many findings as wanted; the same each time. */
export function largeEstateReport(count: number): EstateReport {
  const findings = Array.from({ length: count }, (_, index) => findingAt(index));
  const families = ['AM', 'AS', 'BR', 'DP', 'DS', 'ES', 'GS', 'IM', 'IR', 'LT', 'NS', 'PA', 'PV'];
  const controls = families.flatMap((family, at) =>
    Array.from({ length: 5 }, (_, index) => {
      const id = `${family}-${index + 1}`;
      const failing = findings.filter(
        (one) => one.state === 'nonCompliant' && one.controls[0] === `MCSB ${id}`,
      ).length;
      if (failing > 0)
        return control('MCSB', id, 'tested', { nonCompliant: failing, compliant: 2 * failing });
      const kinds = [
        'tested',
        'notCovered',
        'tested',
        'notCovered',
        'attested',
        'tested',
        'notEvaluable',
      ] as const;
      const kind = kinds[(at + 2 * index) % kinds.length]!;
      return control(
        'MCSB',
        id,
        kind,
        kind === 'tested' ? { compliant: 40 + at, undecided: at % 3 === 0 ? 4 : 0 } : {},
      );
    }),
  );
  const iso = Array.from({ length: 24 }, (_, index) =>
    control(
      'ISO 27001:2022',
      `A.8.${index + 1}`,
      index % 3 === 0 ? 'notCovered' : index % 5 === 0 ? 'attested' : 'tested',
      index % 3 !== 0 && index % 5 !== 0 ? { compliant: 50, nonCompliant: index % 4 === 0 ? 9 : 0 } : {},
    ),
  );
  const report = estateReport(findings, count * 8, {
    controls: [...iso, ...controls],
    coverage: {
      unassignedScopes: ['/subscriptions/sub-sandbox-01', '/subscriptions/sub-sandbox-02'],
      idleAssignments: ['Allowed virtual machine sizes at decommissioned'],
      exemptions: { inForce: 11, expired: 3 },
      missingTypes: ['microsoft.insights/diagnosticsettings', 'microsoft.security/pricings'],
      deprecatedPolicies: [],
      shadowedPolicies: [],
      unownedScopes: [],
    },
    notEvaluated: [
      {
        reason: 'the effect manual needs an attestation',
        count: 36,
        examples: ['Define a business continuity plan'],
      },
      {
        reason: 'guest configuration is evaluated inside virtual machines',
        count: 14,
        examples: ['Windows machines should meet the security baseline'],
      },
    ],
  });
  return withHistory(report);
}

/** Twelve weeks that get better, and the last of them as the report has it. */
function withHistory(report: EstateReport): EstateReport {
  const { summary } = report;
  const { value } = summary.score;
  if (value === undefined) return report;
  const failing = severities.reduce((sum, severity) => sum + summary.score.failing[severity], 0);
  const losses = [19, 18.2, 18.6, 15, 14.1, 11, 11.4, 8, 6.2, 6.6, 3.1, 0];
  const history = losses.map((loss, week) => ({
    assessedAt: new Date(Date.UTC(2026, 8, 7 + 7 * week, 6)).toISOString(),
    score: value - loss,
    compliancePercent: (summary.compliancePercent ?? 0) - loss / 2,
    failing: Math.round(failing * (1 + loss / 40)),
  }));
  return { ...report, history };
}
