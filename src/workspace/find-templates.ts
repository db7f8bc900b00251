import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import {
  defaultSourceLimits,
  folderFiles,
  isWithin,
  type ReadFile,
  shownPath,
  textOfBytes,
} from '../files/index.ts';
import { childNode, type Diagnostic, diagnostic, type JsonDocument } from '../kernel/index.ts';
import { isDeploymentTemplate, isParameterFile } from '../template/index.ts';
import { fileBoundary } from './file-boundary.ts';
import { noOverlay, type Overlay, readOverlaid } from './overlay.ts';
import { isForAny, isForByName, isParameterFileFor, usedPath, usedTemplate } from './parameter-pairing.ts';
import { matchesPattern } from './pattern.ts';
import { type BoundedReading, textWithin } from './read-within.ts';
import { languageOf, readDocument, type TemplateReading } from './template-language.ts';

/** A template and the parameter files that are for it. */
export interface FoundTemplate {
  readonly document: JsonDocument;
  readonly parameterFiles: readonly JsonDocument[];
}

export interface FoundTemplates {
  readonly templates: readonly FoundTemplate[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is looked at. */
export interface TemplateSearch extends TemplateReading {
  readonly exclude: readonly string[];
  /** Parameter files given by name; they are for every template found. */
  readonly parameterFiles: readonly string[];
}

/**
 * Finds deployment templates by their `$schema`, and the parameter files beside each by name: `x.parameters.json` and `x.<environment>.parameters.json`
 * are for `x.json` and `x.bicep` (articles/azure-resource-manager/templates/parameter-files.md#file-name); a .bicepparam file is for the template that it names. A template that
 * another one links or uses as a module, or imports from, and that has no parameter file of its own is checked as a part of that one.
 */
export function findTemplates(search: TemplateSearch): FoundTemplates {
  const finder = new TemplateFinder(search);
  for (const path of search.paths) finder.visit(path);
  return finder.finish();
}

class TemplateFinder {
  readonly #search: TemplateSearch;
  readonly #overlay: Overlay;
  readonly #reading: BoundedReading;
  readonly #documents = new Map<string, JsonDocument>();
  readonly #named = new Set<string>();
  readonly #diagnostics: Diagnostic[] = [];

  constructor(search: TemplateSearch) {
    this.#search = search;
    this.#overlay = search.overlay ?? noOverlay;
    const { workingFolder, limits, paths, parameterFiles } = search;
    const boundary = fileBoundary(workingFolder, [...paths, ...parameterFiles]);
    this.#reading = { workingFolder, boundary, limits, overlay: this.#overlay };
  }

  visit(path: string): void {
    const { workingFolder } = this.#search;
    const full = resolve(workingFolder, path);
    const shown = shownPath(path, workingFolder);
    if (this.#overlay.has(shown)) {
      this.#visitFile(full, shown);
      return;
    }
    if (!existsSync(full)) {
      this.#diagnostics.push(diagnostic('LG5002', { path: shown, folder: workingFolder }));
      return;
    }
    if (statSync(full).isDirectory()) this.#visitFolder(full, shown);
    else this.#visitFile(full, shown);
  }

  #visitFolder(full: string, shown: string): void {
    const label = (inside: string) => (shown === '.' ? inside : `${shown}/${inside}`);
    const limits = { ...defaultSourceLimits, entryBytesMax: this.#search.limits.fileBytesMax };
    const isWanted = (name: string) => languageOf(name) !== undefined;
    const { files, diagnostics } = folderFiles(full, label, limits, isWanted);
    for (const { path, bytes } of files) this.#consider(path, this.#overlay.get(path) ?? textOfBytes(bytes));
    for (const entry of diagnostics) if (!this.#isExcluded(entry.file ?? '')) this.#diagnostics.push(entry);
    for (const [path, text] of this.#overlay)
      if (isWithin(resolve(this.#search.workingFolder, path), full)) this.#consider(path, text);
  }

  #consider(path: string, text: string | undefined): void {
    if (text === undefined || this.#isExcluded(path)) return;
    if (languageOf(path)?.concerns(text)) this.#add(path, text);
  }

  /** A file that the user names is read whatever it is, so that what is wrong with it is said. */
  #visitFile(full: string, shown: string): void {
    const read = this.#read(full, shown);
    if ('problem' in read) {
      this.#diagnostics.push(read.problem);
      return;
    }
    this.#named.add(shown);
    this.#add(shown, read.text);
    this.#addUsing(full, shown);
    for (const parameterFile of parameterFilesBeside(full, shown, this.#overlay)) {
      const path = shownPath(parameterFile, this.#search.workingFolder);
      const beside = this.#read(parameterFile, path);
      if ('text' in beside) this.#add(path, beside.text);
      else this.#diagnostics.push(beside.problem);
    }
  }

  /** The parameter files beside a template that name it themselves. */
  #addUsing(full: string, shown: string): void {
    for (const name of filesBeside(full, shown, this.#overlay)) {
      if (!name.toLowerCase().endsWith('.bicepparam')) continue;
      const path = shownPath(join(dirname(full), name), this.#search.workingFolder);
      const read = path === shown ? undefined : this.#read(join(dirname(full), name), path);
      if (read === undefined || 'problem' in read) continue;
      const document = readDocument(path, read.text, this.#search);
      if (this.#isFor(document, shown)) this.#documents.set(path, document);
    }
  }

  #isExcluded(path: string): boolean {
    return this.#search.exclude.some((pattern) => matchesPattern(path, pattern));
  }

  #add(path: string, text: string): void {
    if (this.#documents.has(path)) return;
    const document = readDocument(path, text, this.#search);
    this.#documents.set(path, document);
    if (isParameterFile(document)) this.#addUsed(document);
  }

  /** The template that a parameter file names is checked with it wherever it is. */
  #addUsed(parameterFile: JsonDocument): void {
    const used = usedTemplate(parameterFile);
    if (used?.kind === 'artifact' && used.document !== undefined)
      this.#documents.set(used.document.source.path, used.document);
    const { workingFolder } = this.#search;
    const path = usedPath(parameterFile, workingFolder);
    if (path === undefined || this.#documents.has(path) || this.#isExcluded(path)) return;
    // That it cannot be read has been reported where it is named.
    const read = textWithin(resolve(workingFolder, path), this.#reading);
    if ('text' in read) this.#add(path, read.text);
  }

  #isFor(parameterFile: JsonDocument, template: string): boolean {
    return isParameterFileFor(parameterFile, template, this.#search.workingFolder);
  }

  #read(full: string, shown: string): ReadFile {
    return readOverlaid(full, shown, this.#search.limits.fileBytesMax, this.#overlay);
  }

  finish(): FoundTemplates {
    const documents = [...this.#documents.values()];
    const parameterFiles = documents.filter(isParameterFile);
    const candidates = documents.filter(
      (document) =>
        !parameterFiles.includes(document) && this.#isTemplate(document) && !this.#isBuilt(document),
    );
    const linked = new Set(candidates.flatMap((one) => languageOf(one.source.path)?.linkedPaths(one) ?? []));
    const given = this.#givenParameterFiles();
    const used = new Set<JsonDocument>();
    const templates = candidates.flatMap((document): FoundTemplate[] => {
      const own =
        given.length > 0
          ? given.filter((one) => isForAny(one) || this.#isFor(one, document.source.path))
          : parameterFiles.filter((one) => this.#isFor(one, document.source.path));
      for (const one of own) used.add(one);
      const isPart =
        linked.has(document.source.path) && own.length === 0 && !this.#named.has(document.source.path);
      return isPart ? [] : [{ document, parameterFiles: own }];
    });
    for (const orphan of given.length > 0 ? given : parameterFiles) {
      if (used.has(orphan) || usedTemplate(orphan)?.kind === 'none') continue;
      this.#diagnostics.push(diagnostic('LG2019', {}, orphan.source.path));
      this.#diagnostics.push(...orphan.diagnostics.filter((entry) => entry.level === 'error'));
    }
    return { templates, diagnostics: this.#diagnostics };
  }

  /** A named file with resources counts as a template even when its `$schema` does not say so: what is wrong with it is then reported. */
  #isTemplate(document: JsonDocument): boolean {
    if (isDeploymentTemplate(document)) return true;
    if (this.#named.has(document.source.path)) {
      const { root, source } = document;
      const isOther = root?.kind === 'object' && childNode(root, 'resources') === undefined;
      if (isOther) this.#diagnostics.push(diagnostic('LG5003', { paths: source.path }));
      return !isOther;
    }
    const isBroken = document.diagnostics.some((entry) => entry.level === 'error');
    if (isBroken) this.#diagnostics.push(...document.diagnostics.filter((entry) => entry.level === 'error'));
    return false;
  }

  /** A template that was built from the Bicep file beside it says nothing that this one does not say. */
  #isBuilt({ source, root }: JsonDocument): boolean {
    const match = /^(.+)\.json$/i.exec(source.path);
    if (match === null || this.#named.has(source.path) || !this.#documents.has(`${match[1]}.bicep`))
      return false;
    const generator = childNode(childNode(childNode(root, 'metadata'), '_generator'), 'name');
    return generator?.kind === 'scalar' && (generator.value === 'bicep' || generator.value === 'landguard');
  }

  #givenParameterFiles(): JsonDocument[] {
    const { parameterFiles, workingFolder } = this.#search;
    return parameterFiles.flatMap((path) => {
      const shown = shownPath(path, workingFolder);
      const read = this.#read(resolve(workingFolder, path), shown);
      if ('text' in read) return [readDocument(shown, read.text, this.#search)];
      this.#diagnostics.push(read.problem);
      return [];
    });
  }
}

function parameterFilesBeside(template: string, shown: string, overlay: Overlay): string[] {
  return filesBeside(template, shown, overlay)
    .filter((name) => isForByName(name, basename(template)))
    .map((name) => join(dirname(template), name));
}

function filesBeside(template: string, shown: string, overlay: Overlay): string[] {
  const folder = posix.dirname(shown);
  const onDisk = existsSync(template) ? readdirSync(dirname(template)) : [];
  const unsaved = [...overlay.keys()].filter((path) => posix.dirname(path) === folder);
  return [...new Set([...onDisk, ...unsaved.map((path) => posix.basename(path))])].sort();
}
