import { describe, expect, it } from 'vitest';
import { formatPlace, placeOf } from '../kernel/index.ts';
import { readConfig } from './config.ts';

/** What is said about a text, as `line:column message`. */
function complaints(text: string): string[] {
  return readConfig('landguard.yaml', text).diagnostics.map((entry) => {
    expect(entry.code).toBe('LG5001');
    expect(entry.message).not.toMatch(/\.$|\n/);
    const place = formatPlace(placeOf(entry.span!)).replace('landguard.yaml:', '');
    return `${place} ${entry.message.replace('landguard.yaml: ', '')}`;
  });
}

describe('landguard.yaml', () => {
  it('may say everything that there is', () => {
    const text = `
policies: [baseline, alz]
managementGroup: corp
paths: [infra]
exclude: ['**/test/*']
failOn: none
facts: .landguard/facts
target: { tenantId: t, managementGroup: m, subscriptionId: s, subscriptionName: n, resourceGroup: g, resourceGroupLocation: l, location: l }
targets:
  - path: platform/*
    subscriptionId: s2
severities: { storage-min-tls: critical }
exclusions:
  - { policy: p, resource: r, path: f, fingerprint: abc, reason: why, expires: 2026-12-31 }
`;
    const { config, diagnostics } = readConfig('landguard.yaml', text);
    expect(diagnostics).toEqual([]);
    expect(config).toMatchObject({
      policies: ['baseline', 'alz'],
      failOn: 'none',
      targets: [{ path: 'platform/*', subscriptionId: 's2' }],
      exclusions: [{ expires: '2026-12-31' }],
    });
  });

  it.each(['', '# nothing yet\n', '---\n', '{}'])('may say nothing: %j', (text) => {
    expect(readConfig('landguard.yaml', text)).toEqual({ config: {}, diagnostics: [] });
  });

  it('may name one policy source without a list', () => {
    expect(readConfig('landguard.yaml', 'policies: alz').config).toEqual({ policies: 'alz' });
  });

  it.each<[string, string, string[]]>([
    ['an unknown key', 'policys: alz', ['1:1 there is no `policys`; did you mean `policies`?']],
    [
      'an unknown key of a target',
      'target:\n  subscription: s',
      ['2:3 there is no `subscription`; did you mean `subscriptionId`?'],
    ],
    [
      'an unknown key of one of the targets',
      'targets:\n  - path: a\n  - pth: b\n    path: b',
      ['3:5 there is no `pth`; did you mean `path`?'],
    ],
    [
      'an unknown key of an exclusion',
      'exclusions:\n  - reason: r\n    expire: 2026-01-01',
      ['3:5 there is no `expire`; did you mean `expires`?'],
    ],
    ['an exclusion without a reason', 'exclusions:\n  - policy: p', ['2:5 `exclusions.0.reason` is missing']],
    ['an empty reason', "exclusions:\n  - reason: ''", ['2:13 `exclusions.0.reason` must not be empty']],
    [
      'a day that is none',
      'exclusions:\n  - reason: r\n    expires: tomorrow',
      ['3:14 `exclusions.0.expires` must be a day such as 2026-12-31, but is `tomorrow`'],
    ],
    [
      'an unknown severity to fail on',
      'failOn: hihg',
      ['1:9 `failOn` must be one of critical, high, medium, low, info, none, but is `hihg`'],
    ],
    [
      'an unknown severity of a policy',
      'severities:\n  a: urgent',
      ['2:6 `severities.a` must be one of critical, high, medium, low, info, but is `urgent`'],
    ],
    ['a number for a text', 'managementGroup: 3', ['1:18 `managementGroup` must be a text, but is a number']],
    ['a text for a list', 'paths: infra', ['1:8 `paths` must be a list, but is a text']],
    ['a list for a map', 'target: [a]', ['1:9 `target` must be a map, but is a list']],
    ['a map for policies', 'policies: {a: b}', ['1:11 `policies` must be a text or a list, but is a map']],
    ['a number in a list', 'policies: [alz, 3]', ['1:17 `policies.1` must be a text, but is a number']],
    ['nothing for a text', 'facts:', ['1:7 `facts` must be a text, but is nothing']],
    ['a list for all of it', '- a', ['1:1 the file must be a map, but is a list']],
    ['a text for all of it', 'hello', ['1:1 the file must be a map, but is a text']],
  ])('is told about %s', (_, text, expected) => {
    expect(complaints(text)).toEqual(expected);
  });

  it('is told everything at once, and what is right counts', () => {
    const text = 'policies: alz\nfailOn: 3\nexclude: [a]\nnope: 1\nexclusions:\n  - policy: p\n';
    expect(complaints(text).map((line) => line.split(' ')[0])).toEqual(['2:9', '6:5', '4:1']);
    expect(readConfig('landguard.yaml', text).config).toEqual({
      policies: 'alz',
      exclude: ['a'],
      exclusions: [],
    });
  });

  it.each([
    ['not YAML', 'a: [1, 2', /^1:9 /],
    ['a tab for indentation', 'target:\n\tlocation: x', /^2:1 /],
    ['a key twice', 'facts: a\nfacts: b', /^2:1 /],
    ['an unknown anchor', 'facts: *nope', /^1:1 /],
  ])('is told about %s', (_, text, expected) => {
    const lines = complaints(text);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines[0]).toMatch(expected);
  });

  it('does not fall for a bomb of aliases', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const previous = level === 0 ? '"x"' : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array(10).fill(previous).join(', ')}]`;
    });
    const started = performance.now();
    expect(complaints(levels.join('\n')).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('does not touch prototypes', () => {
    readConfig('landguard.yaml', 'severities:\n  __proto__: high\n__proto__:\n  polluted: yes\n');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
