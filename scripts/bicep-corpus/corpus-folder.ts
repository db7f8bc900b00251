import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** A Bicep file of the corpus; paths are relative to its folder, with `/`. */
export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

/** A Bicep file with the template that the compiler made of it. */
export interface CorpusPair extends CorpusFile {
  readonly compiledPath: string;
  readonly compiled: string;
  /** Why it is counted apart: it is meant to be wrong, or needs what its configuration turns on. */
  readonly apart: string | undefined;
}

/** Every .bicep and .bicepparam file under a folder, in the order of their paths. */
export function readCorpus(folder: string, exclude: readonly string[]): CorpusFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.bicep(param)?$/.test(name) && !exclude.some((part) => name.includes(part)))
    .sort()
    .map((path) => ({ path, text: readFileSync(posix.join(folder, path), 'utf8') }));
}

/** The `main.bicep` files that have a compiled `main.json` beside them. */
export function pairsOf(folder: string, files: readonly CorpusFile[]): CorpusPair[] {
  return files.flatMap((file) => {
    const compiledPath = file.path.replace(/\.bicep$/, '.json');
    const isPair = posix.basename(file.path) === 'main.bicep' && existsSync(posix.join(folder, compiledPath));
    if (!isPair) return [];
    const compiled = readFileSync(posix.join(folder, compiledPath), 'utf8');
    return [{ ...file, compiledPath, compiled, apart: reasonToCountApart(folder, file.path) }];
  });
}

/** Whether a sample shows what the compiler refuses. */
export function isMeantToBeWrong(path: string): boolean {
  return /(^|\/)Invalid/.test(path);
}

function reasonToCountApart(folder: string, path: string): string | undefined {
  if (isMeantToBeWrong(path)) return 'meant to be wrong';
  const config = posix.join(folder, posix.dirname(path), 'bicepconfig.json');
  if (!existsSync(config)) return undefined;
  const features = /"experimentalFeaturesEnabled"\s*:\s*\{([^}]*)\}/.exec(readFileSync(config, 'utf8'))?.[1];
  const enabled = [...(features ?? '').matchAll(/"(\w+)"\s*:\s*true/g)].map((match) => match[1]);
  return enabled.length === 0 ? undefined : `experimental: ${enabled.join(', ')}`;
}
