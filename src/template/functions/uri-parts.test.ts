import { describe, expect, it } from 'vitest';
import type { ValueObject } from '../../kernel/index.ts';
import { run, seen, unknown } from './call-for-test.ts';

const full = { scheme: 'https', host: 'fabrikam.net', port: 8443, path: '/a/b', query: '?c=d' };

describe('buildUri and parseUri', () => {
  it.each<[ValueObject, string]>([
    [full, 'https://fabrikam.net:8443/a/b?c=d'],
    [{ scheme: 'https', host: 'fabrikam.net' }, 'https://fabrikam.net/'],
    [
      { scheme: 'https', host: 'fabrikam.net', port: null, path: 'a', query: 'b=c' },
      'https://fabrikam.net/a?b=c',
    ],
    [{ scheme: 'https', host: 'fabrikam.net', port: 443 }, 'https://fabrikam.net/'],
    [{ Scheme: 'http', HOST: 'fabrikam.net', Port: 443 }, 'http://fabrikam.net:443/'],
  ])('builds from %j', (components, expected) => {
    expect(run('buildUri', components)).toBe(expected);
  });

  it('needs a scheme and a host', () => {
    expect(() => run('buildUri', { scheme: 'https' })).toThrow(
      'buildUri expects a string as `host`, but it is null',
    );
    expect(() => run('buildUri', { ...full, port: 70_000 })).toThrow('buildUri expects a port number');
    expect(() => run('buildUri', { ...full, host: 'a b' })).toThrow('which is not a URI');
    expect(() => run('buildUri', 'https://fabrikam.net')).toThrow('buildUri expects an object');
  });

  it('parses into the same parts', () => {
    expect(run('parseUri', 'https://fabrikam.net:8443/a/b?c=d')).toEqual(full);
    expect(run('parseUri', 'https://fabrikam.net:443')).toEqual({
      scheme: 'https',
      host: 'fabrikam.net',
      port: null,
      path: '/',
      query: '',
    });
    expect(() => run('parseUri', 'fabrikam.net')).toThrow('parseUri cannot read');
  });

  it('are unknown of an unknown', () => {
    expect(seen(run('buildUri', { ...full, host: unknown() }))).toEqual({ unknown: { type: 'string' } });
    expect(seen(run('parseUri', unknown()))).toEqual({ unknown: { type: 'object' } });
  });
});
