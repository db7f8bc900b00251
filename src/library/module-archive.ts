import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import type { LibraryManifest } from './library-manifest.ts';
import { libraryLayout } from './library-pack.ts';

/** The compiled modules of a registry, as {@link packModules} wrote them. */
export interface ModuleArchive {
  readonly manifest: LibraryManifest;
  /** The host of the registry and what the paths of its modules begin with, as `mcr.microsoft.com/bicep`. */
  readonly registry: string;
  readonly paths: readonly string[];
  /** The versions of a module, the newest first; empty when there is no such module. */
  versions(path: string): readonly string[];
  /** The template of a version; `undefined` when it is not here or its bytes are damaged. */
  template(path: string, version: string): string | undefined;
}

/** Where blocks are, relative to the end of the index. */
export interface ModuleIndex {
  readonly registry: string;
  readonly blocks: readonly ModuleBlock[];
}

/** Versions of one module that were compressed together, one after the other. */
export interface ModuleBlock {
  readonly path: string;
  readonly offset: number;
  readonly length: number;
  /** Of the compressed bytes: Brotli has no check of its own. */
  readonly digest: string;
  /** Each version with the bytes of its template, in their order. */
  readonly versions: readonly (readonly [string, number])[];
}

/** Opens an archive; `undefined` when it is damaged or holds no modules. A block is decompressed when it is asked for. */
export function openModuleArchive(bytes: Buffer): ModuleArchive | undefined {
  const layout = libraryLayout(bytes);
  if (layout === undefined || layout.end !== bytes.length) return undefined;
  try {
    const manifest: LibraryManifest = JSON.parse(bytes.toString('utf8', layout.manifest, layout.index));
    if (manifest.modules === undefined) return undefined;
    const index = readIndex(bytes.subarray(layout.index, layout.texts));
    return index && new OpenArchive(manifest, index, bytes.subarray(layout.texts));
  } catch {
    return undefined;
  }
}

/** The index as it is stored: its digest before it, so that no flipped bit makes one version another. */
export function writeIndex(index: ModuleIndex): Buffer {
  const text = Buffer.from(`${JSON.stringify(index)}\n`);
  return Buffer.concat([Buffer.from(`${digestOf(text)}\n`), text]);
}

function readIndex(bytes: Buffer): ModuleIndex | undefined {
  const end = bytes.indexOf('\n') + 1;
  const text = bytes.subarray(end);
  return bytes.toString('latin1', 0, end) === `${digestOf(text)}\n`
    ? JSON.parse(text.toString('utf8'))
    : undefined;
}

/** A digest as blocks and indexes have it. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

class OpenArchive implements ModuleArchive {
  readonly manifest: LibraryManifest;
  readonly registry: string;
  readonly #blocks = new Map<string, ModuleBlock[]>();
  readonly #bytes: Buffer;

  constructor(manifest: LibraryManifest, index: ModuleIndex, bytes: Buffer) {
    this.manifest = manifest;
    this.registry = index.registry;
    this.#bytes = bytes;
    for (const block of index.blocks) {
      const list = this.#blocks.get(block.path);
      if (list === undefined) this.#blocks.set(block.path, [block]);
      else list.push(block);
    }
  }

  get paths(): readonly string[] {
    return [...this.#blocks.keys()];
  }

  versions(path: string): readonly string[] {
    return (this.#blocks.get(path) ?? []).flatMap((block) => block.versions.map(([version]) => version));
  }

  template(path: string, wanted: string): string | undefined {
    for (const block of this.#blocks.get(path) ?? []) {
      let start = 0;
      for (const [version, length] of block.versions) {
        if (version === wanted) return this.#open(block)?.toString('utf8', start, start + length);
        start += length;
      }
    }
    return undefined;
  }

  #open({ offset, length, digest, versions }: ModuleBlock): Buffer | undefined {
    const packed = this.#bytes.subarray(offset, offset + length);
    if (digestOf(packed) !== digest) return undefined;
    const size = versions.reduce((sum, [, bytes]) => sum + bytes, 0);
    if (size > openedBytesMax) return undefined;
    try {
      return brotliDecompressSync(packed, { maxOutputLength: Math.max(size, 1) });
    } catch {
      return undefined;
    }
  }
}

/** More than the largest block that is packed: one file of the largest size that is read. */
const openedBytesMax = 128 * 1024 * 1024;
