/** The text with the case of everything changed that is neither a value nor the key of a tag; values of actions and suboperations too. */
export function recased(text: string, change: (part: string) => string): string {
  // Quoted values keep their case unless they follow a match function; so do attributes with a key marker.
  const parts = text.split(
    /((?:ActionMatches|SubOperationMatches)\s*\{\s*'[^']*'|'[^']*'|@\w+\[[^\]]*\$>\])/i,
  );
  return parts.map((part) => (/^['@]/.test(part) ? part : change(part))).join('');
}
