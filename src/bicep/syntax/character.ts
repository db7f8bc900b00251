/** What a character may begin. Characters from 128 on begin nothing: names are ASCII (Azure/bicep, docs/grammar.md). */
export type CharacterClass = 'name' | 'digit' | 'space' | 'lineBreak' | 'punctuator' | 'opening' | 'unknown';

const classes: readonly CharacterClass[] = Array.from({ length: 128 }, (_, code) =>
  classify(String.fromCharCode(code)),
);

/** The class of a UTF-16 code unit. */
export function classOf(code: number): CharacterClass {
  return code < 128 ? classes[code]! : 'unknown';
}

/** Whether a code unit may stand in a name after its first character. */
export function isNamePart(code: number): boolean {
  const found = classOf(code);
  return found === 'name' || found === 'digit';
}

/** Whether a code unit is a line feed or a carriage return. */
export function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

function classify(character: string): CharacterClass {
  if (/[A-Za-z_]/.test(character)) return 'name';
  if (/[0-9]/.test(character)) return 'digit';
  if (character === ' ' || character === '\t') return 'space';
  if (character === '\n' || character === '\r') return 'lineBreak';
  if ('\'"$#/&'.includes(character)) return 'opening';
  if ('{}()[]@,.?:;+-%*^!<>=|'.includes(character)) return 'punctuator';
  return 'unknown';
}
