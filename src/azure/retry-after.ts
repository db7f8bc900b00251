/**
 * How many milliseconds an answer asks to wait: `Retry-After` in seconds or as a date, or `retry-after-ms`; `undefined` when it does not say
 * (articles/azure-resource-manager/management/request-limits-and-throttling.md).
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const milliseconds = headers.get('retry-after-ms') ?? headers.get('x-ms-retry-after-ms');
  if (milliseconds !== null && /^\d{1,9}$/.test(milliseconds)) return Number(milliseconds);
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** A duration as `hh:mm:ss` in milliseconds, the way Resource Graph says when a quota is reset. */
export function durationMs(text: string | null): number | undefined {
  const match = /^(\d{1,3}):(\d{2}):(\d{2})(\.\d{1,7})?$/.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  const [, hours, minutes, seconds, fraction = ''] = match;
  return (
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 +
    Math.ceil(Number(`0${fraction}`) * 1000)
  );
}
