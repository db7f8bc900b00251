/**
 * A compiled template without blanks, and without the generator and hash that Bicep writes into its metadata: nothing reads them, and
 * they make every nested template of every version different. Everything else stays as text, so that integers of 64 bits, the order of
 * keys and keys that occur twice do too. `undefined` when the text is not JSON, or no template.
 */
export function compactTemplate(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('$schema' in value) || !('resources' in value))
      return undefined;
  } catch {
    return undefined;
  }
  return text
    .replace(stringOrBlanks, (_, string: string | undefined) => string ?? '')
    .replace(generatorBeforeOthers, '')
    .replace(generatorAtEnd, '');
}

const stringOrBlanks = /("[^"\\]*(?:\\.[^"\\]*)*")|\s+/g;

// Inside a string every quote has a backslash before it, so these match keys only.
const generatorBeforeOthers =
  /"_generator":\{"name":"bicep","version":"[^"\\]*","templateHash":"[^"\\]*"\},/g;
const generatorAtEnd = /,?"_generator":\{"name":"bicep","version":"[^"\\]*","templateHash":"[^"\\]*"\}/g;
