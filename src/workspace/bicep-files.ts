import { dirname, resolve } from 'node:path';
import type { BicepFiles } from '../bicep/index.ts';
import type { Limits } from '../kernel/index.ts';
import { type ArtifactPlaces, artifactFiles } from './artifact-files.ts';
import { bicepConfigFiles } from './bicep-config-files.ts';
import { fileBoundary } from './file-boundary.ts';
import { listWithin } from './folder-listing.ts';
import { noOverlay, type Overlay } from './overlay.ts';
import { bytesWithin, textWithin } from './read-within.ts';

/** What {@link bicepFilesOf} reads from. */
export interface BicepFilesOptions extends ArtifactPlaces {
  readonly workingFolder: string;
  /** What is checked: files there may be read, beside those of the working folder. */
  readonly paths: readonly string[];
  readonly limits: Limits;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly overlay?: Overlay | undefined;
}

/**
 * The files that a compilation of Bicep reads, from the disk. Nothing outside the working folder and the paths that are checked is
 * read, but for the Bicep cache and the libraries of this user.
 */
export function bicepFilesOf(options: BicepFilesOptions): BicepFiles {
  const { workingFolder, paths, limits, environment, overlay = noOverlay } = options;
  const reading = { workingFolder, boundary: fileBoundary(workingFolder, paths), limits, overlay };
  const texts = new Map<string, ReturnType<BicepFiles['readText']>>();
  const configOf = bicepConfigFiles(reading);
  const artifactOf = artifactFiles(options, reading);
  const pathFrom = (fromPath: string, relativePath: string) =>
    resolve(workingFolder, dirname(fromPath), relativePath);
  return {
    readText: (fromPath, relativePath) => {
      const path = pathFrom(fromPath, relativePath);
      const result = texts.get(path) ?? textWithin(path, reading);
      texts.set(path, result);
      return result;
    },
    readBytes: (fromPath, relativePath) => bytesWithin(pathFrom(fromPath, relativePath), reading),
    listFolder: (fromPath, relativePath, pattern) =>
      listWithin(pathFrom(fromPath, relativePath), fromPath, pattern ?? '*', reading),
    readArtifact: (fromPath, reference) => {
      const config = configOf(fromPath);
      return 'problem' in config ? config : artifactOf(reference, config);
    },
    environmentVariable: (name) => (Object.hasOwn(environment, name) ? environment[name] : undefined),
  };
}
