import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EstateObjectKind, estateObjectKind } from '../estate/index.ts';
import { operatingProblem } from '../files/index.ts';
import type { ValueObject } from '../kernel/index.ts';
import { EstateWriteError } from './estate-write-error.ts';
import { NdjsonFile } from './ndjson-file.ts';

/** Limits on the files of an estate that is written. */
export interface WriteEstateLimits {
  readonly resourcesPerFileMax: number;
}

/** What was written. */
export interface WrittenEstate {
  /** The names of the files with objects, in their order. */
  readonly files: readonly string[];
  readonly resources: number;
  /** In all of these files. */
  readonly bytes: number;
}

const marker = 'written-by-landguard.txt';
const markerText = `These files were written by landguard, as a whole. Writing an estate here again replaces them all.\n`;
const fileNames: Readonly<Record<Exclude<EstateObjectKind, 'resource'>, string>> = {
  scope: 'scopes.ndjson',
  governance: 'governance.ndjson',
  identity: 'identities.ndjson',
};
const partialEnding = '.partial';
const ownFile = /^((scopes|governance|identities)\.ndjson|resources-\d{4,}\.ndjson\.gz)(\.partial)?$/;

/**
 * Writes an estate into a folder: `scopes.ndjson`, `governance.ndjson`, `identities.ndjson`, and the resources packed, so many a file. The files take their names
 * once all are whole, so an estate that was written there before stays until then. The same objects give the same bytes. Throws an {@link EstateWriteError} when
 * the folder holds anything else, or when it cannot be written.
 */
export async function writeEstate(
  folder: string,
  objects: Iterable<ValueObject>,
  { limits }: { readonly limits?: Partial<WriteEstateLimits> } = {},
): Promise<WrittenEstate> {
  const writer = new EstateWriter(folder, { resourcesPerFileMax: 10_000, ...limits });
  try {
    const earlier = await claimFolder(folder);
    for (const object of objects) await writer.add(object);
    return await writer.finish(earlier);
  } catch (error) {
    await writer.abandon();
    if (error instanceof EstateWriteError || !isOperating(error)) throw error;
    throw new EstateWriteError(
      `the estate cannot be written to \`${folder}\`: ${operatingProblem(error, folder)}`,
      error,
    );
  }
}

function isOperating(error: unknown): boolean {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}

/** Makes the folder, or makes sure that all that it holds is an estate written before; gives the names of its files. */
async function claimFolder(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  const foreign = names.find((name) => name !== marker && !ownFile.test(name)) ?? names[0];
  const isOurs = names.includes(marker) && names.every((name) => name === marker || ownFile.test(name));
  if (foreign !== undefined && !isOurs)
    throw new EstateWriteError(
      `the folder \`${folder}\` is not empty and holds no estate that landguard has written: \`${foreign}\` is there; name another folder`,
    );
  await writeFile(join(folder, marker), markerText);
  return names.filter((name) => name !== marker);
}

class EstateWriter {
  readonly #folder: string;
  readonly #limits: WriteEstateLimits;
  readonly #files = new Map<string, NdjsonFile>();
  #segment = '';
  #segmentCount = 0;
  #resourceCount = 0;

  constructor(folder: string, limits: WriteEstateLimits) {
    this.#folder = folder;
    this.#limits = limits;
  }

  async add(object: ValueObject): Promise<void> {
    const kind = estateObjectKind(object);
    const name = kind === 'resource' ? await this.#segmentWithRoom() : fileNames[kind];
    let file = this.#files.get(name);
    if (file === undefined) {
      file = new NdjsonFile(this.#partialPath(name), name);
      this.#files.set(name, file);
    }
    if (kind === 'resource') this.#resourceCount++;
    const wait = file.add(object);
    if (wait !== undefined) await wait;
  }

  /** Gives the files their names and removes what is left of an earlier estate. */
  async finish(earlier: readonly string[]): Promise<WrittenEstate> {
    for (const file of this.#files.values()) await file.close();
    const files = [...this.#files.keys()].sort();
    for (const name of files) await rename(this.#partialPath(name), join(this.#folder, name));
    for (const name of earlier)
      if (!this.#files.has(name)) await rm(join(this.#folder, name), { force: true });
    let bytes = 0;
    for (const file of this.#files.values()) bytes += file.byteCount;
    return { files, resources: this.#resourceCount, bytes };
  }

  async abandon(): Promise<void> {
    for (const [name, file] of this.#files) {
      await file.abandon();
      // The problem that it is given up for is the one to tell.
      await rm(this.#partialPath(name), { force: true }).catch(() => {});
    }
  }

  async #segmentWithRoom(): Promise<string> {
    const open = this.#files.get(this.#segment);
    if (open !== undefined && open.count < this.#limits.resourcesPerFileMax) return this.#segment;
    await open?.close();
    this.#segment = `resources-${String(++this.#segmentCount).padStart(4, '0')}.ndjson.gz`;
    return this.#segment;
  }

  #partialPath(name: string): string {
    return join(this.#folder, `${name}${partialEnding}`);
  }
}
