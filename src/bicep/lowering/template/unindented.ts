/** A text without the white space that all its lines but the first begin with; lines end with a line feed. */
export function unindented(text: string): string {
  const [first = '', ...others] = text.split(/\r\n|\r|\n/);
  const written = others.filter((line) => line !== '');
  const [sample = ''] = written;
  let width = 0;
  while (width < sample.length && written.every((line) => isBlank(line[width]))) width++;
  return [first, ...others.map((line) => line.slice(width))].join('\n');
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
