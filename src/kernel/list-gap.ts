/** What may stand between the elements of a list in brackets. */
export interface GapToken {
  readonly kind: 'space' | 'break' | 'comma' | 'comment' | 'pragma';
  readonly start: number;
  readonly end: number;
}

/** Splits the text between two elements: white space, line breaks, commas, comments, and the lines that Bicep begins with `#`. */
export function readGap(text: string, from: number, to: number): readonly GapToken[] {
  const tokens: GapToken[] = [];
  let at = from;
  while (at < to) {
    const { kind, end } = tokenAt(text, at, to);
    tokens.push({ kind, start: at, end });
    at = end;
  }
  return tokens;
}

function tokenAt(text: string, at: number, to: number): Pick<GapToken, 'kind' | 'end'> {
  const lineEnd = () => {
    let end = at;
    while (end < to && text[end] !== '\n' && text[end] !== '\r') end++;
    return end;
  };
  if (text.startsWith('\r\n', at)) return { kind: 'break', end: at + 2 };
  if (text[at] === '\n' || text[at] === '\r') return { kind: 'break', end: at + 1 };
  if (text[at] === ',') return { kind: 'comma', end: at + 1 };
  if (text.startsWith('//', at)) return { kind: 'comment', end: lineEnd() };
  if (text[at] === '#') return { kind: 'pragma', end: lineEnd() };
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return { kind: 'comment', end: end === -1 ? to : Math.min(end + 2, to) };
  }
  return { kind: 'space', end: at + 1 };
}
