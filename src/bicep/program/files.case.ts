import type { BicepFiles } from '../bicep-files.ts';

/** The files of a test by path from the folder of the first file, or what a registry holds by reference; a text stands for its UTF-8 bytes. */
export type TestFiles = Readonly<Record<string, string | Uint8Array>>;

/** A file system of a test: all files are in a folder, and each path is followed from the file that names it. */
export function filesOf(
  files: TestFiles,
  environment: Readonly<Record<string, string>> = {},
): BicepFiles & { readonly reads: string[] } {
  const reads: string[] = [];
  const none = { problem: 'it does not exist' };
  const bytesOf = (path: string) => {
    reads.push(path);
    const file = files[path];
    return typeof file === 'string' ? new TextEncoder().encode(file) : file;
  };
  const read = (path: string) => {
    const bytes = bytesOf(path);
    return bytes === undefined ? none : { path, text: new TextDecoder().decode(bytes) };
  };
  return {
    reads,
    readText: (from, path) => read(joined(from, path)),
    readArtifact: (_from, reference) => read(reference),
    readBytes: (from, path) => {
      const full = joined(from, path);
      const bytes = bytesOf(full);
      return bytes === undefined ? none : { path: full, bytes };
    },
    listFolder: (from, path, pattern) => {
      const folder = joined(from, path);
      const found = Object.keys(files).filter(
        (one) =>
          one.startsWith(`${folder}/`) &&
          !one.slice(folder.length + 1).includes('/') &&
          (pattern === undefined || one.endsWith(pattern.slice(1))),
      );
      if (found.length === 0) return none;
      return found.map((one) => {
        const baseName = one.slice(one.lastIndexOf('/') + 1);
        const dot = baseName.lastIndexOf('.');
        return { relativePath: one, baseName, extension: dot === -1 ? '' : baseName.slice(dot) };
      });
    },
    environmentVariable: (name) => environment[name],
  };
}

function joined(from: string, path: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
