import { joinCauses, textOfValue, Unknown, type Value } from '../kernel/index.ts';
import { printFunctionCall } from './expression-printer.ts';

/**
 * Joins texts of which some may be unknown. The result prints as `format('…{0}…', …)` and keeps
 * the known beginning and end.
 */
export function joinText(...parts: readonly Value[]): string | Unknown {
  const unknowns = parts.filter((part) => part instanceof Unknown);
  if (unknowns.length === 0) return parts.map(textOfValue).join('');
  const template = parts
    .map((part) => (part instanceof Unknown ? `{${unknowns.indexOf(part)}}` : textOfValue(part)))
    .join('');
  const first = parts.findIndex((part) => part instanceof Unknown);
  const last = parts.findLastIndex((part) => part instanceof Unknown);
  return new Unknown(printFunctionCall('format', [template, ...unknowns]), {
    type: 'string',
    causes: joinCauses(unknowns),
    secret: unknowns.some((unknown) => unknown.secret),
    prefix: parts.slice(0, first).map(textOfValue).join('') + (parts[first] as Unknown).prefix,
    suffix:
      (parts[last] as Unknown).suffix +
      parts
        .slice(last + 1)
        .map(textOfValue)
        .join(''),
  });
}
