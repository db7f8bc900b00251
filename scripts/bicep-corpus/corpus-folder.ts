import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

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
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => /\.bicep(param)?$/.test(name) && !exclude.some((part) => name.includes(part)))
    .sort()
    .map((path) => ({ path, text: readFileSync(posix.join(folder, path), 'utf8') }));
}

/** The files that have the template beside them that the compiler made of them: of the same name, or `azuredeploy.json` for `main.bicep`. */
export function pairsOf(folder: string, files: readonly CorpusFile[]): CorpusPair[] {
  return files.flatMap((file) => {
    for (const compiledPath of compiledPathsOf(file.path)) {
      const path = posix.join(folder, compiledPath);
      if (!existsSync(path)) continue;
      const compiled = readFileSync(path, 'utf8');
      if (!isCompiled(compiled)) continue;
      return [{ ...file, compiledPath, compiled, apart: reasonToCountApart(folder, file.path) }];
    }
    return [];
  });
}

function compiledPathsOf(path: string): string[] {
  if (!path.endsWith('.bicep')) return [];
  const beside = path.replace(/\.bicep$/, '.json');
  if (posix.basename(path) !== 'main.bicep') return [beside];
  return [beside, posix.join(posix.dirname(path), 'azuredeploy.json')];
}

/** What the compiler writes into every template. */
function isCompiled(text: string): boolean {
  return /"_generator"\s*:\s*\{\s*"name"\s*:\s*"bicep"/.test(text);
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
