/** Limits on what an estate folder may bring. Reaching one is a diagnostic, never a crash. */
export interface EstateLimits {
  readonly fileCountMax: number;
  /** Bytes of one file once it is unpacked. Files are streamed, so this bounds time, not memory. */
  readonly unpackedBytesMax: number;
  /** Bytes of one resource or other entry; it is held whole. */
  readonly entryBytesMax: number;
}

/** The limits used unless the caller states others. */
export const defaultEstateLimits: EstateLimits = {
  fileCountMax: 100_000,
  unpackedBytesMax: 64 * 1024 ** 3,
  entryBytesMax: 64 * 1024 ** 2,
};
