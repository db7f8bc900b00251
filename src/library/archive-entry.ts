import type { SourceFile, SourceLimits } from '../files/index.ts';

/** An archive entry that is refused; never leaves the archive readers. */
export class ArchiveRefusal extends Error {
  readonly entry: string;

  constructor(entry: string, problem: string) {
    super(problem);
    this.entry = entry;
  }
}

/** What came out of an archive. */
export interface ArchiveContent {
  readonly files: readonly SourceFile[];
  /** The commit that `git archive`, and so GitHub's downloads, write into the archive. */
  readonly commit: string | undefined;
}

/** Counts what an archive holds and refuses what goes beyond the limits or could lead out of it. */
export class ArchiveGuard {
  readonly #limits: SourceLimits;
  readonly #names = new Set<string>();
  #bytes = 0;

  constructor(limits: SourceLimits) {
    this.#limits = limits;
  }

  /** The path of an entry, or a refusal. Nothing is ever unpacked to disk; such archives are refused because they are hostile. */
  admit(name: string, size: number): string {
    const path = name.replaceAll('\\', '/');
    if (path === '' || path.includes('\0')) throw new ArchiveRefusal(name, 'its name is not a path');
    if (path.startsWith('/') || /^[a-z]:/i.test(path)) throw new ArchiveRefusal(name, 'its path is absolute');
    if (path.split('/').includes('..')) throw new ArchiveRefusal(name, 'its path leads out of the archive');
    const plain = path.replace(/^(\.\/)+/, '');
    if (!plain.endsWith('/')) {
      if (this.#names.has(plain)) throw new ArchiveRefusal(name, 'the name occurs twice');
      this.#names.add(plain);
    }
    if (!Number.isSafeInteger(size) || size < 0) throw new ArchiveRefusal(name, 'its size is not a number');
    if (size > this.#limits.entryBytesMax) {
      throw new ArchiveRefusal(
        name,
        `it has ${size} bytes, more than the limit of ${this.#limits.entryBytesMax}`,
      );
    }
    this.#bytes += size;
    if (this.#bytes > this.#limits.totalBytesMax) {
      throw new ArchiveRefusal(name, `the archive has more than ${this.#limits.totalBytesMax} bytes`);
    }
    return plain;
  }

  /** Called for every entry, files and others. */
  count(name: string, count: number): void {
    if (count > this.#limits.entryCountMax) {
      throw new ArchiveRefusal(name, `the archive has more than ${this.#limits.entryCountMax} entries`);
    }
  }

  /** Refuses what was compressed beyond reason. Small entries may be: a few blanks compress without limit. */
  ratio(name: string, compressed: number, size: number): void {
    if (size > smallBytes && size > compressed * this.#limits.ratioMax) {
      throw new ArchiveRefusal(name, `it is compressed more than 1:${this.#limits.ratioMax}`);
    }
  }
}

/** Below this size the ratio of compression says nothing. */
export const smallBytes = 64 * 1024;
