import { isObject } from '../kernel/index.ts';
import { listOf } from './answer.ts';
import type { EstateResource } from './estate.ts';
import type { ReadEntry } from './estate-collector.ts';
import type { LastReadings } from './id-census.ts';
import { redactSecrets, settingsIn } from './redact-secrets.ts';
import { sortEntry } from './sort-entry.ts';

/** The resources of an entry that count, without their secrets. The entry is changed. */
export function resourcesOfEntry(
  { value, hint, context }: ReadEntry,
  file: string,
  readings: LastReadings,
): EstateResource[] {
  const list = listOf(value);
  if (list !== undefined) {
    const stated = isObject(value) ? value['@odata.context'] : undefined;
    const inner = typeof stated === 'string' ? stated : undefined;
    return list.flatMap((one) => resourcesOfEntry({ value: one, hint, context: inner }, file, readings));
  }
  const resources: EstateResource[] = [];
  for (const part of sortEntry(value, context)) {
    if (part.is !== 'resource' || !readings.counts(part.id, part.shape === 'bare')) continue;
    const { id, type, name, body } = part;
    redactSecrets(body, { looksAtTexts: hint.mayHoldSecret, settings: settingsIn(type, name) });
    resources.push({ id, type, name, body, file });
  }
  return resources;
}
