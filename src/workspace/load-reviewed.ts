import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readTextFile, shownPath } from '../files/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/index.ts';
import type { ReadRoles } from './role-file.ts';
import type { ReadWaivers } from './waiver-file.ts';

/** Where a reviewed file is looked for: the one that is named, which must be there, else the usual one. */
export interface ReviewedPath {
  readonly workingFolder: string;
  readonly named: string | undefined;
}

/** Loads waivers.yaml; `file` is absent when there is none. */
export async function loadWaivers(path: ReviewedPath): Promise<ReadWaivers & { file: string | undefined }> {
  const { readWaivers } = await import('./waiver-file.ts');
  return load(path, 'waivers.yaml', readWaivers);
}

/** Loads roles.yaml; `file` is absent when there is none. */
export async function loadRoles(path: ReviewedPath): Promise<ReadRoles & { file: string | undefined }> {
  const { readRoles } = await import('./role-file.ts');
  return load(path, 'roles.yaml', readRoles);
}

function load<Content extends { diagnostics: Diagnostic[] }>(
  { workingFolder, named }: ReviewedPath,
  usual: string,
  read: (path: string, text: string) => Content,
): Content & { file: string | undefined } {
  const path = resolve(workingFolder, named ?? usual);
  const file = shownPath(path, workingFolder);
  const nothing = (diagnostics: Diagnostic[]) => ({ ...read(file, ''), diagnostics, file: undefined });
  if (!existsSync(path)) {
    return nothing(named === undefined ? [] : [diagnostic('LG5002', { path: file, folder: workingFolder })]);
  }
  const text = readTextFile(path, file);
  return 'problem' in text ? nothing([text.problem]) : { ...read(file, text.text), file };
}
