import { diagnostic, type Finding, type Place, type Report, Source } from '../kernel/index.ts';

/** Text that tries everything: terminal, log, markup and command injection, and characters that are no text. */
export const nasty = [
  '\u001b]0;owned\u0007\u001b[31mred\u001b[0m',
  '::error file=x::owned',
  '##vso[task.setvariable variable=PATH]owned',
  '#\u00ad#vso[task.complete result=Failed]owned',
  '</failure>]]><script>alert(1)</script>',
  '| `x` **b** @octocat #1 [click](https://evil.example) <img src=x>',
  '100% %0A ; ] , \\ " \' &amp; \ud800 \u202e \u0085 \u2028 \uffff 😀',
  '\r\n::set-output name=a::b\n##[error]owned',
].join('\n');

export function place(file: string, line: number, column = 1): Place {
  return { file, line, column, endLine: line, endColumn: column + 9 };
}

/** A finding as the brief example has it, with some of it replaced. */
export function finding(changes: Partial<Finding> = {}): Finding {
  const parameter = {
    kind: 'parameter' as const,
    name: 'publicAccess',
    place: place('infra/storage.parameters.json', 12, 20),
  };
  return {
    fingerprint: '0123456789abcdef',
    verdict: 'non-compliant',
    effect: 'deny',
    severity: 'high',
    policy: {
      id: '/providers/Microsoft.Authorization/policyDefinitions/b2982f36',
      name: 'b2982f36',
      displayName: 'Storage accounts should disable public network access',
      description: 'To improve the security of storage accounts.',
      category: 'Storage',
      version: '1.0.1',
    },
    assignment: {
      id: '/providers/Microsoft.Management/managementGroups/corp/providers/Microsoft.Authorization/policyAssignments/a1',
      displayName: 'Deny public access',
      scope: 'corp',
      initiative: 'Public network access',
      referenceId: 'storage',
    },
    controls: ['MCSB NS-2'],
    resource: {
      id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/stprod',
      name: 'stprod',
      type: 'Microsoft.Storage/storageAccounts',
    },
    message: 'properties.publicNetworkAccess is "Enabled", must be "Disabled"',
    reasons: [
      {
        expression: 'Microsoft.Storage/storageAccounts/publicNetworkAccess',
        path: 'properties.publicNetworkAccess',
        operator: 'notEquals',
        actual: '"Enabled"',
        expected: '"Disabled"',
        text: 'properties.publicNetworkAccess is "Enabled", must be "Disabled"',
        place: place('infra/storage.json', 41, 24),
        origins: [parameter],
      },
    ],
    place: place('infra/storage.json', 41, 24),
    origins: [{ kind: 'expression', name: '', place: place('infra/storage.json', 41, 24) }, parameter],
    unknownBecause: [],
    remediation: 'set publicNetworkAccess to Disabled',
    ...changes,
  };
}

function policy(name: string, displayName: string): Finding['policy'] {
  return { ...finding().policy, id: `/policies/${name}`, name, displayName };
}

function copy(index: number): Finding {
  return finding({
    fingerprint: `copy${index}`,
    effect: 'audit',
    severity: 'medium',
    policy: policy('p-audit', 'Disks should be encrypted'),
    resource: { id: `/disks/disk${index}`, name: `disk${index}`, type: 'Microsoft.Compute/disks' },
    place: place('infra/compute.json', 10, 5),
    origins: [],
    remediation: undefined,
    assignment: undefined,
  });
}

/** Findings of every verdict, three of them copies of one loop, and one whose every text is hostile. */
export function sampleFindings(): Finding[] {
  return [
    copy(0),
    copy(1),
    copy(2),
    finding({
      fingerprint: 'unknown1',
      verdict: 'unknown',
      policy: policy('p-unknown', 'Allowed locations'),
      place: place('infra/compute.json', 20, 3),
      reasons: [],
      unknownBecause: ['parameter location has no value'],
    }),
    finding(),
    finding({
      fingerprint: 'remediated1',
      effect: 'deployIfNotExists',
      severity: 'info',
      policy: policy('p-dine', 'Configure diagnostic settings'),
      place: place('infra/storage.json', 50, 1),
      reasons: [],
    }),
    finding({
      fingerprint: 'error1',
      verdict: 'error',
      policy: policy('p-error', 'Broken policy'),
      message: 'the function substring fails',
      place: place('infra/storage.json', 60, 1),
    }),
    finding({
      fingerprint: 'not1',
      verdict: 'not-evaluated',
      effect: 'manual',
      policy: policy('p-manual', 'Attest this'),
      message: 'the effect manual needs an attestation',
      place: place('infra/storage.json', 61, 1),
    }),
    nastyFinding(),
  ];
}

export function nastyFinding(): Finding {
  return finding({
    fingerprint: nasty,
    policy: {
      id: nasty,
      name: nasty,
      displayName: nasty,
      description: nasty,
      category: nasty,
      version: nasty,
    },
    assignment: { id: nasty, displayName: nasty, scope: nasty, initiative: nasty, referenceId: nasty },
    controls: [nasty, ...Array.from({ length: 15 }, (_, index) => `control ${index}`)],
    resource: { id: nasty, name: nasty, type: nasty },
    message: nasty,
    reasons: [
      {
        ...finding().reasons[0]!,
        expression: nasty,
        path: nasty,
        actual: nasty,
        expected: nasty,
        text: nasty,
      },
    ],
    place: place(nasty, 70),
    origins: [{ kind: 'parameter', name: nasty, place: place(nasty, 71) }],
    unknownBecause: [nasty],
    remediation: nasty,
  });
}

/** A report over findings, with the counts that belong to them. */
export function report(findings: readonly Finding[], changes: Partial<Report> = {}): Report {
  const count = (wanted: (finding: Finding) => boolean) => findings.filter(wanted).length;
  return {
    tool: { name: 'landguard', version: '0.1.0' },
    summary: {
      templates: 12,
      resources: 148,
      policies: 312,
      denied: count((each) => each.verdict === 'non-compliant' && each.effect === 'deny'),
      nonCompliant: count((each) => each.verdict === 'non-compliant' && each.effect !== 'deny'),
      undecided: count((each) => each.verdict === 'unknown'),
      errors: count((each) => each.verdict === 'error'),
      compliant: 1204,
      excluded: 0,
      durationMs: 412,
    },
    findings,
    diagnostics: [],
    notEvaluated: [],
    ...changes,
  };
}

/** Every verdict, diagnostics with a span, with a file and with neither, and policies that were not evaluated. */
export function sampleReport(): Report {
  const source = new Source('infra/a.json', '{\n  "a": 1,\n    x\n}\n');
  const hostile = new Source(nasty, `{\n${nasty}`);
  return report(sampleFindings(), {
    diagnostics: [
      diagnostic('LG1001', { problem: 'a property name was expected' }, { source, start: 16, end: 17 }),
      diagnostic('LG1006', { problem: nasty }, nasty),
      diagnostic('LG2009', { name: nasty }, { source: hostile, start: 2, end: 4 }),
      diagnostic('LG5003', { paths: nasty }),
    ],
    notEvaluated: [
      { reason: 'the effect manual needs an attestation', count: 36, examples: ['Attest this', 'And that'] },
      { reason: nasty, count: 1, examples: [nasty] },
    ],
  });
}

/** Options of a pipe: no colour, nothing more, nothing less. */
export const plainOptions = { color: false, verbose: false, quiet: false } as const;
