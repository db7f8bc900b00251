/** A file that may hold policies, wherever it is: in a folder, in an archive, in a clone. */
export interface SourceFile {
  /** Relative to what was given, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Limits on what a folder or an archive may bring. */
export interface SourceLimits {
  readonly entryCountMax: number;
  readonly entryBytesMax: number;
  readonly totalBytesMax: number;
  /** How many bytes one compressed byte may become. */
  readonly ratioMax: number;
}

/** The limits used unless the caller states others: about ten times what the largest public library needs. */
export const defaultSourceLimits: SourceLimits = {
  entryCountMax: 100_000,
  entryBytesMax: 64 * 1024 * 1024,
  totalBytesMax: 1024 * 1024 * 1024,
  ratioMax: 200,
};

/** Whether a file can be policy content at all, by its name. */
export function isJsonFile(path: string): boolean {
  return /\.jsonc?$/i.test(path);
}
