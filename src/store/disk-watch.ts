import { statfs } from 'node:fs/promises';
import { StoreError } from './store-error.ts';

/** Below this, nothing is begun and what runs is ended: a query writes this much in less than the time between two looks. */
export const freeBytesMin = 64 * 1024 * 1024;
const lookEveryMs = 200;

/** Bytes that are free on the disk of a folder. */
export type FreeBytes = (folder: string) => Promise<number>;

export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Watches the disk while a database works. PGlite neither fails nor ends when its disk is full, it turns in a circle; so it is ended before. What was
 * committed is in its log.
 */
export class DiskWatch {
  readonly #folder: string;
  readonly #freeBytes: FreeBytes;
  readonly #onFull: (error: StoreError) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string, freeBytes: FreeBytes, onFull: (error: StoreError) => void) {
    this.#folder = folder;
    this.#freeBytes = freeBytes;
    this.#onFull = onFull;
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.#look(), lookEveryMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Throws where there is too little room to begin. */
  async check(): Promise<void> {
    if ((await this.#freeBytes(this.#folder)) < freeBytesMin) throw fullError();
  }

  async #look(): Promise<void> {
    try {
      await this.check();
    } catch (error) {
      this.stop();
      this.#onFull(error instanceof StoreError ? error : new StoreError('disk', 'its disk is gone', error));
    }
  }
}

function fullError(): StoreError {
  const megabytes = Math.round(freeBytesMin / 1024 / 1024);
  return new StoreError('disk', `the disk is full: fewer than ${megabytes} MB are free`);
}
