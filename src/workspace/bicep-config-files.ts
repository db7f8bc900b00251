import { dirname, isAbsolute, join, resolve } from 'node:path';
import {
  type BicepConfig,
  builtInBicepConfig,
  extendedPath,
  type FileProblem,
  readBicepConfig,
} from '../bicep/index.ts';
import { parseJson } from '../kernel/index.ts';
import { type BoundedReading, textWithin } from './read-within.ts';

/**
 * Finds the configuration of a Bicep file: the nearest bicepconfig.json in its folder or above it, not above what is checked
 * (articles/azure-resource-manager/bicep/bicep-config.md, bicep-config-inheritance.md). One that cannot be read is a problem, not an absence.
 */
export function bicepConfigFiles(reading: BoundedReading): (fromPath: string) => BicepConfig | FileProblem {
  const found = new Map<string, BicepConfig | FileProblem>();
  const configOf = (folder: string): BicepConfig | FileProblem => {
    const known = found.get(folder);
    if (known !== undefined) return known;
    const config = configIn(folder, reading) ?? configAbove(folder);
    found.set(folder, config);
    return config;
  };
  const configAbove = (folder: string): BicepConfig | FileProblem => {
    const parent = dirname(folder);
    return parent === folder || !reading.boundary.names(parent) ? builtInBicepConfig : configOf(parent);
  };
  return (fromPath) => configOf(dirname(resolve(reading.workingFolder, fromPath)));
}

function configIn(folder: string, reading: BoundedReading): BicepConfig | FileProblem | undefined {
  const path = join(folder, 'bicepconfig.json');
  const place = reading.boundary.admit(path);
  if ('problem' in place && 'problem' in textWithin(path, reading) && place.isMissing) return undefined;
  return readChain(path, reading, []);
}

/** Reads a configuration and what it extends, which it lies over. */
function readChain(
  path: string,
  reading: BoundedReading,
  above: readonly string[],
): BicepConfig | FileProblem {
  const shown = above.length === 0 ? 'bicepconfig.json' : 'what bicepconfig.json extends';
  if (above.includes(path)) return { problem: `${shown} extends itself` };
  if (above.length >= chainLengthMax)
    return { problem: `${shown} extends more than ${chainLengthMax} files` };
  const file = textWithin(path, reading);
  if ('problem' in file) return { problem: `${shown} cannot be read: ${file.problem}` };
  const document = parseJson(file.path, file.text, reading.limits);
  const error = document.diagnostics.find(({ level }) => level === 'error');
  if (error !== undefined) return { problem: `\`${file.path}\` cannot be read: ${error.message}` };
  const extended = extendedPath(document);
  if (extended === undefined) return readBicepConfig(document);
  if (isAbsolute(extended)) return { problem: `\`${file.path}\` extends an absolute path` };
  const base = readChain(resolve(dirname(path), extended), reading, [...above, path]);
  return 'problem' in base ? base : readBicepConfig(document, base);
}

const chainLengthMax = 64;
