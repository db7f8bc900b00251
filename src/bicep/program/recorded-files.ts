import type { BicepBytes, BicepFiles, BicepText, FileProblem, ListedFile } from '../bicep-files.ts';

/** What one file has read, so that it can be asked whether that is still so. */
export class RecordedFiles implements BicepFiles {
  readonly #files: () => BicepFiles;
  /** Each says whether what was read is what would be read now. */
  readonly #reads: (() => boolean)[] = [];

  constructor(files: () => BicepFiles) {
    this.#files = files;
  }

  isCurrent(): boolean {
    return this.#reads.every((isSame) => isSame());
  }

  readText(fromPath: string, relativePath: string): BicepText | FileProblem {
    return this.#record((files) => files.readText(fromPath, relativePath), isSameText);
  }

  readBytes(fromPath: string, relativePath: string): BicepBytes | FileProblem {
    return this.#record((files) => files.readBytes(fromPath, relativePath), isSameBytes);
  }

  listFolder(
    fromPath: string,
    relativePath: string,
    pattern: string | undefined,
  ): readonly ListedFile[] | FileProblem {
    return this.#record(
      (files) => files.listFolder(fromPath, relativePath, pattern),
      (a, b) => JSON.stringify(a) === JSON.stringify(b),
    );
  }

  readArtifact(fromPath: string, reference: string): BicepText | FileProblem {
    return this.#record((files) => files.readArtifact(fromPath, reference), isSameText);
  }

  environmentVariable(name: string): string | undefined {
    return this.#record(
      (files) => files.environmentVariable(name),
      (a, b) => a === b,
    );
  }

  #record<Read>(read: (files: BicepFiles) => Read, isSame: (a: Read, b: Read) => boolean): Read {
    const result = read(this.#files());
    this.#reads.push(() => isSame(result, read(this.#files())));
    return result;
  }
}

function isSameText(a: BicepText | FileProblem, b: BicepText | FileProblem): boolean {
  if ('problem' in a || 'problem' in b) return 'problem' in a && 'problem' in b;
  return a.text === b.text;
}

function isSameBytes(a: BicepBytes | FileProblem, b: BicepBytes | FileProblem): boolean {
  if ('problem' in a || 'problem' in b) return 'problem' in a && 'problem' in b;
  return a.bytes.length === b.bytes.length && a.bytes.every((byte, index) => byte === b.bytes[index]);
}
