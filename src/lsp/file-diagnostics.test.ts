import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { diagnostic, type Finding, type Place, parseJson, Source } from '../kernel/index.ts';
import { editorDiagnostic, findingDiagnostics } from './file-diagnostics.ts';
import { severityOfFinding } from './severity-of.ts';
import type { TemplateCheck } from './template-check.ts';

const place = (file: string, line: number): Place => ({ file, line, column: 3, endLine: line, endColumn: 9 });

function finding(rest: Partial<Finding> = {}): Finding {
  return {
    fingerprint: '0123456789abcdef',
    verdict: 'non-compliant',
    effect: 'deny',
    severity: 'high',
    policy: { id: 'p', name: 'p', displayName: 'No `x`', description: '', category: '', version: '1.0.0' },
    controls: [],
    resource: { id: 'r', name: 'one', type: 't' },
    message: 'a is b',
    reasons: [],
    place: place('main.json', 2),
    origins: [],
    unknownBecause: [],
    ...rest,
  };
}

function told(findings: readonly Finding[], open: readonly string[] = []) {
  const document = parseJson('main.json', '{}');
  const check: TemplateCheck = {
    root: 'main.json',
    found: { templates: [], diagnostics: [], paths: [] },
    result: {
      report: { findings } as unknown as TemplateCheck['result']['report'],
      evaluations: new Map(),
      expansions: [],
    },
    diagnostics: [],
    sources: new Map([['main.json', document.source]]),
    overlay: new Map(),
  };
  return findingDiagnostics(
    check,
    (file) => `file:///${file}`,
    (file) => open.includes(file),
  );
}

describe('findings', () => {
  it('of one policy at one place are told together', () => {
    const other = finding({ fingerprint: 'ffff', resource: { id: 's', name: 'two', type: 't' } });
    const elsewhere = finding({ place: place('main.json', 5) });
    expect(
      told([finding(), other, elsewhere]).map(([file, one]) => [
        file,
        one.range.start,
        one.message,
        one.data,
      ]),
    ).toEqual([
      [
        'main.json',
        { line: 1, character: 2 },
        'deny: No `x`\none and 1 more: a is b',
        { fingerprints: ['0123456789abcdef', 'ffff'] },
      ],
      [
        'main.json',
        { line: 4, character: 2 },
        'deny: No `x`\none: a is b',
        { fingerprints: ['0123456789abcdef'] },
      ],
    ]);
  });

  it('are told where the value is written, too, when that is open', () => {
    const origins = [
      { kind: 'variable' as const, name: 'v', place: place('main.json', 7) },
      { kind: 'parameter' as const, name: 'p', place: place('values.json', 9) },
    ];
    expect(told([finding({ origins })])).toHaveLength(1);
    const [use, owner] = told([finding({ origins })], ['values.json']);
    expect(use?.[1].relatedInformation?.map(({ message }) => message)).toEqual([
      'variable v',
      'the value of parameter p',
    ]);
    expect(owner?.[0]).toBe('values.json');
    expect(owner?.[1]).toMatchObject({
      range: { start: { line: 8, character: 2 } },
      relatedInformation: [{ location: { uri: 'file:///main.json' }, message: 'the value is used here' }],
    });
  });

  it('that are undecided say what they wait for', () => {
    const [one] = told([finding({ verdict: 'unknown', unknownBecause: ['parameter a has no value', 'b'] })]);
    expect(one?.[1].message).toBe('undecided: No `x`\none: a is b (parameter a has no value; b)');
  });

  it('cannot bring control characters', () => {
    const [one] = told([finding({ message: 'a\u001b[31m\u202eb' })]);
    expect(one?.[1].message).toBe('deny: No `x`\none: a\ufffd[31m\ufffdb');
  });

  it.each<[Partial<Finding>, DiagnosticSeverity]>([
    [{}, DiagnosticSeverity.Error],
    [{ effect: 'audit' }, DiagnosticSeverity.Warning],
    [{ effect: 'audit', severity: 'low' }, DiagnosticSeverity.Information],
    [{ effect: 'audit', severity: 'info' }, DiagnosticSeverity.Hint],
    [{ verdict: 'unknown' }, DiagnosticSeverity.Information],
    [{ verdict: 'not-evaluated' }, DiagnosticSeverity.Information],
    [{ verdict: 'error' }, DiagnosticSeverity.Warning],
  ])('%j are as loud as they matter', (rest, expected) => {
    expect(severityOfFinding(finding(rest))).toBe(expected);
  });
});

describe('a diagnostic', () => {
  it('stands where it is about, says what to do and fades what is of no use', () => {
    const source = new Source('a.json', 'ab\ncd');
    expect(
      editorDiagnostic(
        diagnostic('LG2013', { name: 'x', suggestion: 'remove it' }, { source, start: 3, end: 5 }),
      ),
    ).toEqual({
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } },
      severity: expect.any(Number),
      code: 'LG2013',
      source: 'landguard',
      message: expect.stringMatching(/`x`.*\nremove it/),
      tags: [1],
    });
  });

  it('about a whole file stands at its beginning', () => {
    const { range } = editorDiagnostic(diagnostic('LG1007', {}, 'a.json'));
    expect(range).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  });
});
