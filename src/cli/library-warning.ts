import type { Diagnostic } from '../kernel/index.ts';

/** What is wrong inside a library is no mistake of the user; only what is missing can be helped by bringing it. */
export function asLibraryWarning(entry: Diagnostic): Diagnostic {
  const isInside = entry.level === 'error' && entry.code.startsWith('LG30') && entry.code !== 'LG3008';
  return isInside ? { ...entry, level: 'warning' } : entry;
}
