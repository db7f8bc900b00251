import type { Value } from '../kernel/index.ts';

/**
 * Reads `expiresOn`: ISO 8601, in universal time where it names no zone (exemption-structure.md#expiration). `null` when it cannot be read, which must not
 * mean that there is no end.
 */
export function readExpiry(value: Value | undefined): string | undefined | null {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' && !Number.isNaN(momentOf(value)) ? value : null;
}

/** Whether something that expires has done so at a moment (ISO 8601): at the very moment it has. */
export function hasExpired(expiresOn: string | undefined, now: string): boolean {
  return expiresOn !== undefined && momentOf(expiresOn) <= momentOf(now);
}

/** Milliseconds; a time without a zone would otherwise be that of the machine. */
function momentOf(text: string): number {
  return Date.parse(/T[\d:.]+$/i.test(text) ? `${text}Z` : text);
}
