import { posix, resolve } from 'node:path';
import { defaultSourceLimits, folderFiles, readTextFile, shownPath, textOfBytes } from '../files/index.ts';
import type { JsonDocument } from '../kernel/index.ts';
import { isDeploymentTemplate, isParameterFile } from '../template/index.ts';
import { matchesPattern } from './pattern.ts';
import { languageOf, readDocument, type TemplateReading } from './template-language.ts';

/** What of a file says with which others it is checked. */
export interface FileFacts {
  readonly kind: 'template' | 'parameters' | 'other';
  /** The files that it takes in. */
  readonly links: readonly string[];
  /** The template that a parameter file names; its own path for one of a registry, which is found through it. */
  readonly template?: string | undefined;
}

/** The facts of a document. */
export function factsOf(document: JsonDocument): FileFacts {
  const { path } = document.source;
  const language = languageOf(path);
  const isParameters = isParameterFile(document);
  if (!isParameters && !isDeploymentTemplate(document)) return { kind: 'other', links: [] };
  const links = language?.linkedPaths(document) ?? [];
  const used = isParameters ? language?.usedTemplate(document) : undefined;
  if (used === undefined || used.kind === 'none')
    return { kind: isParameters ? 'parameters' : 'template', links };
  const template =
    used.kind === 'artifact' ? path : posix.normalize(posix.join(posix.dirname(path), used.reference));
  return { kind: 'parameters', links, template };
}

/**
 * Which templates of a folder a file has a part in, so that an editor checks those again when it changes and no others. It holds names only, no texts.
 */
export class TemplateIndex {
  readonly #files = new Map<string, FileFacts>();
  /** The templates that link a file. */
  readonly #linking = new Map<string, Set<string>>();

  /** Notes what a file is now; `undefined` when it is gone. */
  put(path: string, facts: FileFacts | undefined): void {
    for (const link of this.#files.get(path)?.links ?? []) this.#linking.get(link)?.delete(path);
    if (facts === undefined) this.#files.delete(path);
    else this.#files.set(path, facts);
    for (const link of facts?.links ?? []) {
      const linking = this.#linking.get(link) ?? new Set();
      this.#linking.set(link, linking.add(path));
    }
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** The templates that are checked by themselves and hold the file: itself, those that take it in, those that it is a parameter file for. */
  rootsOf(path: string): string[] {
    const facts = this.#files.get(path);
    if (facts === undefined || facts.kind === 'other') return [];
    const roots = new Set<string>();
    const seen = new Set<string>();
    const open = [path];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      const isParameters = this.#files.get(at)?.kind === 'parameters';
      const linking = [...(this.#linking.get(at) ?? [])].filter((one) => one !== at);
      const templates = linking.filter((one) => this.#files.get(one)?.kind === 'template');
      if (isParameters) for (const template of this.#templatesOf(at)) roots.add(template);
      else if (templates.length === 0 || this.#hasParameterFile(at)) roots.add(at);
      open.push(...linking);
    }
    return roots.size > 0 || facts.kind === 'parameters' ? [...roots].sort() : [path];
  }

  #templatesOf(parameterFile: string): string[] {
    const named = this.#files.get(parameterFile)?.template;
    // Where there is no such template, the parameter file is looked at by itself, and says so.
    if (named !== undefined) return [this.#files.get(named)?.kind === 'template' ? named : parameterFile];
    const language = languageOf(parameterFile);
    return [...this.#files]
      .filter(([path, { kind }]) => kind === 'template' && language?.isForTemplate(parameterFile, path))
      .map(([path]) => path);
  }

  #hasParameterFile(template: string): boolean {
    return [...this.#files].some(
      ([path, { kind, template: named }]) =>
        kind === 'parameters' &&
        (named === template ||
          (named === undefined && languageOf(path)?.isForTemplate(path, template) === true)),
    );
  }
}

/** What of a folder is indexed. */
export interface IndexedFolder extends TemplateReading {
  readonly exclude: readonly string[];
}

/** Reads the facts of every template and parameter file on the disk, one after the other, so that the caller can do something else in between. */
export function* indexFiles(folder: IndexedFolder): Generator<readonly [path: string, facts: FileFacts]> {
  const { workingFolder, limits } = folder;
  const isExcluded = (path: string) => folder.exclude.some((pattern) => matchesPattern(path, pattern));
  for (const path of folder.paths) {
    const full = resolve(workingFolder, path);
    const shown = shownPath(path, workingFolder);
    const label = (inside: string) => (shown === '.' ? inside : `${shown}/${inside}`);
    const isWanted = (name: string) => languageOf(name) !== undefined;
    const bounds = { ...defaultSourceLimits, entryBytesMax: limits.fileBytesMax };
    for (const file of folderFiles(full, label, bounds, isWanted).files) {
      const text = isExcluded(file.path) ? undefined : textOfBytes(file.bytes);
      yield [file.path, factsOfText(file.path, text, folder)];
    }
    // A path may also name a file.
    const single = readTextFile(full, shown, limits.fileBytesMax);
    if ('text' in single) yield [shown, factsOfText(shown, single.text, folder)];
  }
}

/** The facts of a text. */
export function factsOfText(path: string, text: string | undefined, reading: TemplateReading): FileFacts {
  const isConcerned = text !== undefined && languageOf(path)?.concerns(text) === true;
  return isConcerned ? factsOf(readDocument(path, text, reading)) : { kind: 'other', links: [] };
}
