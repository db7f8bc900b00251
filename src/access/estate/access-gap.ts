import type { AccessSource } from './access-source.ts';

/** Something that an answer needed and did not see. */
export interface AccessGap {
  readonly source: AccessSource;
  /** What is not known, as a clause: `the members of group ops were not seen`. */
  readonly what: string;
  /** The id of what it is about; absent when it is the whole source. */
  readonly about?: string | undefined;
}

/** The gaps, each once, in the order given. */
export function distinctGaps(gaps: Iterable<AccessGap>): readonly AccessGap[] {
  const kept = new Map<string, AccessGap>();
  for (const gap of gaps) {
    const key = `${gap.source} ${gap.what}`;
    if (!kept.has(key)) kept.set(key, gap);
  }
  return [...kept.values()];
}
