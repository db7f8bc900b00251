import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ValueObject } from '../kernel/index.ts';

const chunkLength = 256 * 1024;

/** A file of objects, one a line, that is being written: packed when its name ends in `.gz`. */
export class NdjsonFile {
  readonly #file: WriteStream;
  readonly #stream: Writable;
  readonly #written: Promise<void>;
  #problem: unknown;
  #chunk = '';
  #count = 0;

  /** `path` is where it is written now, `name` what it will be called. A file that is there already is written over. */
  constructor(path: string, name: string) {
    this.#file = createWriteStream(path);
    if (name.endsWith('.gz')) {
      const packer = createGzip();
      this.#stream = packer;
      this.#written = pipeline(packer, this.#file);
    } else {
      this.#stream = this.#file;
      this.#written = finished(this.#file);
    }
    this.#written.catch((error: unknown) => {
      this.#problem = error;
    });
  }

  get count(): number {
    return this.#count;
  }

  /** How many bytes are in the file; final once it is closed. */
  get byteCount(): number {
    return this.#file.bytesWritten;
  }

  /** Adds an object; the promise, where there is one, waits until the disk has kept up. */
  add(object: ValueObject): Promise<void> | undefined {
    this.#chunk += `${JSON.stringify(object)}\n`;
    this.#count++;
    return this.#chunk.length < chunkLength ? undefined : this.#flush();
  }

  /** Writes what is left, and waits until all of it is in the file. A second time nothing happens. */
  async close(): Promise<void> {
    if (this.#stream.writableEnded) return this.#written;
    await this.#flush();
    this.#stream.end();
    await this.#written;
  }

  /** Gives up: what is written so far stays where it is. */
  async abandon(): Promise<void> {
    this.#stream.destroy();
    // Why it is given up is known to who does.
    await this.#written.catch(() => {});
  }

  async #flush(): Promise<void> {
    const chunk = this.#chunk;
    this.#chunk = '';
    if (this.#problem !== undefined) throw this.#problem;
    if (chunk === '' || this.#stream.write(chunk)) return;
    await Promise.race([once(this.#stream, 'drain'), this.#written]);
  }
}
