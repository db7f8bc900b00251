import { posix } from 'node:path';
import { type BicepFiles, BicepProgram, type UsedTemplate } from '../bicep/index.ts';
import type { JsonDocument } from '../kernel/index.ts';
import type { TemplateLanguage, TemplateReading } from './template-language.ts';

/** Templates and parameter files in Bicep (articles/azure-resource-manager/bicep/file.md, parameter-files.md). */
export const bicepLanguage: TemplateLanguage = {
  extensions: ['.bicep', '.bicepparam'],
  concerns: () => true,
  read,
  linkedPaths,
  isForTemplate: () => false,
  usedTemplate,
};

function read(path: string, text: string, { program, limits }: TemplateReading): JsonDocument {
  const reader = program ?? new BicepProgram(noFiles, limits);
  return path.toLowerCase().endsWith('.bicepparam')
    ? reader.parameters(path, text)
    : reader.document(path, text);
}

const notRead = { problem: 'other files are not read here' };

const noFiles: BicepFiles = {
  readText: () => notRead,
  readBytes: () => notRead,
  listFolder: () => notRead,
  readArtifact: () => notRead,
  environmentVariable: () => undefined,
};

/** The modules of a template and the files that it imports from. */
function linkedPaths(document: JsonDocument): string[] {
  if (!('references' in document)) return [];
  const folder = posix.dirname(document.source.path);
  return (document.references as readonly string[]).map((one) => posix.normalize(posix.join(folder, one)));
}

function usedTemplate(document: JsonDocument): UsedTemplate | undefined {
  return 'using' in document ? (document.using as UsedTemplate | undefined) : undefined;
}
