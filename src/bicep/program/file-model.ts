import {
  type Diagnostic,
  type DiagnosticCode,
  Diagnostics,
  type ObjectNode,
  type Source,
} from '../../kernel/index.ts';
import type { ScopeKind } from '../../template/index.ts';
import {
  type Binding,
  bindFile,
  type ImportedSymbol,
  type LocalSymbol,
  type ModuleSymbol,
  type WildcardSymbol,
} from '../binding/index.ts';
import { checkFile, pathProblem } from '../checks/index.ts';
import { FileContents } from '../content/file-contents.ts';
import { lowerFile } from '../lowering/file-lowering.ts';
import {
  type CallSyntax,
  type ForSyntax,
  type ImportDeclaration,
  type MethodCallSyntax,
  parseBicep,
  type SyntaxRange,
  type TextSyntax,
} from '../syntax/index.ts';
import { isArtifactReference } from './artifact-reference.ts';
import type { BicepModel, LoadedValue } from './bicep-model.ts';
import type { BicepProgram } from './bicep-program.ts';
import { FileFacts } from './file-facts.ts';
import { isAnsweredByCompiler, loadContent } from './load-content.ts';
import { type ModuleFacts, type ModuleOutput, missingModule } from './module-facts.ts';
import type { NamedDeclaration } from './named-declaration.ts';
import { RecordedFiles } from './recorded-files.ts';
import { isSecureOutput } from './secure-output.ts';

/** A Bicep file and what it reads. */
export class FileModel implements BicepModel {
  readonly path: string;
  readonly source: Source;
  readonly binding: Binding;
  /** The Bicep files that this one uses. */
  readonly used = new Set<BicepModel>();
  readonly #program: BicepProgram;
  readonly #files: RecordedFiles;
  readonly #contents: FileContents;
  readonly #diagnostics = new Diagnostics();
  readonly #artifacts = new Map<TextSyntax, ModuleFacts>();
  readonly #loaded = new Map<CallSyntax | MethodCallSyntax, LoadedValue | undefined>();
  #locals: Map<ForSyntax, LocalSymbol[]> | undefined;
  #template: ObjectNode | undefined;
  #isChecked = false;
  #facts: ModuleFacts | undefined;
  #outputs: readonly ModuleOutput[] | undefined;

  constructor(program: BicepProgram, path: string, text: string) {
    this.#program = program;
    this.#files = new RecordedFiles(() => program.files);
    this.#contents = new FileContents(this.#files, program.limits);
    this.path = path;
    const tree = parseBicep(path, text, program.limits);
    this.source = tree.source;
    this.binding = bindFile(tree);
    for (const entry of tree.diagnostics) this.#diagnostics.add(entry);
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics.list;
  }

  /** Whether the files that it has read still say the same; `current` holds those that are known to. */
  isCurrent(current: Set<BicepModel>): boolean {
    if (current.has(this)) return true;
    current.add(this);
    const isSame = this.#files.isCurrent() && [...this.used].every((one) => one.isCurrent(current));
    if (!isSame) current.delete(this);
    return isSame;
  }

  report(code: DiagnosticCode, details: Readonly<Record<string, string | number>>, place: SyntaxRange): void {
    this.#diagnostics.report(code, details, { source: this.source, start: place.start, end: place.end });
  }

  get targetScope(): ScopeKind {
    const value = this.binding.targetScope?.value;
    return (value?.kind === 'string' ? scopeKinds.get(value.value) : undefined) ?? 'resourceGroup';
  }

  get outputs(): readonly ModuleOutput[] {
    this.#outputs ??= this.binding.outputs.map((one) => ({
      name: one.name.name,
      isSecure: isSecureOutput(one, this),
    }));
    return this.#outputs;
  }

  get facts(): ModuleFacts {
    this.#facts ??= new FileFacts(this);
    return this.#facts;
  }

  get template(): ObjectNode {
    if (this.#template === undefined) {
      this.#program.making.push(this);
      try {
        this.#template = lowerFile(this);
        this.check();
      } finally {
        this.#program.making.pop();
      }
    }
    return this.#template;
  }

  check(): void {
    if (this.#isChecked) return;
    this.#isChecked = true;
    for (const entry of checkFile(this)) this.#diagnostics.add(entry);
  }

  moduleOf({ declaration }: ModuleSymbol): ModuleFacts {
    return this.#artifact(declaration.path);
  }

  importOf({ path }: ImportDeclaration): ModuleFacts {
    return this.#artifact(path);
  }

  usingOf(path: TextSyntax): ModuleFacts {
    return this.#artifact(path);
  }

  baseOf(path: TextSyntax): BicepModel | undefined {
    if (path.kind !== 'string') return undefined;
    const file = this.#files.readText(this.path, path.value);
    if ('problem' in file) {
      this.report('LG7125', { path: path.value, problem: file.problem }, path);
      return undefined;
    }
    const base = this.#program.open(file.path, file.text);
    if (base !== this) this.used.add(base);
    return base;
  }

  exportOf(symbol: ImportedSymbol | WildcardSymbol, member?: string): NamedDeclaration | undefined {
    const name = symbol.kind === 'imported' ? symbol.original : member;
    return name === undefined ? undefined : this.importOf(symbol.declaration).export(name);
  }

  ownerOf(declaration: NamedDeclaration): BicepModel | undefined {
    return this.#program.ownerOf(declaration);
  }

  localsOf(loop: ForSyntax): readonly LocalSymbol[] {
    if (this.#locals === undefined) {
      this.#locals = new Map();
      for (const symbol of new Set(this.binding.symbolOf.values())) {
        if (symbol.kind !== 'local' || symbol.loop === undefined) continue;
        const known = this.#locals.get(symbol.loop);
        if (known === undefined) this.#locals.set(symbol.loop, [symbol]);
        else known.push(symbol);
      }
    }
    return this.#locals.get(loop) ?? [];
  }

  loadedValue(call: CallSyntax | MethodCallSyntax): LoadedValue | undefined {
    if (!isAnsweredByCompiler(call.name.name) || this.binding.symbolOf.has(call)) return undefined;
    if (!this.#loaded.has(call)) {
      this.#loaded.set(call, undefined);
      this.#loaded.set(call, loadContent(call, this, this.#contents));
    }
    return this.#loaded.get(call);
  }

  #artifact(syntax: TextSyntax): ModuleFacts {
    let facts = this.#artifacts.get(syntax);
    if (facts === undefined) {
      facts = this.#readArtifact(syntax);
      this.#artifacts.set(syntax, facts);
    }
    return facts;
  }

  #readArtifact(syntax: TextSyntax): ModuleFacts {
    const reference = syntax.kind === 'string' ? syntax.value : undefined;
    if (reference === undefined) return missingModule('');
    const file = isArtifactReference(reference)
      ? this.#files.readArtifact(this.path, reference)
      : this.#files.readText(this.path, reference);
    if ('problem' in file) {
      // A path that cannot be one is reported by the checks.
      if (!isArtifactReference(reference) && pathProblem(reference) !== undefined)
        return missingModule(reference);
      this.report('LG7101', { reference, problem: file.problem }, syntax);
      return missingModule(reference);
    }
    if (isArtifactReference(reference) || /\.(json|jsonc|arm)$/i.test(file.path)) {
      const facts = this.#program.template(file.path, file.text);
      for (const entry of facts.diagnostics) this.#diagnostics.add(entry);
      return facts;
    }
    const model = this.#program.open(file.path, file.text);
    const cycle = this.#program.making.indexOf(model);
    if (cycle !== -1) {
      const path = [...this.#program.making.slice(cycle), model].map((one) => one.path).join(' -> ');
      this.report('LG7103', { cycle: path, bcp: model === this ? 'BCP094' : 'BCP095' }, syntax);
      return missingModule(reference);
    }
    this.used.add(model);
    return model.facts;
  }
}

const scopeKinds: ReadonlyMap<string, ScopeKind> = new Map([
  ['tenant', 'tenant'],
  ['managementGroup', 'managementGroup'],
  ['subscription', 'subscription'],
  ['resourceGroup', 'resourceGroup'],
]);
