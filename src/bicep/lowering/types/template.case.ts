import { plainValue, type Value } from '../../../kernel/index.ts';
import type { BicepFiles } from '../../bicep-files.ts';
import type { BicepModel } from '../../program/bicep-model.ts';
import { BicepProgram } from '../../program/bicep-program.ts';

/** The files of a test by path; a reference to a registry is a path too. */
export type TestFiles = Readonly<Record<string, string>>;

/** Sections of the template that a Bicep file stands for, as JSON has them. */
export function templateOf(text: string, files: TestFiles = {}): Record<string, Value> {
  return plainValue(modelOf(text, files).template) as Record<string, Value>;
}

/** A Bicep file among others. */
export function modelOf(text: string, files: TestFiles = {}): BicepModel {
  return new BicepProgram(filesOf(files)).open('main.bicep', text);
}

/** The schema of the last type of a file, as its text: the order of keys counts. */
export function schemaOf(text: string, files: TestFiles = {}): string {
  const definitions = templateOf(text, files).definitions;
  return JSON.stringify(Object.values(definitions ?? {}).at(-1));
}

function filesOf(files: TestFiles): BicepFiles {
  const read = (path: string) => {
    const text = files[path];
    return text === undefined ? { problem: 'it does not exist' } : { path, text };
  };
  const none = { problem: 'it does not exist' };
  return {
    readText: (_from, path) => read(path),
    readArtifact: (_from, reference) => read(reference),
    readBytes: () => none,
    listFolder: () => none,
    environmentVariable: () => undefined,
  };
}
