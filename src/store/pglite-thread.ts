import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DiskWatch, type FreeBytes, freeBytesOf } from './disk-watch.ts';
import { StoreError } from './store-error.ts';

/** What the thread is asked: a query, or, without one, to close. */
export interface PgliteRequest {
  readonly id: number;
  readonly query: PgliteQuery | undefined;
}

export interface PgliteQuery {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What it answers to the request of that number; 0 is the opening. */
export type PgliteAnswer =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly affected: number | undefined }
  | {
      readonly id: number;
      readonly error: { readonly message: string; readonly code: string | undefined };
    };

export interface PgliteRows {
  readonly rows: readonly unknown[];
  readonly affected: number | undefined;
}

interface Waiting {
  readonly resolve: (rows: PgliteRows) => void;
  readonly reject: (error: unknown) => void;
}

/** PGlite in a thread of its own: one connection to the database in a folder. Whoever opens it holds the lock of the folder. */
export class PgliteThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  readonly #disk: DiskWatch;
  #end: StoreError | undefined;

  private constructor(folder: string, disk: (onFull: (error: StoreError) => void) => DiskWatch) {
    this.#worker = startWorker(folder);
    this.#disk = disk((error) => {
      this.#fail(error);
      void this.#worker.terminate();
    });
    this.#worker.on('message', (answer: PgliteAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) =>
      this.#fail(new StoreError('damaged', 'the database has stopped working', error)),
    );
    this.#worker.on('exit', () => this.#fail(new StoreError('damaged', 'the database has stopped')));
  }

  /** Opens the database in a folder, and makes it where there is none; the folder above is there. */
  static async open(folder: string, freeBytes: FreeBytes = freeBytesOf): Promise<PgliteThread> {
    const watch = (onFull: (error: StoreError) => void) => new DiskWatch(dirname(folder), freeBytes, onFull);
    await watch(() => {}).check();
    const thread = new PgliteThread(folder, watch);
    try {
      await thread.#wait(0);
      return thread;
    } catch (error) {
      await thread.#worker.terminate();
      throw error;
    }
  }

  query(query: PgliteQuery): Promise<PgliteRows> {
    return this.#ask(query);
  }

  /** Writes a checkpoint and ends the thread. */
  async close(): Promise<void> {
    try {
      if (this.#end === undefined) await this.#ask(undefined);
    } finally {
      await this.#worker.terminate();
    }
  }

  #ask(query: PgliteQuery | undefined): Promise<PgliteRows> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const id = ++this.#lastId;
    this.#worker.postMessage({ id, query } satisfies PgliteRequest);
    return this.#wait(id);
  }

  #wait(id: number): Promise<PgliteRows> {
    this.#disk.start();
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #settle(answer: PgliteAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#disk.stop();
    if ('error' in answer) {
      const { message, code } = answer.error;
      const error = Object.assign(new Error(message), { code });
      // PostgreSQL gives every error a code; without one it is the engine itself that gave up.
      const cannot = 'the database cannot go on, or cannot be read';
      waiting?.reject(code === undefined ? new StoreError('damaged', cannot, error) : error);
    } else waiting?.resolve(answer);
  }

  #fail(error: StoreError): void {
    this.#end ??= error;
    this.#disk.stop();
    for (const { reject } of this.#waiting.values()) reject(this.#end);
    this.#waiting.clear();
  }
}

/** The worker is a file of its own beside this one; a bundle has moved this one into another folder of the build. */
function startWorker(folder: string): Worker {
  const workerData = { folder };
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return new Worker(new URL('../store/pglite-worker.js', here), { workerData });
  const tsx = import.meta.resolve('tsx/esm/api');
  const file = new URL('pglite-worker.ts', here).href;
  const code = `import(${JSON.stringify(tsx)}).then(({ tsImport }) => tsImport(${JSON.stringify(file)}, ${JSON.stringify(file)}))`;
  return new Worker(code, { eval: true, workerData });
}
