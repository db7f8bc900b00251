import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parse } from 'yaml';
import type { BicepFiles } from '../../src/bicep/index.ts';

/** One case of test/cases/bicep/*.yaml; README.md there explains it. */
export interface BicepCase {
  readonly name: string;
  readonly main: string;
  readonly bicepparam?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly template?: object;
  readonly resources?: readonly object[];
  readonly outputs?: object;
  readonly parameters?: Readonly<Record<string, never>>;
  readonly diagnostics?: readonly string[];
}

const folder = new URL('./bicep/', import.meta.url);

/** The cases by topic. */
export function readBicepCases(): readonly (readonly [topic: string, cases: readonly BicepCase[]])[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => [
      name.replace('.yaml', ''),
      parse(readFileSync(new URL(name, folder), 'utf8')) as BicepCase[],
    ]);
}

/** Files that are only in memory. */
export function memoryFiles(texts: Readonly<Record<string, string>>): BicepFiles {
  const at = (path: string) => (Object.hasOwn(texts, path) ? texts[path] : undefined);
  const problem = { problem: 'it does not exist' };
  const pathFrom = (from: string, path: string) => posix.join(posix.dirname(from), path);
  return {
    readText: (from, relative) => {
      const path = pathFrom(from, relative);
      const text = at(path);
      return text === undefined ? problem : { path, text };
    },
    readBytes: (from, relative) => {
      const path = pathFrom(from, relative);
      const text = at(path);
      return text === undefined ? problem : { path, bytes: new TextEncoder().encode(text) };
    },
    listFolder: (from, relative) => {
      const listed = pathFrom(from, relative);
      return Object.keys(texts)
        .filter((path) => posix.dirname(path) === listed)
        .map((path) => ({
          relativePath: posix.relative(posix.dirname(from), path),
          baseName: posix.basename(path),
          extension: posix.extname(path),
        }));
    },
    readArtifact: (_, reference) => {
      const text = at(reference);
      return text === undefined ? problem : { path: reference, text };
    },
    environmentVariable: () => undefined,
  };
}
