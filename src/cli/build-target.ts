import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage-error.ts';

export interface BuildOptions {
  readonly stdout?: boolean;
  readonly outfile?: string;
  readonly outdir?: string;
}

/** A file to build and the file to write; without one it is printed. */
export interface BuildTarget {
  readonly file: string;
  readonly output: string | undefined;
}

/** Where what is built goes. Options that do not go together are usage errors, and so are two files that would be written to one. */
export function buildTargets(files: readonly string[], options: BuildOptions): BuildTarget[] {
  const chosen = [options.stdout, options.outfile, options.outdir].filter((one) => one !== undefined);
  if (chosen.length > 1) throw new UsageError('--stdout, --outfile and --outdir do not go together');
  const isSingle = options.stdout === true || options.outfile !== undefined;
  if (isSingle && files.length > 1)
    throw new UsageError('--stdout and --outfile are for one file; use --outdir for several');
  const targets = files.map((file) => ({ file, output: outputOf(file, options) }));
  const seen = new Set<string>();
  for (const { output } of targets) {
    if (output === undefined) continue;
    if (seen.has(output)) throw new UsageError(`two of the files would be written to \`${output}\``);
    seen.add(output);
  }
  return targets;
}

function outputOf(file: string, { stdout, outfile, outdir }: BuildOptions): string | undefined {
  if (stdout === true) return undefined;
  return outfile ?? join(outdir ?? dirname(file), outputName(basename(file)));
}

function outputName(name: string): string {
  const stem = name.replace(/\.bicep(param)?$/i, '');
  return /\.bicepparam$/i.test(name) ? `${stem}.parameters.json` : `${stem}.json`;
}
