import { isJsonFile, type SourceFile, textOfBytes } from '../files/index.ts';
import { type Diagnostic, Diagnostics, diagnostic, parseJson, spanOf } from '../kernel/index.ts';
import { hasComputedName, type PolicyFacts, policyFactsOf } from './policy-facts.ts';
import { policyItemsOf } from './policy-item.ts';
import type { PolicyKind } from './policy-kind.ts';
import { policyKey } from './policy-source.ts';

/** A policy object that was found, and where. */
export interface CollectedPolicy {
  readonly facts: PolicyFacts;
  readonly file: string;
  readonly start: number;
  readonly whole: boolean;
  readonly escaped: boolean;
}

export interface PolicyCollection {
  readonly policies: readonly CollectedPolicy[];
  /** The texts of the files that hold them, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly counts: PolicyCounts;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PolicyCounts {
  readonly kinds: Readonly<Partial<Record<PolicyKind, number>>>;
  /** JSON files that hold no policy object. */
  readonly ignored: number;
  /** Files that could not be read. */
  readonly unreadable: number;
}

/** Finds the policy objects in files, by content. Files that cannot be read and files that fit nothing are reported. */
export function collectPolicies(files: Iterable<SourceFile>): PolicyCollection {
  const collector = new Collector();
  for (const file of files) if (isJsonFile(file.path)) collector.add(file);
  return collector.collection();
}

class Collector {
  readonly #policies: CollectedPolicy[] = [];
  readonly #texts = new Map<string, string>();
  readonly #keys = new Set<string>();
  readonly #kinds: Partial<Record<PolicyKind, number>> = {};
  readonly #diagnostics = new Diagnostics();
  #ignored = 0;
  #unreadable = 0;

  add({ path, bytes }: SourceFile): void {
    const text = textOfBytes(bytes);
    if (text === undefined) {
      this.#unreadable++;
      this.#diagnostics.report('LG1007', {}, path);
      return;
    }
    const { root, diagnostics } = parseJson(path, text);
    for (const entry of diagnostics) this.#diagnostics.add(entry);
    if (diagnostics.some((entry) => entry.level === 'error' && entry.code !== 'LG1005')) {
      this.#unreadable++;
      return;
    }
    const items = policyItemsOf(root);
    if (items.length === 0) {
      this.#ignored++;
      this.#diagnostics.report('LG4002', {}, path);
      return;
    }
    this.#texts.set(path, text);
    for (const item of items) {
      const { node, escaped } = item;
      this.#keep(
        { facts: policyFactsOf(item, path), file: path, start: node.start, whole: node === root, escaped },
        spanOf(node),
      );
    }
  }

  #keep(policy: CollectedPolicy, span: ReturnType<typeof spanOf>): void {
    const { facts } = policy;
    if (hasComputedName(facts)) {
      this.#diagnostics.add(
        diagnostic(
          'LG3001',
          { problem: `its name is the template expression \`${facts.name}\`, which has no value here` },
          span,
        ),
      );
      return;
    }
    if (facts.kind === 'definition' || facts.kind === 'initiative') {
      const key = policyKey(facts);
      if (this.#keys.has(key)) {
        this.#diagnostics.report('LG3012', { id: facts.id ?? facts.name }, span);
        return;
      }
      this.#keys.add(key);
    }
    this.#policies.push(policy);
    this.#kinds[facts.kind] = (this.#kinds[facts.kind] ?? 0) + 1;
  }

  collection(): PolicyCollection {
    return {
      policies: this.#policies,
      texts: this.#texts,
      counts: { kinds: this.#kinds, ignored: this.#ignored, unreadable: this.#unreadable },
      diagnostics: this.#diagnostics.list,
    };
  }
}
