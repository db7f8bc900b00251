/**
 * What a compilation reads beside the file it begins with: a port. Paths are as diagnostics show them, with `/` between folders;
 * a problem is half a sentence that a diagnostic ends with.
 */
export interface BicepFiles {
  /** A text file that a file names by a path relative to itself. */
  readText(fromPath: string, relativePath: string): BicepText | FileProblem;
  /** The bytes of a file, for `loadFileAsBase64`. */
  readBytes(fromPath: string, relativePath: string): BicepBytes | FileProblem;
  /** The files directly in a folder, for `loadDirectoryFileInfo`; `pattern` holds `*` and `?`. */
  listFolder(
    fromPath: string,
    relativePath: string,
    pattern: string | undefined,
  ): readonly ListedFile[] | FileProblem;
  /** The compiled template behind `br:`, `br/alias:`, `ts:` or `ts/alias:`, its aliases being those of the file's bicepconfig.json. */
  readArtifact(fromPath: string, reference: string): BicepText | FileProblem;
  /** An environment variable, for `readEnvironmentVariable`; `undefined` where it is not set. */
  environmentVariable(name: string): string | undefined;
}

export interface BicepText {
  readonly path: string;
  readonly text: string;
}

export interface BicepBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file of a folder (articles/azure-resource-manager/bicep/bicep-functions-files.md#loaddirectoryfileinfo). */
export interface ListedFile {
  /** Relative to the file that asks, with `/` between folders. */
  readonly relativePath: string;
  readonly baseName: string;
  /** With its dot, empty where there is none. */
  readonly extension: string;
}

export interface FileProblem {
  readonly problem: string;
}
