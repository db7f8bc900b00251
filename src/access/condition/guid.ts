const dashed = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const bare = /^[0-9a-f]{32}$/i;

/** A GUID in lower case with dashes, from one written in any case, with its dashes or without; `undefined` for other texts. */
export function readGuid(text: string): string | undefined {
  if (dashed.test(text)) return text.toLowerCase();
  if (!bare.test(text)) return undefined;
  const digits = text.toLowerCase();
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}
