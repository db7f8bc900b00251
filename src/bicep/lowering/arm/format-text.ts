/** The first argument of `format` for a string with holes: `a{0}b{1}`, with braces that stand for themselves doubled. */
export function formatText(segments: readonly string[]): string {
  return segments
    .map((segment, index) => {
      const text = segment.replaceAll('{', '{{').replaceAll('}', '}}');
      return index === 0 ? text : `{${index - 1}}${text}`;
    })
    .join('');
}
