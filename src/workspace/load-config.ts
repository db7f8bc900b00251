import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { shownPath } from '../files/index.ts';
import { type Diagnostic, defaultLimits, diagnostic } from '../kernel/index.ts';
import type { Config } from './config.ts';
import { noOverlay, type Overlay, readOverlaid } from './overlay.ts';

export interface LoadedConfig {
  readonly config: Config;
  /** As people see it; `undefined` when there is none. */
  readonly file: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads landguard.yaml of the working folder, or the file that is named; what the overlay says of it wins over the disk. The parser is loaded only when there is a file. */
export async function loadConfig(
  workingFolder: string,
  named: string | undefined,
  overlay: Overlay = noOverlay,
): Promise<LoadedConfig> {
  const path = resolve(workingFolder, named ?? 'landguard.yaml');
  const file = shownPath(path, workingFolder);
  if (!overlay.has(file) && !existsSync(path)) {
    if (named === undefined) return { config: {}, file: undefined, diagnostics: [] };
    return {
      config: {},
      file: undefined,
      diagnostics: [diagnostic('LG5002', { path: file, folder: workingFolder })],
    };
  }
  const read = readOverlaid(path, file, defaultLimits.fileBytesMax, overlay);
  if ('problem' in read) return { config: {}, file, diagnostics: [read.problem] };
  const { readConfig } = await import('./config.ts');
  return { file, ...readConfig(file, read.text) };
}
