import { describe, expect, it } from 'vitest';
import { redacted } from '../../kernel/index.ts';
import { changeAt } from './property-change.ts';
import type { Remediation } from './remediation.ts';
import { remediationJson } from './remediation-json.ts';
import { type RemediationReport, remediationText } from './remediation-text.ts';

const proof = { before: ['a is 1, must be 2'], after: 'compliant' as const, evaluations: 3 };
const task = {
  name: 't',
  assignmentId: '/a',
  referenceId: undefined,
  principalId: undefined,
  roles: [{ roleId: 'r', scope: '/s' }],
};
const secret = changeAt(
  { properties: { password: 'not-a-real-one' } },
  ['properties', 'password'],
  undefined,
  'why',
);

const reportOf = (remediation: Remediation, rest: Partial<RemediationReport> = {}): RemediationReport => ({
  policy: 'Things are closed',
  resource: 'thing',
  type: 'Contoso.Shop/things',
  remediation,
  az: { commands: [], missing: [] },
  code: undefined,
  ...rest,
});

const kinds: readonly [string, Remediation, readonly string[]][] = [
  [
    'a change',
    { kind: 'change', by: 'search', changes: [secret], proof, task: undefined, notes: ['n'] },
    [
      'change',
      `  - properties.password: "${redacted}"`,
      '      why',
      '  note: n',
      'proof',
      '  before  a is 1, must be 2',
      '  after   compliant (3 evaluations)',
    ],
  ],
  [
    'a resource to make',
    {
      kind: 'related',
      action: 'create',
      type: 'T',
      name: 'n',
      id: undefined,
      body: { key: { password: 'not-a-real-one' } },
      changes: [],
      proof,
      notes: [],
    },
    ['create T n', `      "password": "${redacted}"`],
  ],
  [
    'a resource to change',
    {
      kind: 'related',
      action: 'change',
      type: 'T',
      name: 'n',
      id: undefined,
      body: {},
      changes: [secret],
      proof,
      notes: [],
    },
    ['change T n', `  - properties.password: "${redacted}"`],
  ],
  [
    'a deployment',
    {
      kind: 'deployment',
      resources: [{ type: 'T', name: 'n', body: { password: 'not-a-real-one' } }],
      task,
      proof: undefined,
      notes: [],
    },
    ['the policy deploys', '  + T n'],
  ],
  ['nothing', { kind: 'unknown', reason: 'because' }, ['unknown: because']],
];

describe('a remediation in words', () => {
  it.each(kinds)('is told: %s', (_, remediation, expected) => {
    const lines = remediationText(reportOf(remediation));
    expect(lines.slice(0, 2)).toEqual(['Things are closed', '  resource  thing (Contoso.Shop/things)']);
    expect(lines).toEqual(expect.arrayContaining([...expected]));
  });

  it.each(kinds)('shows no secret, in words or as JSON: %s', (_, remediation) => {
    const report = reportOf(remediation);
    const json = JSON.stringify(
      remediationJson('f', report, {
        policies: [],
        az: report.az,
        result: { changes: [secret], satisfied: [], contradictions: [], unsolved: [], evaluations: 1 },
      }),
    );
    expect(remediationText(report).join('\n') + json).not.toContain('not-a-real-one');
    expect(JSON.parse(json)).toMatchObject({ fingerprint: 'f', remediation: { kind: remediation.kind } });
  });

  it('names what the identity needs with the commands that give it', () => {
    const remediation = kinds[3]![1];
    expect(remediationText(reportOf(remediation))).not.toContain('  needs role  r at /s');
    const lines = remediationText(reportOf(remediation, { az: { commands: ['az x'], missing: ['y'] } }));
    expect(lines).toEqual(
      expect.arrayContaining([
        '  principal   not known here',
        '  needs role  r at /s',
        'run',
        '  az x',
        '  # y',
      ]),
    );
  });

  it('says whether the edited code is compliant', () => {
    const place = { file: 'a.json', line: 3, column: 5, endLine: 3, endColumn: 9 };
    const change = kinds[0]![1];
    const code = {
      places: [{ change: secret, place, origins: [], isEdited: false, note: 'computed' }],
      diffs: ['--- a\n+++ b'],
      holds: false,
    };
    const lines = remediationText(reportOf(change, { code }));
    expect(lines).toEqual(
      expect.arrayContaining([
        'code',
        '  a.json:3:5  properties.password: computed',
        '  the edited code is not compliant yet',
        '--- a',
        '+++ b',
      ]),
    );
    const hidden = { ...code, places: [{ ...code.places[0]!, isEdited: true, note: undefined }], diffs: [] };
    expect(remediationText(reportOf(change, { code: hidden })).join('\n')).toContain('it holds a secret');
  });
});
