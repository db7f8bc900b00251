import { describe, expect, it } from 'vitest';
import { supportedVersion } from './supported-version.ts';

const named = (versions: string) => ({
  code: 'InvalidApiVersionParameter',
  message: `The api-version '2025-03-01' is invalid. The supported api-versions are '${versions}'.`,
});

describe('the version to ask with instead', () => {
  it('is the newest that is not newer than the wanted one', () => {
    expect(supportedVersion(named('2015-01-01,2024-05-01,2019-09-01,2026-01-01'), '2025-03-01')).toBe(
      '2024-05-01',
    );
  });

  it('is the newest one when all are newer', () => {
    expect(supportedVersion(named('2026-01-01,2025-06-01-preview'), '2025-03-01')).toBe('2026-01-01');
  });

  it('is none when the refusal is about something else', () => {
    expect(
      supportedVersion({ code: 'AuthorizationFailed', message: named('2015-01-01').message }, '2025-03-01'),
    ).toBeUndefined();
    expect(
      supportedVersion({ code: 'InvalidApiVersionParameter', message: 'no' }, '2025-03-01'),
    ).toBeUndefined();
    expect(supportedVersion(named('2025-03-01'), '2025-03-01')).toBeUndefined();
  });
});
