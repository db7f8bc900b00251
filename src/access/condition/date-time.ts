const form = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,7}))?Z$/i;
const ticksPerSecond = 10_000_000n;

/**
 * A moment in units of 100 ns since 1970, from a text like `2026-01-31T00:00:00.0000000Z`; `undefined` for other texts and for days
 * that no calendar has. Seconds may have no fraction or a shorter one, as in the documentation's own examples
 * (articles/role-based-access-control/conditions-format.md#datetime-comparison-operators).
 */
export function readDateTime(text: string): bigint | undefined {
  const [, moment, fraction = ''] = form.exec(text) ?? [];
  if (moment === undefined) return undefined;
  const upper = moment.toUpperCase();
  const milliseconds = Date.parse(`${upper}.000Z`);
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(upper)) return undefined;
  return BigInt(milliseconds / 1000) * ticksPerSecond + BigInt(fraction.padEnd(7, '0'));
}

/** The moment as {@link readDateTime} reads it, with all seven digits. */
export function formatDateTime(ticks: bigint): string {
  const fraction = ((ticks % ticksPerSecond) + ticksPerSecond) % ticksPerSecond;
  const seconds = Number((ticks - fraction) / ticksPerSecond);
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${String(fraction).padStart(7, '0')}Z`;
}
