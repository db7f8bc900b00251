import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isWithin, operatingProblem } from '../files/index.ts';
import type { Source } from '../kernel/index.ts';

/** A file of the working folder that may be changed. */
export interface CodeFile {
  /** Without symbolic links. */
  readonly path: string;
  readonly hasMark: boolean;
}

const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * Finds the file that a source was read from and looks whether it may be changed: it is in the working folder, in UTF-8 and still what was read. What is against it is half
 * a sentence.
 */
export function codeFile(source: Source, workingFolder: string): CodeFile | { readonly problem: string } {
  const full = resolve(workingFolder, source.path);
  try {
    const path = realpathSync(full);
    if (!isWithin(path, realpathSync(workingFolder))) return { problem: 'it is outside the working folder' };
    if (!statSync(path).isFile()) return { problem: 'it is not a file' };
    accessSync(path, constants.W_OK);
    const bytes = readFileSync(path);
    const hasMark = byteOrderMark.every((byte, at) => bytes[at] === byte);
    const text = utf8(hasMark ? bytes.subarray(byteOrderMark.length) : bytes);
    if (text === undefined) return { problem: 'it is not in UTF-8' };
    return text === source.text ? { path, hasMark } : { problem: 'it has changed since it was read' };
  } catch (error) {
    return { problem: operatingProblem(error, full) };
  }
}

/** The bytes of a text as the file had them. */
export function bytesOf(text: string, { hasMark }: CodeFile): Uint8Array {
  return Buffer.concat([Buffer.from(hasMark ? byteOrderMark : []), Buffer.from(text, 'utf8')]);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
