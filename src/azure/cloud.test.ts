import { describe, expect, it } from 'vitest';
import { cloudNames, clouds, isAllowedOrigin } from './cloud.ts';

describe('clouds', () => {
  it('are each under their own name, over https', () => {
    for (const name of cloudNames) {
      const { manager, authority } = clouds[name];
      expect(clouds[name].name).toBe(name);
      for (const origin of [manager, authority]) expect(new URL(origin).origin).toBe(origin);
      expect([manager, authority].every((origin) => origin.startsWith('https://'))).toBe(true);
    }
  });

  it('are the only places that a token may go to, beside this machine', () => {
    for (const { manager, authority } of Object.values(clouds))
      expect([isAllowedOrigin(manager), isAllowedOrigin(authority)]).toEqual([true, true]);
    expect(isAllowedOrigin('http://127.0.0.1:8080')).toBe(true);
    const others = [
      'http://management.azure.com',
      'https://management.azure.com.contoso.example',
      'https://management.azure.com:8443',
      'https://127.0.0.1:8080',
      'http://127.0.0.1.contoso.example:80',
      'http://localhost:8080',
    ];
    expect(others.filter(isAllowedOrigin)).toEqual([]);
  });
});
