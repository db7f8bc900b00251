import { jsonText } from '../json-text.ts';

/** `jsonText` on one line, without the newline: in JSON a line break is never part of a string. */
export function jsonLine(value: unknown): string {
  return jsonText(value).replace(/\n */g, '');
}
