import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { compactTemplate } from './compact-template.ts';
import type { LibraryManifest } from './library-manifest.ts';
import { packParts } from './library-pack.ts';
import { digestOf, type ModuleBlock, writeIndex } from './module-archive.ts';

/** The compiled template of one version of a module. */
export interface ModuleVersion {
  /** The path of the module within its registry, as `avm/res/storage/storage-account`. */
  readonly path: string;
  readonly version: string;
  /** `undefined` where it is too large or no text. */
  readonly text: string | undefined;
}

/**
 * Packs the compiled modules of a registry as a library (docs/decisions/0008-module-archive.md). Versions come grouped by module; those
 * of a module are compressed together, because they are nearly the same. No more than a few blocks are in memory uncompressed.
 */
export async function packModules(
  versions: AsyncIterable<ModuleVersion>,
  registry: string,
  manifest: Omit<LibraryManifest, 'counts' | 'digest' | 'modules'>,
): Promise<Buffer> {
  const packer = new ModulePacker();
  for await (const version of versions) await packer.add(version);
  const { blocks, parts, unreadable, digest } = await packer.finish();
  const versionCount = blocks.reduce((sum, block) => sum + block.versions.length, 0);
  const full: LibraryManifest = {
    ...manifest,
    counts: { kinds: {}, ignored: 0, unreadable },
    modules: { registry, modules: new Set(blocks.map((block) => block.path)).size, versions: versionCount },
    digest,
  };
  return packParts(full, writeIndex({ registry, blocks }), parts);
}

class ModulePacker {
  readonly #packed: Promise<PackedBlock>[] = [];
  readonly #hash = createHash('sha256');
  #open: OpenBlock | undefined;
  #unreadable = 0;

  async add({ path, version, text }: ModuleVersion): Promise<void> {
    const compact = text === undefined ? undefined : compactTemplate(text);
    if (compact === undefined) {
      this.#unreadable++;
      return;
    }
    const bytes = Buffer.from(compact);
    this.#hash.update(`${path} ${version} ${bytes.length} `).update(bytes);
    const open = this.#open;
    if (open === undefined || open.path !== path || open.size + bytes.length > blockBytesMax) {
      await this.#close();
      this.#open = { path, size: 0, versions: [], texts: [] };
    }
    this.#open?.versions.push([version, bytes.length]);
    this.#open?.texts.push(bytes);
    if (this.#open !== undefined) this.#open.size += bytes.length;
  }

  async #close(): Promise<void> {
    if (this.#open === undefined) return;
    this.#packed.push(compress(this.#open));
    this.#open = undefined;
    await this.#packed.at(-inFlightMax);
  }

  async finish(): Promise<{ blocks: ModuleBlock[]; parts: Buffer[]; unreadable: number; digest: string }> {
    await this.#close();
    let offset = 0;
    const packed = await Promise.all(this.#packed);
    const blocks = packed.map(({ block, bytes }) => {
      const start = offset;
      offset += bytes.length;
      return { ...block, offset: start };
    });
    const digest = `sha256:${this.#hash.digest('hex')}`;
    return { blocks, parts: packed.map(({ bytes }) => bytes), unreadable: this.#unreadable, digest };
  }
}

interface PackedBlock {
  readonly block: Omit<ModuleBlock, 'offset'>;
  readonly bytes: Buffer;
}

interface OpenBlock {
  readonly path: string;
  readonly versions: [string, number][];
  readonly texts: Buffer[];
  size: number;
}

async function compress({ path, versions, texts, size }: OpenBlock): Promise<PackedBlock> {
  const bytes = await promisify(brotliCompress)(Buffer.concat(texts, size), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: size,
    },
  });
  return { block: { path, length: bytes.length, digest: digestOf(bytes), versions }, bytes };
}

/** The window of Brotli: what is further apart is not found to be the same. */
const blockBytesMax = 16 * 1024 * 1024;
const quality = 9;
const inFlightMax = 4;
