import { mkdir, open, readFile, rename, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { isObject, type ValueObject } from '../kernel/index.ts';
import { parseEntry } from './parse-entry.ts';

const gzipText = promisify(gzip);
const gunzipBytes = promisify(gunzip);

/** A page of a step of a collection. */
interface Page {
  readonly step: string;
  readonly page: number;
}

/**
 * An estate folder that a collector writes, page by page: `<step>/<page>.ndjson.gz`, with a record of what is finished in `.collection/`, which is no part of
 * the estate. Pages are written to a temporary file that then takes its place: a crash leaves a whole page or none, and a page without objects is no file. Throws what the operating system says.
 */
export class CollectedFolder {
  readonly #path: string;
  readonly #journal: string;

  constructor(path: string) {
    this.#path = path;
    this.#journal = join(path, '.collection', 'journal.ndjson');
  }

  async write(page: Page, objects: readonly ValueObject[]): Promise<void> {
    const folder = join(this.#path, page.step);
    if (objects.length === 0) {
      await rm(join(folder, nameOf(page)), { force: true });
      return;
    }
    await mkdir(folder, { recursive: true });
    const bytes = await gzipText(objects.map((object) => `${textOf(object)}\n`).join(''), { level: 1 });
    const temporary = join(folder, `.${nameOf(page)}.partial`);
    await writeDurably(temporary, 'w', bytes);
    await rename(temporary, join(folder, nameOf(page)));
  }

  async read(page: Page): Promise<readonly ValueObject[]> {
    const packed = await readFile(join(this.#path, page.step, nameOf(page)));
    return objectsIn((await gunzipBytes(packed)).toString('utf8'));
  }

  async discard(step: string): Promise<void> {
    await rm(join(this.#path, step), { recursive: true, force: true });
  }

  /** The record of what is finished: lines that are added and never changed. A last line that a crash cut off is removed. */
  readonly record = {
    read: (): Promise<readonly ValueObject[]> => this.#readRecord(),
    append: (line: ValueObject): Promise<void> => this.#appendRecord(line),
  };

  async #readRecord(): Promise<readonly ValueObject[]> {
    try {
      const bytes = await readFile(this.#journal);
      const whole = bytes.lastIndexOf('\n') + 1;
      if (whole < bytes.length) await truncate(this.#journal, whole);
      return objectsIn(bytes.toString('utf8', 0, whole));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  async #appendRecord(line: ValueObject): Promise<void> {
    await mkdir(join(this.#path, '.collection'), { recursive: true });
    await writeDurably(this.#journal, 'a', `${textOf(line)}\n`);
  }
}

function nameOf({ page }: Page): string {
  return `${String(page).padStart(6, '0')}.ndjson.gz`;
}

async function writeDurably(path: string, flags: 'w' | 'a', content: string | Uint8Array): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

function objectsIn(text: string): ValueObject[] {
  return text.split('\n').flatMap((line) => {
    const parsed = parseEntry(line);
    return 'value' in parsed && isObject(parsed.value) ? [parsed.value] : [];
  });
}

const integerMark = '\uE00Bint:';

/** JSON in which integers beyond 2^53 stay what they are. */
function textOf(object: ValueObject): string {
  let hasLong = false;
  const text = JSON.stringify(object, (_, part: unknown) => {
    if (typeof part !== 'bigint') return part;
    hasLong = true;
    return `${integerMark}${part}`;
  });
  return hasLong ? text.replaceAll(/"\uE00Bint:(-?\d+)"/g, '$1') : text;
}
