import { type Diagnostic, Diagnostics, defaultLimits, type Limits, parseJson } from '../../kernel/index.ts';
import type { BicepFiles } from '../bicep-files.ts';
import type { BicepDocument, BicepParameters } from '../parameters/bicep-parameters.ts';
import { makeParameters } from '../parameters/make-parameters.ts';
import type { BicepModel } from './bicep-model.ts';
import { FileModel } from './file-model.ts';
import { fileReferences } from './file-references.ts';
import type { ModuleFacts } from './module-facts.ts';
import type { NamedDeclaration } from './named-declaration.ts';
import { templateFacts } from './template-facts.ts';

interface CompiledTemplate {
  readonly text: string;
  readonly facts: ModuleFacts;
}

/** The Bicep files that belong together, each read and made into a template once, and again when it or a file that it reads has changed. */
export class BicepProgram {
  readonly limits: Limits;
  #files: BicepFiles;
  readonly #models = new Map<string, FileModel>();
  readonly #templates = new Map<string, CompiledTemplate>();
  readonly #parameters = new WeakMap<BicepModel, ReturnType<typeof makeParameters>>();
  readonly #owners = new WeakMap<NamedDeclaration, BicepModel>();
  /** The files that are known to be as they were since the files are read from where they are read now. */
  #current = new Set<BicepModel>();
  /** The files whose templates are being made, outermost first. */
  readonly making: BicepModel[] = [];

  constructor(files: BicepFiles, limits: Limits = defaultLimits) {
    this.#files = files;
    this.limits = limits;
  }

  get files(): BicepFiles {
    return this.#files;
  }

  /** Reads from somewhere else, or again: what has not changed stays made. */
  readFrom(files: BicepFiles): void {
    this.#files = files;
    this.#current = new Set();
  }

  /** The file of this path and text. */
  open(path: string, text: string): BicepModel {
    const known = this.#models.get(path);
    if (known?.source.text === text && known.isCurrent(this.#current)) return known;
    const model = new FileModel(this, path, text);
    this.#models.set(path, model);
    this.#current.add(model);
    const { binding } = model;
    for (const list of [binding.types, binding.variables, binding.functions])
      for (const symbol of list) this.#owners.set(symbol, model);
    return model;
  }

  /** The template of a file as a document that the expander takes; its nodes stand in the Bicep files that they come from. */
  document(path: string, text: string): BicepDocument {
    const model = this.open(path, text);
    const root = model.template;
    return { source: model.source, root, ...this.#rest(model) };
  }

  /** A .bicepparam file as the parameter file that it stands for. */
  parameters(path: string, text: string): BicepParameters {
    const model = this.open(path, text);
    let made = this.#parameters.get(model);
    if (made === undefined) {
      made = makeParameters(model);
      model.check();
      this.#parameters.set(model, made);
    }
    return { ...made, ...this.#rest(model) };
  }

  #rest(model: BicepModel): Pick<BicepDocument, 'diagnostics' | 'references'> {
    return { diagnostics: this.diagnosticsFrom(model), references: fileReferences(model.binding) };
  }

  /** What is wrong with a file and with all that it uses. */
  diagnosticsFrom(model: BicepModel): Diagnostic[] {
    const all = new Diagnostics();
    const seen = new Set<BicepModel>();
    const pending: BicepModel[] = [model];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      for (const entry of next.diagnostics) all.add(entry);
      pending.push(...next.used);
    }
    return all.list;
  }

  /** The file that declares something; `undefined` where a compiled template does. */
  ownerOf(declaration: NamedDeclaration): BicepModel | undefined {
    return this.#owners.get(declaration);
  }

  /** A compiled template as those that use it see it. */
  template(path: string, text: string): ModuleFacts {
    const known = this.#templates.get(path);
    if (known?.text === text) return known.facts;
    const facts = templateFacts(parseJson(path, text, this.limits));
    this.#templates.set(path, { text, facts });
    return facts;
  }
}
