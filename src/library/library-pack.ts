import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PolicyCollection } from './collect-policies.ts';
import type { LibraryManifest } from './library-manifest.ts';
import { type PolicyEntry, policyEntry } from './policy-entry.ts';
import type { PolicyFacts } from './policy-facts.ts';

/**
 * A library as one file, so that it is replaced in one step and is never half there:
 *
 *   landguard-library 1 <bytes of manifest> <bytes of index> <bytes of texts> LF
 *   manifest as JSON LF  ·  index as JSON LF  ·  the texts of the files, each deflated on its own
 *
 * The index says what each policy is, so that a command reads and inflates only the few hundred texts it needs. The texts are kept
 * as they were, so that a place in a library is the place in its source.
 */
export function packLibrary(
  collection: PolicyCollection,
  manifest: Omit<LibraryManifest, 'counts' | 'digest'>,
): Buffer {
  const sorted = [...collection.texts].sort(([a], [b]) => (a < b ? -1 : 1));
  const numbers = new Map(sorted.map(([path], number) => [path, number]));
  const base = commonFolder(sorted.map(([path]) => path)).length;
  const files = sorted.map(([path, text]) => [path.slice(base), text] as const);
  const texts = files.map(([, text]) => deflateRawSync(text));
  let offset = 0;
  const index: LibraryIndex = {
    files: files.map(([path], number) => {
      const start = offset;
      offset += texts[number]!.length;
      return [path, start, texts[number]!.length];
    }),
    policies: collection.policies.map(({ facts, file, start, whole, escaped }) => ({
      ...facts,
      at: [numbers.get(file)!, start, whole, escaped],
    })),
  };
  const full: LibraryManifest = { ...manifest, counts: collection.counts, digest: digestOf(files) };
  return packParts(full, Buffer.from(`${JSON.stringify(index)}\n`), texts);
}

/** The file of a library: its first line, the manifest, the index, and what the index points into. */
export function packParts(manifest: LibraryManifest, index: Buffer, parts: readonly Buffer[]): Buffer {
  const manifestText = Buffer.from(`${JSON.stringify(manifest)}\n`);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const head = `${magic} ${manifestText.length} ${index.length} ${length}\n`;
  return Buffer.concat([Buffer.from(head), manifestText, index, ...parts]);
}

/** Bytes that are enough for the first line of a library. */
export const headBytesMax = 128;

/** Where the parts of a library are, read from its first line; `undefined` when it is not a library. */
export function libraryLayout(head: Buffer): LibraryLayout | undefined {
  const line = /^landguard-library 1 (\d{1,12}) (\d{1,12}) (\d{1,12})\n/.exec(
    head.toString('latin1', 0, headBytesMax),
  );
  if (line === null) return undefined;
  const index = line[0].length + Number(line[1]);
  const texts = index + Number(line[2]);
  return { manifest: line[0].length, index, texts, end: texts + Number(line[3]) };
}

export interface LibraryLayout {
  readonly manifest: number;
  readonly index: number;
  readonly texts: number;
  readonly end: number;
}

/**
 * Reads what {@link packLibrary} wrote; `undefined` when it is damaged. Texts are inflated when they are asked for. The modules of a
 * registry are a library without policies here.
 */
export function unpackLibrary(
  bytes: Buffer,
): { manifest: LibraryManifest; entries: PolicyEntry[] } | undefined {
  const layout = libraryLayout(bytes);
  if (layout === undefined || layout.end !== bytes.length) return undefined;
  try {
    const manifest: LibraryManifest = JSON.parse(bytes.toString('utf8', layout.manifest, layout.index));
    if (manifest.modules !== undefined) return { manifest, entries: [] };
    const index: LibraryIndex = JSON.parse(bytes.toString('utf8', layout.index, layout.texts));
    const entries = index.policies.map(({ at: [number, start, whole, escaped], ...facts }) => {
      const [path, offset, length] = index.files[number]!;
      const from = layout.texts + offset;
      const text = () => inflateRawSync(bytes.subarray(from, from + length)).toString('utf8');
      return policyEntry(withAllKeys(facts), {
        file: `${manifest.name}:${path}`,
        start,
        whole,
        escaped,
        text,
      });
    });
    return { manifest, entries };
  } catch {
    return undefined;
  }
}

const magic = 'landguard-library 1';

interface LibraryIndex {
  /** Path, offset and length of each text. */
  readonly files: readonly (readonly [string, number, number])[];
  /** `at`: the number of the file, the offset of the object in its text, whether it is all of it, whether it is escaped. */
  readonly policies: readonly (PolicyFacts & { readonly at: readonly [number, number, boolean, boolean] })[];
}

/** JSON leaves out what is undefined. */
function withAllKeys(facts: PolicyFacts): PolicyFacts {
  const { id, displayName, category, mode, policyType, version } = facts;
  return { ...facts, id, displayName, category, mode, policyType, version };
}

/** The folder that all paths are in, with its slash: an archive and a clone put different folders around the same content. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', last = ''] = [paths[0], paths.at(-1)];
  let length = 0;
  // The paths are sorted: what the first and the last share, all share.
  while (length < first.length && first[length] === last[length]) length++;
  return first.slice(0, first.lastIndexOf('/', length - 1) + 1);
}

function digestOf(files: readonly (readonly [string, string])[]): string {
  const hash = createHash('sha256');
  for (const [path, text] of files)
    hash.update(`${Buffer.byteLength(path)} ${Buffer.byteLength(text)} ${path}${text}`);
  return `sha256:${hash.digest('hex')}`;
}
