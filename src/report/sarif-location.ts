import type { Origin, Place } from '../kernel/index.ts';
import { fileUri } from './file-uri.ts';
import { originName } from './finding-text.ts';

const relatedCountMax = 100;

/** A physical location (SARIF 2.1.0 §3.29): lines and columns from 1, the end column after the last character. */
export function physicalLocation(place: Place): object {
  const startLine = Math.max(place.line, 1);
  const startColumn = Math.max(place.column, 1);
  const endLine = Math.max(place.endLine, startLine);
  const endColumn = Math.max(place.endColumn, endLine === startLine ? startColumn : 1);
  return {
    artifactLocation: fileUri(place.file),
    region: { startLine, startColumn, endLine, endColumn },
  };
}

/** Where the value comes from, numbered so that the message can link to it (§3.27.22). GitHub shows 100. */
export function relatedLocations(origins: readonly Origin[]): object[] {
  return origins.slice(0, relatedCountMax).map((origin, index) => ({
    id: index + 1,
    physicalLocation: physicalLocation(origin.place),
    message: { text: originName(origin) ?? origin.kind },
  }));
}

/** The way of the value from its source to the place to look at (§3.36). */
export function codeFlows(origins: readonly Origin[], place: Place): object[] {
  if (origins.length === 0) return [];
  const steps = origins
    .slice(0, relatedCountMax)
    .toReversed()
    .map((origin) => ({
      location: {
        physicalLocation: physicalLocation(origin.place),
        message: { text: originName(origin) ?? origin.kind },
      },
    }));
  const end = {
    location: { physicalLocation: physicalLocation(place), message: { text: 'the value in force' } },
  };
  return [{ threadFlows: [{ locations: [...steps, end] }] }];
}
