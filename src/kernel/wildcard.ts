/** Whether a text matches a pattern in which `*` stands for anything. Takes time in proportion to the text, whatever the pattern. */
export function matchesWildcard(text: string, pattern: string): boolean {
  const [first, ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first!) || !text.endsWith(last) || text.length < first!.length + last.length)
    return false;
  let at = first!.length;
  const end = text.length - last.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
