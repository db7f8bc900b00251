import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import { defaultSourceLimits, folderFiles, readTextFile, shownPath, textOfBytes } from '../files/index.ts';
import {
  childNode,
  type Diagnostic,
  diagnostic,
  type JsonDocument,
  type JsonNode,
  type Limits,
  parseJson,
  stringOf,
} from '../kernel/index.ts';
import { isDeploymentTemplate, isParameterFile } from '../template/index.ts';
import { matchesPattern } from './pattern.ts';

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
export interface TemplateSearch {
  readonly paths: readonly string[];
  readonly workingFolder: string;
  readonly exclude: readonly string[];
  /** Parameter files given by name; they are for every template found. */
  readonly parameterFiles: readonly string[];
  readonly limits: Limits;
}

/**
 * Finds deployment templates by their `$schema`, and the parameter files beside each by name: `x.parameters.json` and `x.<environment>.parameters.json`
 * are for `x.json` (articles/azure-resource-manager/templates/parameter-files.md#file-name). A template that another one links and that has no parameter
 * file of its own is checked as a part of the one that links it.
 */
export function findTemplates(search: TemplateSearch): FoundTemplates {
  const finder = new TemplateFinder(search);
  for (const path of search.paths) finder.visit(path);
  return finder.finish();
}

class TemplateFinder {
  readonly #search: TemplateSearch;
  readonly #documents = new Map<string, JsonDocument>();
  readonly #named = new Set<string>();
  readonly #diagnostics: Diagnostic[] = [];

  constructor(search: TemplateSearch) {
    this.#search = search;
  }

  visit(path: string): void {
    const { workingFolder } = this.#search;
    const full = resolve(workingFolder, path);
    const shown = shownPath(path, workingFolder);
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
    const { files, diagnostics } = folderFiles(full, label, limits);
    for (const { path, bytes } of files) {
      if (this.#isExcluded(path)) continue;
      const text = textOfBytes(bytes);
      // Other JSON files are none of landguard's business, so only what names a deployment schema is read closely.
      if (text === undefined || !/deployment(template|parameters)\.json/i.test(text)) continue;
      this.#add(path, text);
    }
    for (const entry of diagnostics) if (!this.#isExcluded(entry.file ?? '')) this.#diagnostics.push(entry);
  }

  /** A file that the user names is read whatever it is, so that what is wrong with it is said. */
  #visitFile(full: string, shown: string): void {
    const read = readTextFile(full, shown, this.#search.limits.fileBytesMax);
    if ('problem' in read) {
      this.#diagnostics.push(read.problem);
      return;
    }
    this.#named.add(shown);
    this.#add(shown, read.text);
    for (const parameterFile of parameterFilesBeside(full)) {
      const path = shownPath(parameterFile, this.#search.workingFolder);
      const beside = readTextFile(parameterFile, path, this.#search.limits.fileBytesMax);
      if ('text' in beside) this.#add(path, beside.text);
      else this.#diagnostics.push(beside.problem);
    }
  }

  #isExcluded(path: string): boolean {
    return this.#search.exclude.some((pattern) => matchesPattern(path, pattern));
  }

  #add(path: string, text: string): void {
    if (!this.#documents.has(path)) this.#documents.set(path, parseJson(path, text, this.#search.limits));
  }

  finish(): FoundTemplates {
    const documents = [...this.#documents.values()];
    const parameterFiles = documents.filter(isParameterFile);
    const candidates = documents.filter(
      (document) => !parameterFiles.includes(document) && this.#isTemplate(document),
    );
    const linked = new Set(candidates.flatMap(linkedPaths));
    const given = this.#givenParameterFiles();
    const used = new Set<JsonDocument>();
    const templates = candidates.flatMap((document): FoundTemplate[] => {
      const own =
        given.length > 0
          ? given
          : parameterFiles.filter((one) => isParameterFileOf(one.source.path, document.source.path));
      for (const one of own) used.add(one);
      const isPart =
        linked.has(document.source.path) && own.length === 0 && !this.#named.has(document.source.path);
      return isPart ? [] : [{ document, parameterFiles: own }];
    });
    for (const orphan of parameterFiles) {
      if (!used.has(orphan) && given.length === 0)
        this.#diagnostics.push(diagnostic('LG2019', {}, orphan.source.path));
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

  #givenParameterFiles(): JsonDocument[] {
    const { parameterFiles, workingFolder, limits } = this.#search;
    return parameterFiles.flatMap((path) => {
      const shown = shownPath(path, workingFolder);
      const read = readTextFile(resolve(workingFolder, path), shown, limits.fileBytesMax);
      if ('text' in read) return [parseJson(shown, read.text, limits)];
      this.#diagnostics.push(read.problem);
      return [];
    });
  }
}

/** `x.parameters.json` and `x.<environment>.parameters.json` are for `x.json`. */
function isParameterFileOf(parameterFile: string, template: string): boolean {
  if (posix.dirname(parameterFile) !== posix.dirname(template)) return false;
  const base = posix
    .basename(template)
    .replace(/\.jsonc?$/i, '')
    .toLowerCase();
  const name = posix.basename(parameterFile).toLowerCase();
  const match = /^(.+?)\.parameters(?:\.[^.]+)?\.jsonc?$/.exec(name);
  const stem = match?.[1];
  return (
    stem !== undefined &&
    (stem === base || (stem.startsWith(`${base}.`) && !stem.slice(base.length + 1).includes('.')))
  );
}

function parameterFilesBeside(template: string): string[] {
  const folder = dirname(template);
  return readdirSync(folder)
    .filter((name) => isParameterFileOf(name, basename(template)))
    .sort()
    .map((name) => join(folder, name));
}

/** The files that a template's `templateLink`s name, as far as that can be read without evaluating it. */
function linkedPaths(document: JsonDocument): string[] {
  const found: string[] = [];
  collectLinks(document.root, (text) => {
    for (const match of text.matchAll(/[^'"[\](),]+\.jsonc?/gi)) {
      found.push(
        posix.normalize(
          posix.join(
            posix.dirname(document.source.path),
            match[0].trim().replaceAll('\\', '/').replace(/^\//, ''),
          ),
        ),
      );
    }
  });
  return found;
}

function collectLinks(node: JsonNode | undefined, visit: (text: string) => void): void {
  if (node === undefined || node.kind === 'scalar') return;
  const link = childNode(node, 'templateLink');
  const text = stringOf(childNode(link, 'relativePath')) ?? stringOf(childNode(link, 'uri'));
  if (text !== undefined) visit(text);
  for (const child of node.kind === 'array' ? node.items : node.properties.map((property) => property.value))
    collectLinks(child, visit);
}
