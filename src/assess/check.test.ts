import { describe, expect, it } from 'vitest';
import {
  aliases,
  checked,
  documentOf,
  inForce,
  noPublicAccess,
  parametersOf,
  storage,
  storageRule,
  templateOf,
  types,
} from './assess.case.ts';
import { Checker, check } from './check.ts';

const policy = storageRule('one', noPublicAccess, 'deny');
const tls = storageRule('tls', {
  field: 'Microsoft.Storage/storageAccounts/minimumTlsVersion',
  notEquals: 'TLS1_2',
});
const withParameter = templateOf(
  [storage({ publicNetworkAccess: "[parameters('access')]", minimumTlsVersion: 'x' })],
  {
    parameters: { access: { type: 'string', defaultValue: 'Disabled' } },
  },
);

function once(document = withParameter, values?: Record<string, unknown>, path = 'main.parameters.json') {
  return { document, parameters: values === undefined ? [] : parametersOf(values, path) };
}

describe('a check', () => {
  it('says a finding once that several parameter files have in common', () => {
    const templates = [
      once(withParameter, { access: 'Enabled' }),
      once(withParameter, { access: 'Disabled' }),
    ];
    const { report } = checked(templates, [policy, tls]);
    expect(report.findings.map((one) => one.policy.name).sort()).toEqual(['one', 'tls']);
    expect(report.summary).toMatchObject({
      templates: 1,
      resources: 2,
      denied: 1,
      nonCompliant: 1,
      compliant: 1,
    });
  });

  it('says it for each parameter file where its value comes from there', () => {
    const templates = [
      once(withParameter, { access: 'Enabled' }, 'main.dev.parameters.json'),
      once(withParameter, { access: 'Enabled' }, 'main.test.parameters.json'),
    ];
    const { report } = checked(templates, [policy]);
    expect(report.findings.map((one) => one.origins.at(-1)?.place.file)).toEqual([
      'main.dev.parameters.json',
      'main.test.parameters.json',
    ]);
  });

  it('sorts findings by file, line, severity and policy', () => {
    const second = documentOf(
      'a.json',
      JSON.parse(templateOf([storage({}, { name: 'b' }), storage()]).source.text),
    );
    const { report } = checked([once(), once(second)], [tls, policy]);
    expect(report.findings.map((one) => `${one.place.file} ${one.resource.name} ${one.policy.name}`)).toEqual(
      ['a.json b one', 'a.json b tls', 'a.json st one', 'a.json st tls', 'main.json st tls'],
    );
  });

  it.each([
    ['2026-06-15', 0, 1],
    ['2026-06-14', 1, 0],
    [undefined, 0, 1],
  ])('leaves out what an exclusion covers until %s', (expires, findings, excluded) => {
    const exclusions = [{ policy: 'tls', reason: 'r', expires }];
    const { report } = checked([once()], [tls], { exclusions });
    expect(report.findings).toHaveLength(findings);
    expect(report.summary.excluded).toBe(excluded);
  });

  it('counts an excluded finding once', () => {
    const exclusions = [{ policy: 'tls', reason: 'r' }];
    const templates = [
      once(withParameter, { access: 'Disabled' }),
      once(withParameter, { access: 'Enabled' }),
    ];
    expect(checked(templates, [tls], { exclusions }).report.summary.excluded).toBe(1);
  });

  it('takes severities from the user', () => {
    const { report } = checked([once()], [tls], { severities: new Map([['tls', 'critical']]) });
    expect(report.findings[0]?.severity).toBe('critical');
  });

  it('counts the policies that cannot be evaluated by reason', () => {
    const { report } = checked(
      [once()],
      ['a', 'b', 'c', 'd'].map((name) => storageRule(name, noPublicAccess, 'Manual')),
    );
    expect(report.notEvaluated).toEqual([
      {
        reason: 'manual: the state comes from an attestation',
        count: 4,
        examples: ['Display a', 'Display b', 'Display c'],
      },
    ]);
    expect(report.findings).toEqual([]);
    expect(report.summary.compliant).toBe(0);
  });

  it('keeps the evaluation behind each finding', () => {
    const { report, evaluations } = checked([once()], [tls]);
    expect(evaluations.get(report.findings[0]!.fingerprint)?.assigned.policy.definition.name).toBe('tls');
  });

  it('says how far it is', () => {
    const seen: string[] = [];
    checked([once(), once()], [tls], { onProgress: (done, total) => seen.push(`${done}/${total}`) });
    expect(seen).toEqual(['0/2', '1/2']);
  });

  it('says which alias nobody knows', () => {
    const slip = storageRule('slip', {
      field: 'Microsoft.Storage/storageAccounts/minimumTlsVersin',
      notEquals: 'x',
    });
    const { report } = checked([once(), once()], [slip]);
    expect(report.findings).toMatchObject([{ verdict: 'unknown' }]);
    expect(report.diagnostics).toMatchObject([
      {
        code: 'LG3003',
        level: 'warning',
        file: 'Display slip',
        message: 'there is no alias `Microsoft.Storage/storageAccounts/minimumTlsVersin`',
        advice: 'did you mean `Microsoft.Storage/storageAccounts/minimumTlsVersion`?',
      },
    ]);
  });

  it('goes on after a template that is none', () => {
    const { report } = checked([once(documentOf('bad.json', [1])), once()], [tls]);
    expect(report.diagnostics).toMatchObject([{ code: 'LG2001', file: 'bad.json' }]);
    expect(report.findings).toHaveLength(1);
  });

  it('gives the same report for the same input', () => {
    const run = () => JSON.stringify(checked([once()], [tls, policy]).report);
    expect(run()).toBe(run());
  });

  it('does not depend on the order of the policies', () => {
    const run = (...policies: object[]) =>
      checked([once()], [], { policies: inForce(...policies) }).report.findings;
    expect(run(tls, policy)).toEqual(run(policy, tls));
  });
});

describe('a checker', () => {
  it('says of each template what a check of it alone says, however often it is asked', () => {
    const documents = [withParameter, templateOf([storage({ minimumTlsVersion: 'TLS1_2' })]), withParameter];
    const basis = {
      policies: inForce(tls, policy),
      aliases,
      types,
      now: '2026-06-15T12:00:00.000Z',
      version: '0.0.0',
    };
    const readLinked = () => ({ problem: 'there is none' });
    const checker = new Checker(basis);
    for (const document of documents) {
      const templates = [once(document)];
      const { report } = checker.check({ templates, readLinked });
      expect(report).toEqual(check({ ...basis, templates, readLinked }).report);
    }
  });
});
