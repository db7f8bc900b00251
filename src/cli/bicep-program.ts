import { BicepProgram } from '../bicep/index.ts';
import type { Limits } from '../kernel/index.ts';
import { libraryFolder } from '../library/index.ts';
import { bicepFilesOf, type Overlay } from '../workspace/index.ts';
import type { Surroundings } from './surroundings.ts';

/** What Bicep files at `paths` are read with; a program that is known reads again what has changed. */
export function bicepProgram(
  paths: readonly string[],
  surroundings: Surroundings,
  limits: Limits,
  overlay?: Overlay,
  known?: BicepProgram,
): BicepProgram {
  const files = bicepFilesOf({
    workingFolder: surroundings.workingFolder,
    paths,
    limits,
    environment: surroundings.env,
    libraryFolder: libraryFolder(surroundings),
    homeFolder: surroundings.home,
    overlay,
  });
  if (known === undefined) return new BicepProgram(files, limits);
  known.readFrom(files);
  return known;
}
