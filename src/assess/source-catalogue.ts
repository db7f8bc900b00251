import {
  type Diagnostic,
  type DiagnosticCode,
  diagnostic,
  fold,
  isObject,
  type Span,
  spanAtPointer,
  type Value,
} from '../kernel/index.ts';
import type { PolicyEntry, PolicySource } from '../library/index.ts';
import {
  type PolicyCatalogue,
  type PolicyDefinition,
  type PolicyInitiative,
  parseDefinition,
  parseInitiative,
} from '../policy/index.ts';

/** Definitions and initiatives of several sources, parsed when first asked for; the first source that has one counts. */
export class SourceCatalogue implements PolicyCatalogue {
  readonly diagnostics: Diagnostic[];
  readonly #unusable = new Set<string>();
  readonly #sources: readonly PolicySource[];
  readonly #definitions = new Map<string, PolicyDefinition | undefined>();
  readonly #initiatives = new Map<string, PolicyInitiative | undefined>();

  constructor(sources: readonly PolicySource[], diagnostics: Diagnostic[] = []) {
    this.#sources = sources;
    this.diagnostics = diagnostics;
  }

  definition(id: string): PolicyDefinition | undefined {
    const key = fold(id);
    if (key.includes('/policysetdefinitions/')) return undefined;
    if (!this.#definitions.has(key)) {
      const entry = this.#find(id, 'definition');
      const definition = entry && this.#parseDefinition(entry);
      if (entry !== undefined && definition === undefined) this.#unusable.add(id);
      this.#definitions.set(key, definition);
    }
    return this.#definitions.get(key);
  }

  initiative(id: string): PolicyInitiative | undefined {
    const key = fold(id);
    if (key.includes('/policydefinitions/')) return undefined;
    if (!this.#initiatives.has(key)) {
      const entry = this.#find(id, 'initiative');
      const initiative = entry && this.#parseInitiative(entry);
      if (entry !== undefined && initiative === undefined) this.#unusable.add(id);
      this.#initiatives.set(key, initiative);
    }
    return this.#initiatives.get(key);
  }

  isAboutUnusable({ code, message }: Diagnostic): boolean {
    return code === 'LG3008' && [...this.#unusable].some((id) => message.includes(`\`${id}\``));
  }

  #find(id: string, kind: 'definition' | 'initiative'): PolicyEntry | undefined {
    for (const source of this.#sources) {
      const entry = source[kind](id);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  #parseDefinition(entry: PolicyEntry): PolicyDefinition | undefined {
    const parsed = parseDefinition(withName(entry));
    if ('definition' in parsed) return parsed.definition;
    const { code, problem, pointer } = parsed.problem;
    this.#report(entry, code, problem, spanAtPointer(entry.document().root, pointer));
    return undefined;
  }

  #parseInitiative(entry: PolicyEntry): PolicyInitiative | undefined {
    const parsed = parseInitiative(withName(entry));
    if (typeof parsed !== 'string') return parsed;
    this.#report(entry, 'LG3001', parsed, undefined);
    return undefined;
  }

  /** Where no place in a text can be shown, the id says which one it is. */
  #report({ id, file }: PolicyEntry, code: DiagnosticCode, problem: string, span: Span | undefined): void {
    const told = span === undefined && id !== undefined ? `\`${id}\`: ${problem}` : problem;
    this.diagnostics.push(diagnostic(code, { problem: told }, span ?? file));
  }
}

/** A file may leave the name to its file name; the entry knows it. */
function withName(entry: PolicyEntry): Value {
  const value = entry.value();
  return isObject(value) && typeof value.name !== 'string' && entry.name !== ''
    ? { ...value, name: entry.name }
    : value;
}
