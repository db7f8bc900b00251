import { dirname, resolve } from 'node:path';
import type { UsedTemplate } from '../bicep/index.ts';
import { shownPath } from '../files/index.ts';
import type { JsonDocument } from '../kernel/index.ts';
import { languageOf } from './template-language.ts';

/** The template that a parameter file names itself; `undefined` where the names of the files say what belongs together. */
export function usedTemplate(parameterFile: JsonDocument): UsedTemplate | undefined {
  return languageOf(parameterFile.source.path)?.usedTemplate(parameterFile);
}

/** The path of that template, where it is a file. */
export function usedPath(parameterFile: JsonDocument, workingFolder: string): string | undefined {
  const used = usedTemplate(parameterFile);
  if (used?.kind !== 'file') return undefined;
  return shownPath(resolve(workingFolder, dirname(parameterFile.source.path), used.reference), workingFolder);
}

/** Whether a parameter file is for a template: it says so itself, or their names do. */
export function isParameterFileFor(
  parameterFile: JsonDocument,
  template: string,
  workingFolder: string,
): boolean {
  const used = usedTemplate(parameterFile);
  if (used === undefined) return isForByName(parameterFile.source.path, template);
  if (used.kind === 'artifact') return used.document?.source.path === template;
  return usedPath(parameterFile, workingFolder) === template;
}

/** Whether a parameter file that is given by its name is for every template: it names none. */
export function isForAny(parameterFile: JsonDocument): boolean {
  const used = usedTemplate(parameterFile);
  return used === undefined || used.kind === 'none';
}

/** Whether a parameter file is for a template by their names. */
export function isForByName(parameterFile: string, template: string): boolean {
  return languageOf(parameterFile)?.isForTemplate(parameterFile, template) === true;
}
