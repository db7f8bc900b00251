import { plainText } from './plain-text.ts';

const escaped = /[&<>"']|#(?=\p{Default_Ignorable_Code_Point}*#)|:(?=\p{Default_Ignorable_Code_Point}*:)/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A build agent obeys `##vso[` wherever it is printed, and `::` where a line begins.
  '#': '&#35;',
  ':': '&#58;',
};

/** Escapes character data and attribute values (XML 1.0 §2.4). `#` and `:` are escaped where two meet. */
export function escapeXml(text: string): string {
  return text.replace(escaped, (character) => entities[character]!);
}

/** Text from outside as XML: on one line, without the characters that XML 1.0 §2.2 forbids. */
export function xmlText(text: string): string {
  return escapeXml(plainText(text));
}

/** ` name="value"` for each attribute that has a value. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${xmlText(String(value))}"`;
  }
  return text;
}
