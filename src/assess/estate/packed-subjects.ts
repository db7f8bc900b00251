import type { ValueObject } from '../../kernel/index.ts';
import { type PolicySubject, policySubject } from '../../policy/index.ts';

const chunkBytes = 4 * 1024 * 1024;
const cachedMax = 8_192;

/**
 * Resources as bytes of JSON outside of the heap, about a fifth of what the objects take; the last ones asked for are kept as objects, since the
 * policies of one resource look for the same related ones.
 */
export class PackedSubjects {
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  readonly #chunks: Uint8Array[] = [];
  /** Chunk, start and length of each body. */
  readonly #places: number[] = [];
  readonly #cache = new Map<number, PolicySubject>();
  #used = chunkBytes;

  /** Keeps a body; answers the number to ask for it by. */
  add(body: ValueObject): number {
    const bytes = this.#encoder.encode(JSON.stringify(body));
    if (this.#used + bytes.length > chunkBytes) {
      this.#chunks.push(new Uint8Array(Math.max(chunkBytes, bytes.length)));
      this.#used = 0;
    }
    this.#chunks.at(-1)?.set(bytes, this.#used);
    this.#places.push(this.#chunks.length - 1, this.#used, bytes.length);
    this.#used += bytes.length;
    return this.#places.length / 3 - 1;
  }

  get(number: number): PolicySubject {
    const cached = this.#cache.get(number);
    if (cached !== undefined) return cached;
    const [chunk = 0, start = 0, length = 0] = this.#places.slice(number * 3, number * 3 + 3);
    const bytes = this.#chunks[chunk]?.subarray(start, start + length);
    const subject = policySubject(JSON.parse(this.#decoder.decode(bytes)) as ValueObject);
    if (this.#cache.size >= cachedMax) this.#cache.delete(this.#cache.keys().next().value ?? 0);
    this.#cache.set(number, subject);
    return subject;
  }
}
