import type { EstateFinding } from '../../kernel/index.ts';
import { dayText } from './trend-text.ts';

/** `open, first seen 2026-09-01`; empty without a history. */
export function historyText({ lifecycle, firstSeen, lastSeen }: EstateFinding): string {
  return [
    ...(lifecycle === undefined ? [] : [lifecycle]),
    ...(firstSeen === undefined ? [] : [`first seen ${dayText(firstSeen)}`]),
    ...(lastSeen === undefined || lastSeen === firstSeen ? [] : [`last seen ${dayText(lastSeen)}`]),
  ].join(', ');
}
