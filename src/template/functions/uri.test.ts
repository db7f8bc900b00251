import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';

describe('uri', () => {
  it.each([
    ['https://fabrikam.net/one', 'main.json', 'https://fabrikam.net/main.json'],
    ['https://fabrikam.net/one/', 'main.json', 'https://fabrikam.net/one/main.json'],
    ['https://fabrikam.net/one/two.json', 'nested/main.json', 'https://fabrikam.net/one/nested/main.json'],
    ['https://fabrikam.net/one/two.json/', 'main.json', 'https://fabrikam.net/one/two.json/main.json'],
    ['https://fabrikam.net', 'main.json', 'https://fabrikam.net/main.json'],
    ['https://fabrikam.net/one/two', '/three', 'https://fabrikam.net/three'],
    ['https://fabrikam.net/one/two', '../three', 'https://fabrikam.net/three'],
    ['https://fabrikam.net/one', 'https://contoso.com/x', 'https://contoso.com/x'],
    ['https://fabrikam.net/one', '?q=1', 'https://fabrikam.net/one?q=1'],
    ['https://[2001:db8::7]:8443/', 'x', 'https://[2001:db8::7]:8443/x'],
  ])('%s and %s', (base, relative, expected) => {
    expect(run('uri', base, relative)).toBe(expected);
  });

  it('needs an absolute base', () => {
    for (const base of ['', 'fabrikam.net', '/one'])
      expect(() => run('uri', base, 'x')).toThrow('uri cannot combine');
    expect(() => run('uri', 'https://fabrikam.net/', '///x')).toThrow('uri cannot read `///x`');
    expect(() => run('uri', 'https://fabrikam.net/', 1)).toThrow(
      'uri expects a string, but argument 2 is an int',
    );
  });

  it('knows how the result ends when the base is not known', () => {
    const base = unknown({ type: 'string' });
    expect(seen(run('uri', base, 'nested/main.json'))).toEqual({
      unknown: { type: 'string', suffix: '/nested/main.json' },
    });
    expect(seen(run('uri', base, '/main.json'))).toEqual({
      unknown: { type: 'string', suffix: '/main.json' },
    });
    for (const relative of ['../x', 'a b', 'a//b', '//a', 'x?y', 'https://a/b', '', './x', 'a/./b']) {
      expect(seen(run('uri', base, relative))).toEqual({ unknown: { type: 'string' } });
    }
    expect(seen(run('uri', 'https://fabrikam.net/', unknown()))).toEqual({ unknown: { type: 'string' } });
  });
});
