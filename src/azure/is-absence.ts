import type { Refused } from './collection-journal.ts';

/** Whether a refusal means that there is no such thing there: nothing was missed. */
export function isAbsence({ status, code }: Pick<Refused, 'status' | 'code'>): boolean {
  return status === 404 || absenceCodes.has(code);
}

/** The subscription has nothing of the provider; the type of the resource has no such settings. */
const absenceCodes: ReadonlySet<string> = new Set([
  'MissingSubscriptionRegistration',
  'ResourceTypeNotSupported',
  'SubscriptionNotRegistered',
]);
