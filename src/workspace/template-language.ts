import type { BicepProgram, UsedTemplate } from '../bicep/index.ts';
import { type JsonDocument, type Limits, parseJson } from '../kernel/index.ts';
import { bicepLanguage } from './bicep-language.ts';
import { jsonLanguage } from './json-language.ts';
import type { Overlay } from './overlay.ts';

/** What a text is read with. */
export interface TemplateReading {
  readonly paths: readonly string[];
  readonly workingFolder: string;
  readonly limits: Limits;
  readonly overlay?: Overlay | undefined;
  /** What Bicep files are read with; absent, none of the files that one uses is read. */
  readonly program?: BicepProgram | undefined;
}

/** A language that templates and their parameter files are written in. Paths are as people see them. */
export interface TemplateLanguage {
  /** Endings of file names in lower case, with their dots. */
  readonly extensions: readonly string[];
  /** Whether a text that was found in a folder may be a template or a parameter file: others are none of landguard's business. */
  concerns(text: string): boolean;
  /** Reads a text as a document whose nodes carry its positions, with what is wrong with it. */
  read(path: string, text: string, reading: TemplateReading): JsonDocument;
  /** The files that a template takes in, as far as that can be read without evaluating it. */
  linkedPaths(document: JsonDocument): readonly string[];
  /** Whether a parameter file of this language is for a template, by their names. */
  isForTemplate(parameterFile: string, template: string): boolean;
  /** The template that a parameter file names itself; `undefined` where the names of the files say what belongs together. */
  usedTemplate(document: JsonDocument): UsedTemplate | undefined;
}

/** Every language; a new one is a file and a line here. */
const languages: readonly TemplateLanguage[] = [jsonLanguage, bicepLanguage];

/** The language of a file by its ending; `undefined` when it is none that templates are written in. */
export function languageOf(path: string): TemplateLanguage | undefined {
  const name = path.toLowerCase();
  return languages.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}

/** Reads a text in the language of its ending; what has another one is taken for JSON. */
export function readDocument(path: string, text: string, reading: TemplateReading): JsonDocument {
  return languageOf(path)?.read(path, text, reading) ?? parseJson(path, text, reading.limits);
}
