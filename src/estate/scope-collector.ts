import { type Diagnostic, diagnostic, fold, isObject, sameName, type ValueObject } from '../kernel/index.ts';
import type { ScopeFacts } from './scope-facts.ts';
import {
  type EstateScope,
  type EstateScopeKind,
  nearestScopeId,
  ScopeTree,
  scopeOfId,
} from './scope-tree.ts';

const kindNames: Readonly<Record<EstateScopeKind, string>> = {
  tenant: 'the tenant',
  managementGroup: 'management group',
  subscription: 'subscription',
  resourceGroup: 'resource group',
};

/** Joins what many sources say of scopes into one tree. */
export class ScopeCollector {
  readonly #scopes = new Map<string, EstateScope>();
  readonly diagnostics: Diagnostic[] = [];

  add(facts: ScopeFacts, file: string): void {
    const key = fold(facts.id);
    const known = this.#scopes.get(key) ?? { ...scopeOfId(facts.id), kind: facts.kind };
    if (facts.kind === 'managementGroup') this.#compareParents(known, facts, file);
    this.#scopes.set(key, {
      ...known,
      displayName: facts.displayName ?? known.displayName,
      parentId: facts.parentId ?? known.parentId,
      body: richer(known.body, facts.body),
    });
  }

  /** Adds the scopes that an id is in, of which nothing but the id is known. */
  addScopesOf(id: string): string {
    const nearest = nearestScopeId(id);
    for (let scope = nearest; scope !== '/' && !this.#scopes.has(fold(scope)); ) {
      const made = scopeOfId(scope);
      this.#scopes.set(fold(scope), made);
      scope = made.parentId ?? '/';
    }
    return nearest;
  }

  finish(): ScopeTree {
    this.#tellCircles();
    this.#tellOrphans();
    return new ScopeTree(this.#scopes.values());
  }

  #compareParents(known: EstateScope, { parentId }: ScopeFacts, file: string): void {
    if (known.parentId === undefined || parentId === undefined || sameName(known.parentId, parentId)) return;
    const details = {
      kind: kindNames[known.kind],
      name: known.name,
      first: known.parentId,
      second: parentId,
    };
    this.diagnostics.push(diagnostic('LG6013', details, file));
  }

  #tellCircles(): void {
    const settled = new Set<string>();
    for (const start of this.#scopes.values()) {
      const path: EstateScope[] = [];
      for (
        let scope: EstateScope | undefined = start;
        scope !== undefined && !settled.has(fold(scope.id));
      ) {
        const key = fold(scope.id);
        const at = path.findIndex((one) => fold(one.id) === key);
        if (at !== -1) {
          const cycle = [...path.slice(at), scope].map(({ name }) => name).join(' -> ');
          this.diagnostics.push(diagnostic('LG6011', { cycle }));
          break;
        }
        path.push(scope);
        scope = scope.parentId === undefined ? undefined : this.#scopes.get(fold(scope.parentId));
      }
      for (const scope of path) settled.add(fold(scope.id));
    }
  }

  #tellOrphans(): void {
    const scopes = [...this.#scopes.values()];
    for (const { kind, name, parentId } of scopes) {
      if (parentId === undefined || parentId === '/' || this.#scopes.has(fold(parentId))) continue;
      const parent = parentId.slice(parentId.lastIndexOf('/') + 1);
      this.diagnostics.push(diagnostic('LG6012', { kind: kindNames[kind], name, parent }));
    }
    if (!scopes.some(({ kind }) => kind === 'managementGroup')) return;
    const alone = scopes.filter(({ kind, parentId }) => kind === 'subscription' && parentId === undefined);
    const [first] = alone;
    if (first !== undefined)
      this.diagnostics.push(diagnostic('LG6016', { count: alone.length, first: first.displayName }));
  }
}

/** The body that says more; of two that say as much, the one read last. */
function richer(known: ValueObject | undefined, read: ValueObject | undefined): ValueObject | undefined {
  if (known === undefined || read === undefined) return read ?? known;
  return sizeOf(read) >= sizeOf(known) ? read : known;
}

function sizeOf(body: ValueObject): number {
  return Object.keys(body).length + (isObject(body.properties) ? Object.keys(body.properties).length : 0);
}
