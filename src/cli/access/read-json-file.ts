import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { operatingProblem } from '../../files/index.ts';
import { isObject, type Value } from '../../kernel/index.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

const bytesMax = 256 * 1024 * 1024;

/** The entries of a log: a JSON list, an answer with a list in `value`, one object, or one object on each line. Throws UsageError for what is none of these. */
export function readJsonFile(
  file: string,
  { workingFolder }: Pick<Surroundings, 'workingFolder'>,
): readonly Value[] {
  const path = resolve(workingFolder, file);
  const text = textOf(path, file).replace(/^\uFEFF/, '');
  try {
    return entriesOf(JSON.parse(text) as Value);
  } catch {
    return linesOf(text, file);
  }
}

function textOf(path: string, file: string): string {
  try {
    const { size } = statSync(path);
    if (size > bytesMax) throw new UsageError(`\`${file}\` is over ${bytesMax} bytes; cut it into several`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot read \`${file}\`: ${operatingProblem(error, path)}`);
  }
}

function linesOf(text: string, file: string): readonly Value[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.flatMap((line, index): readonly Value[] => {
    if (line === '') return [];
    try {
      return entriesOf(JSON.parse(line) as Value);
    } catch {
      throw new UsageError(`\`${file}\` is neither JSON nor NDJSON: line ${index + 1} is no JSON`);
    }
  });
}

function entriesOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  const list = isObject(value) ? value.value : undefined;
  return Array.isArray(list) ? list : [value];
}
