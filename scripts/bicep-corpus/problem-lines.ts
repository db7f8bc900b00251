import { type Diagnostic, formatPlace, placeOf } from '../../src/kernel/index.ts';

/** Diagnostics by code, the most frequent first, each with its first place. */
export function problemLines(entries: readonly Diagnostic[]): string[] {
  const byCode = new Map<string, Diagnostic[]>();
  for (const entry of entries) {
    const code = `${entry.code} ${entry.level} ${/BCP\d+/.exec(entry.message)?.[0] ?? ''}`.trim();
    const known = byCode.get(code);
    if (known === undefined) byCode.set(code, [entry]);
    else known.push(entry);
  }
  return [...byCode]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([code, list]) => {
      const [example] = list;
      const place = example?.span === undefined ? example?.file : formatPlace(placeOf(example.span));
      return `${String(list.length).padStart(6)}  ${code}  ${place}: ${example?.message}`;
    });
}
