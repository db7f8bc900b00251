import { plainLine, plainText } from './plain-text.ts';

const widthMin = 40;

/**
 * Text from outside as indented lines. With a width it is wrapped between words; a word that is too long for a line
 * stays whole, so that paths can be clicked and copied.
 */
export function indented(text: string, indent: number, width: number | undefined): string[] {
  const margin = ' '.repeat(indent);
  const plain = plainText(text);
  if (width === undefined) return [plainLine(margin + plain)];
  const room = Math.max(width, widthMin) - indent;
  const lines: string[] = [];
  let line = '';
  for (const word of plain.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = lines.length === 0 && line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((each) => plainLine(margin + each.trimEnd()));
}
