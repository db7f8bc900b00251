import type { Diagnostic, Value } from '../kernel/index.ts';
import type { Estate, EstateResource } from './estate.ts';
import { EstateCollector } from './estate-collector.ts';
import { LastReadings } from './id-census.ts';
import { SecretHint } from './redact-secrets.ts';
import { resourcesOfEntry } from './resources-of-entry.ts';

const name = 'memory';

/** Makes an estate of objects in memory, sorted by content as the entries of files are. For tests, and for estates that are small. */
export function memoryEstate(
  objects: readonly Value[],
  now: string,
): { estate: Estate; diagnostics: readonly Diagnostic[] } {
  const collector = new EstateCollector(now);
  const texts = objects.map((one) => JSON.stringify(one));
  for (const text of texts) collector.add(entryOf(text), name);
  const collected = collector.finish();
  const readings = new LastReadings(collected.repeats);
  const resources: EstateResource[] = texts.flatMap((text) =>
    resourcesOfEntry(entryOf(text), name, readings),
  );
  const estate: Estate = {
    name,
    scopes: collected.scopes,
    governance: collected.governance,
    objects: collected.objects,
    resourceCounts: collected.resourceCounts,
    scopeCounts: collected.scopeCounts,
    async *resources() {
      if (resources.length > 0) yield resources;
    },
  };
  return { estate, diagnostics: collected.diagnostics };
}

/** Collecting takes the entry apart, so each pass has its own. */
function entryOf(text: string) {
  return { value: JSON.parse(text) as Value, hint: new SecretHint(text), context: undefined };
}
