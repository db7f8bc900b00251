import { printText } from './print-text.ts';

const nameLengthMax = 255;
const literals: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** The name of a property: bare where it is an identifier, else in quotes (Azure/bicep, docs/grammar.md). */
export function printKey(name: string): string {
  const isName = /^[A-Za-z_]\w*$/.test(name) && name.length <= nameLengthMax && !literals.has(name);
  return isName ? name : printText(name, undefined);
}
