import { isUtf8 } from 'node:buffer';
import { contextOfHead, type ReadEntry, SecretHint } from '../estate/index.ts';
import { operatingProblem } from '../files/index.ts';
import { type Diagnostic, diagnostic, type Value } from '../kernel/index.ts';
import { byteChunks } from './byte-chunks.ts';
import type { EstateFile } from './estate-file-list.ts';
import type { EstateLimits } from './estate-limits.ts';
import { type JsonEntry, JsonSplitter } from './json-splitter.ts';
import { parseEntry } from './parse-entry.ts';

/** A parsed entry of a file. */
export interface FileEntry extends ReadEntry {
  /** The 1-based line that it begins in. */
  readonly line: number;
  /** It is what is left of an answer whose list was given entry by entry. */
  readonly isEnvelope: boolean;
}

const batchSize = 1000;

/** Reads the entries of a file in batches; what is wrong with the file is told at its end. */
export async function* readEntries(
  file: EstateFile,
  limits: EstateLimits,
  tell: (problem: Diagnostic) => void,
): AsyncGenerator<readonly FileEntry[]> {
  const splitter = new JsonSplitter(limits.entryBytesMax);
  const broken = { count: 0, line: 0, problem: '' };
  const contexts = new ContextReader();
  let entryCount = 0;
  let unpackedBytes = 0;
  let isText = true;
  let isWhole = true;
  try {
    for await (const chunk of byteChunks(file.path)) {
      unpackedBytes += chunk.length;
      if (unpackedBytes > limits.unpackedBytesMax) {
        tell(diagnostic('LG6018', { limit: limits.unpackedBytesMax }, file.shown));
        break;
      }
      const entries: FileEntry[] = [];
      for (const entry of splitter.push(chunk)) {
        const parsed = parseEntry(entry.text);
        if ('value' in parsed) entries.push(contexts.entryOf(entry, parsed.value));
        else if (broken.count++ === 0) Object.assign(broken, { line: entry.line, problem: parsed.problem });
        if (isText && entry.text.includes('\uFFFD')) isText = isTextChunk(chunk);
      }
      entryCount += entries.length;
      for (let at = 0; at < entries.length; at += batchSize) yield entries.slice(at, at + batchSize);
    }
    splitter.end();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    isWhole = false;
    if (!code.startsWith('Z_')) tell(diagnostic('LG1006', { problem: operatingProblem(error) }, file.shown));
    else {
      const problem = code === 'Z_BUF_ERROR' ? 'it is cut off' : (error as Error).message;
      tell(diagnostic('LG6017', { problem, count: entryCount }, file.shown));
    }
  }
  if (broken.count > 0) tell(diagnostic('LG6004', broken, file.shown));
  if (!isText) tell(diagnostic('LG1007', {}, file.shown));
  for (const problem of splitterProblems(splitter, limits, entryCount, file.shown)) tell(problem);
  if (isWhole && splitter.documentCount === 0) {
    const found = unpackedBytes === 0 ? 'it is empty' : 'there is no JSON object or list in it';
    tell(diagnostic('LG6001', { found }, file.shown));
  }
}

function* splitterProblems(
  { problems, documentCount }: JsonSplitter,
  { entryBytesMax }: EstateLimits,
  entryCount: number,
  shown: string,
): Generator<Diagnostic> {
  const torn = problems.get('torn');
  const large = problems.get('too-large');
  const stray = problems.get('stray');
  if (torn !== undefined) yield diagnostic('LG6003', { ...torn, entries: entryCount }, shown);
  if (large !== undefined) yield diagnostic('LG6005', { ...large, limit: entryBytesMax }, shown);
  if (stray !== undefined && documentCount > 0)
    yield diagnostic('LG6004', { ...stray, problem: 'there is other text' }, shown);
}

/** Whether a chunk is UTF-8, apart from characters that its ends cut through. */
function isTextChunk(chunk: Buffer): boolean {
  const ends = [0, 1, 2, 3];
  return ends.some((start) => ends.some((end) => isUtf8(chunk.subarray(start, chunk.length - end))));
}

/** Says of each entry what the answer that holds it is of; the entries of one answer have one head. */
class ContextReader {
  #head: string | undefined;
  #context: string | undefined;

  entryOf({ text, line, head, isEnvelope }: JsonEntry, value: Value): FileEntry {
    if (head !== this.#head) {
      this.#head = head;
      this.#context = contextOfHead(head);
    }
    return { value, hint: new SecretHint(text), context: this.#context, line, isEnvelope };
  }
}
