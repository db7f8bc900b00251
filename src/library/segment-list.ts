/**
 * A list of paths such as `Microsoft.Storage/storageAccounts/read` as one short text: each says how many segments it shares with the one
 * before it (one base-36 digit), and then what follows. Entries are separated by `;`, which no path holds.
 */
export function encodeSegmentList(paths: readonly string[]): string {
  let before: readonly string[] = [];
  return [...paths]
    .sort()
    .map((path) => {
      if (path.includes(';')) throw new RangeError(`\`${path}\` holds a semicolon`);
      const segments = path.split('/');
      let shared = 0;
      const sharedMax = Math.min(segments.length - 1, before.length, 35);
      while (shared < sharedMax && segments[shared] === before[shared]) shared++;
      before = segments;
      return shared.toString(36) + segments.slice(shared).join('/');
    })
    .join(';');
}

/** Reads what {@link encodeSegmentList} wrote. */
export function decodeSegmentList(text: string): readonly string[] {
  if (text === '') return [];
  let before = '';
  return text.split(';').map((entry) => {
    let end = 0;
    for (let shared = Number.parseInt(entry.slice(0, 1), 36); shared > 0; shared--) {
      // Where the whole of the one before is shared, its last segment has no `/` behind it yet.
      if (before.indexOf('/', end) === -1) before += '/';
      end = before.indexOf('/', end) + 1;
    }
    before = before.slice(0, end) + entry.slice(1);
    return before;
  });
}
