import { plainText } from '../plain-text.ts';

// What a spreadsheet takes for a formula, in its full-width forms and behind blanks as well.
const formula = /^[\s\p{Default_Ignorable_Code_Point}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
const startsWithTab = /^[\t\r\n]/;

/**
 * Text from outside as a quoted cell (RFC 4180): on one line, and with an apostrophe before what a spreadsheet would
 * compute, which the spreadsheet shows as text.
 */
export function csvCell(text: string): string {
  const plain = plainText(text);
  const isFormula = formula.test(plain) || startsWithTab.test(text);
  return `"${isFormula ? "'" : ''}${plain.replaceAll('"', '""')}"`;
}
