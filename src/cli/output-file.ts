import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { operatingProblem } from '../files/index.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** What `--output format=file` asks for. */
export interface OutputFile<Format> {
  readonly format: Format;
  readonly file: string;
}

/** Reads `format=file`; another text, or a format that there is not, is a usage error that names those there are. */
export function parseOutput<Format extends { readonly name: string }>(
  text: string,
  formats: readonly Format[],
): OutputFile<Format> {
  const at = text.indexOf('=');
  const name = at === -1 ? text : text.slice(0, at);
  const format = formats.find((one) => one.name === name);
  if (format === undefined || at === -1 || at === text.length - 1) {
    throw new UsageError(
      `--output takes format=file with one of the formats ${formats.map((one) => one.name).join(', ')}, but got \`${text}\``,
    );
  }
  return { format, file: text.slice(at + 1) };
}

/** Writes a report, making the folders it needs; a disk that refuses is told as a usage error. */
export function writeOutput(file: string, text: string, { workingFolder }: Surroundings): void {
  const path = resolve(workingFolder, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(`cannot write \`${file}\`: ${operatingProblem(error, path)}`);
  }
}
