import { matchesWildcard } from '../kernel/index.ts';

/** Whether a path with `/` matches a pattern of landguard.yaml: `*` and `**` stand for anything, a folder for all that is in it. */
export function matchesPattern(path: string, pattern: string): boolean {
  const plain = pattern.replace(/^\.\//, '').replace(/\/(\*\*)?$/, '');
  const wildcard = plain.replaceAll('**', '*');
  return (
    plain === '.' ||
    matchesWildcard(path, wildcard) ||
    matchesWildcard(path, `${wildcard}/*`) ||
    (plain.startsWith('**/') && matchesPattern(path, plain.slice('**/'.length)))
  );
}
