import { resolve } from 'node:path';
import { type Estate, EstateCollector } from '../estate/index.ts';
import { shownPath } from '../files/index.ts';
import { type Diagnostic, Diagnostics, diagnostic, isObject } from '../kernel/index.ts';
import { type EstateFile, listEstateFiles } from './estate-file-list.ts';
import { defaultEstateLimits, type EstateLimits } from './estate-limits.ts';
import { FileTally } from './file-tally.ts';
import { FolderEstate, type OpenedFile } from './folder-estate.ts';
import { readEntries } from './read-entries.ts';

export interface OpenEstateOptions {
  /** What paths are shown relative to. */
  readonly workingFolder: string;
  readonly limits?: Partial<EstateLimits>;
  /** The moment at which the estate is read, in ISO 8601; the clock of this machine unless stated. */
  readonly now?: string;
}

/** An estate and what was wrong with its files. */
export interface OpenedEstate {
  readonly estate: Estate;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Opens an estate folder, or one file of one: JSON and NDJSON, gzip or not, as az and Azure answer it. What each entry is, is found out from its content.
 * Everything but the resources is held; those are read again each time they are asked for.
 */
export async function openEstateFolder(path: string, options: OpenEstateOptions): Promise<OpenedEstate> {
  const limits = { ...defaultEstateLimits, ...options.limits };
  const name = shownPath(path, options.workingFolder);
  const found: Diagnostic[] = [];
  const files = listEstateFiles(resolve(options.workingFolder, path), name, limits.fileCountMax, found);
  const diagnostics = new Diagnostics();
  for (const entry of found) diagnostics.add(entry);
  const collector = new EstateCollector(options.now ?? new Date().toISOString());
  const withResources: OpenedFile[] = [];
  let entryCount = 0;
  for (const file of files) {
    const tally = await collectFile(file, collector, limits, diagnostics);
    entryCount += tally.entryCount;
    if (tally.resourceCount > 0) withResources.push({ ...file, readCount: tally.readCount });
  }
  const collected = collector.finish();
  for (const entry of collected.diagnostics) diagnostics.add(entry);
  if (entryCount === 0) {
    const what = files.length === 0 ? 'no JSON or NDJSON file' : 'no entry in any file';
    diagnostics.add(diagnostic('LG6015', { path: name, found: what }));
  }
  return {
    estate: new FolderEstate(name, collected, withResources, limits),
    diagnostics: diagnostics.list,
  };
}

async function collectFile(
  file: EstateFile,
  collector: EstateCollector,
  limits: EstateLimits,
  diagnostics: Diagnostics,
): Promise<FileTally> {
  const tally = new FileTally();
  let listed = 0;
  for await (const batch of readEntries(file, limits, (problem) => diagnostics.add(problem))) {
    tally.readCount += batch.length;
    for (const entry of batch) {
      if (entry.isEnvelope) {
        if (isObject(entry.value) && collector.addAnswer(entry.value, listed).hasUnseenPages)
          tally.hasUnseenPages = true;
        listed = 0;
        continue;
      }
      listed++;
      const { fits, resources } = collector.add(entry, file.shown);
      tally.add(entry.value, entry.line, fits);
      tally.resourceCount += resources;
    }
  }
  for (const problem of tally.diagnostics(file.shown)) diagnostics.add(problem);
  return tally;
}
