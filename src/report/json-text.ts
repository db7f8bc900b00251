const rawInJson = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu;
const doubledHash = /#(?=\p{Default_Ignorable_Code_Point}*#)/gu;

/**
 * JSON (RFC 8259) that is safe to print: what a terminal or a build agent could obey (control characters, reading
 * order marks, `##vso[`) is written as `\uXXXX`, so that parsing gives back the same value. Ends with a newline.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2)
    .replace(rawInJson, (character) => (character === '\n' ? character : codeUnits(character)))
    .replace(doubledHash, '\\u0023');
  return `${text}\n`;
}

function codeUnits(text: string): string {
  let escaped = '';
  for (let at = 0; at < text.length; at++) {
    escaped += `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
