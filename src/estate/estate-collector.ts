import {
  type Diagnostic,
  diagnostic,
  fold,
  isObject,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import { answerFacts, listOf } from './answer.ts';
import type { EstateObject, GovernanceItem } from './estate.ts';
import { IdCensus, type Readings } from './id-census.ts';
import { mergedObject } from './merged-object.ts';
import { redactSecrets, type SecretHint } from './redact-secrets.ts';
import { ScopeCollector } from './scope-collector.ts';
import type { ScopeTree } from './scope-tree.ts';
import { type SortedEntry, sortEntry } from './sort-entry.ts';
import { TypeTally } from './type-tally.ts';

/** An entry as a file holds it. */
export interface ReadEntry {
  readonly value: Value;
  readonly hint: SecretHint;
  /** What the answer that held it says it is of. */
  readonly context: string | undefined;
}

/** What an estate holds but its resources, and how many of those there are. */
export interface CollectedEstate {
  readonly scopes: ScopeTree;
  readonly governance: readonly GovernanceItem[];
  readonly objects: readonly EstateObject[];
  readonly resourceCounts: ReadonlyMap<string, number>;
  readonly scopeCounts: ReadonlyMap<string, number>;
  /** Resources that were read more than once. */
  readonly repeats: ReadonlyMap<string, Readings>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What came of an entry. */
export interface Collected {
  /** How many parts of it have a place in the estate. */
  readonly fits: number;
  readonly resources: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Sorts entries, one after the other, into what an estate holds. Resources are counted, everything else is kept without its secrets. */
export class EstateCollector {
  readonly #scopes = new ScopeCollector();
  readonly #governance = new Map<string, GovernanceItem>();
  readonly #objects = new Map<string, EstateObject>();
  readonly #census = new IdCensus();
  readonly #resourceCounts = new TypeTally();
  readonly #scopeCounts = new TypeTally();
  readonly #bare = new TypeTally();
  readonly #flattened = new TypeTally();
  /** Rows that answers of Resource Graph brought, by how many there are in all. */
  readonly #pages = new Map<number, number>();
  readonly #latestAllowed: string;
  #leftOutCount = 0;
  readonly #future = { count: 0, latest: '' };

  /** `now` is the moment at which the estate is read, in ISO 8601. */
  constructor(now: string) {
    this.#latestAllowed = new Date(Date.parse(now) + dayMs).toISOString();
  }

  /** Adds an entry of a file; the value is changed. */
  add({ value, hint, context }: ReadEntry, file: string): Collected {
    const list = listOf(value);
    if (list !== undefined) return this.#addList(value, list, hint, file);
    const sorted = sortEntry(value, context);
    let resources = 0;
    for (const part of sorted) {
      if (part.is === 'resource') resources++;
      this.#addPart(part, hint, file);
    }
    if (isObject(value)) this.#lookAtDates(value);
    return { fits: sorted.length, resources };
  }

  /** Takes note of what an answer says of the list that it brought. */
  addAnswer(answer: ValueObject, listed: number): { hasUnseenPages: boolean } {
    const { count, total, hasMore } = answerFacts(answer, listed);
    if (total !== undefined) this.#pages.set(total, (this.#pages.get(total) ?? 0) + (count ?? 0));
    return { hasUnseenPages: hasMore && total === undefined };
  }

  finish(): CollectedEstate {
    const scopes = this.#scopes.finish();
    return {
      scopes,
      governance: [...this.#governance.values()],
      objects: [...this.#objects.values()],
      resourceCounts: this.#resourceCounts.counts,
      scopeCounts: this.#scopeCounts.counts,
      repeats: this.#census.repeats,
      diagnostics: [...this.#scopes.diagnostics, ...this.#summary()],
    };
  }

  #addList(answer: Value, list: readonly Value[], hint: SecretHint, file: string): Collected {
    if (isObject(answer)) this.addAnswer(answer, list.length);
    const stated = isObject(answer) ? answer['@odata.context'] : undefined;
    const context = typeof stated === 'string' ? stated : undefined;
    let fits = 0;
    let resources = 0;
    for (const value of list) {
      const added = this.add({ value, hint, context }, file);
      fits += added.fits;
      resources += added.resources;
    }
    // An empty list is an answer: there are none.
    return { fits: list.length === 0 ? 1 : fits, resources };
  }

  #addPart(part: SortedEntry, hint: SecretHint, file: string): void {
    switch (part.is) {
      case 'resource':
        this.#addResource(part);
        break;
      case 'scope':
        this.#redact(part.facts.body, hint);
        this.#scopes.add(part.facts, file);
        break;
      case 'governance':
        this.#addGovernance(part, hint, file);
        break;
      case 'object':
        this.#addObject(part, hint, file);
        break;
      case 'leftOut':
        this.#leftOutCount++;
        break;
      default:
        part satisfies never;
    }
  }

  #addGovernance(
    { kind, id, body }: SortedEntry & { is: 'governance' },
    hint: SecretHint,
    file: string,
  ): void {
    redactSecrets(body, { looksAtTexts: hint.mayHoldSecret, isPolicy: true });
    this.#scopes.addScopesOf(id);
    this.#census.add(id, false);
    const key = fold(id);
    this.#governance.delete(key);
    this.#governance.set(key, { kind, id, body, file });
  }

  #addResource({ id, type, shape }: SortedEntry & { is: 'resource' }): void {
    const isBare = shape === 'bare';
    const reading = this.#census.add(id, isBare);
    if (shape === 'flattened') this.#flattened.add(type);
    if (reading === 'first-with-properties') this.#bare.remove(type);
    if (reading !== 'first') return;
    if (isBare) this.#bare.add(type);
    this.#resourceCounts.add(type);
    const scope = this.#scopes.addScopesOf(id);
    this.#scopeCounts.add(/^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? scope);
  }

  #addObject({ type, id, body }: SortedEntry & { is: 'object' }, hint: SecretHint, file: string): void {
    this.#redact(body, hint);
    const key = id === '' ? `${this.#objects.size}` : `${fold(type)} ${fold(id)}`;
    const earlier = this.#objects.get(key);
    const merged = earlier === undefined ? body : mergedObject(type, earlier.body, body);
    this.#objects.delete(key);
    this.#objects.set(key, { type, id, body: merged, file });
  }

  #redact(body: Value | undefined, hint: SecretHint): void {
    if (isObject(body)) redactSecrets(body, { looksAtTexts: hint.mayHoldSecret });
  }

  #lookAtDates({ systemData, changedTime, createdTime }: ValueObject): void {
    const dates = isObject(systemData)
      ? [systemData.lastModifiedAt, systemData.createdAt]
      : [changedTime, createdTime];
    for (const date of dates) {
      if (typeof date !== 'string' || date <= this.#latestAllowed || !/^\d{4}-\d\d-\d\dT/.test(date))
        continue;
      this.#future.count++;
      if (date > this.#future.latest) this.#future.latest = date;
      return;
    }
  }

  *#summary(): Generator<Diagnostic> {
    const { repeatCount, variantCount } = this.#census;
    if (repeatCount > 0) yield diagnostic('LG6008', { count: repeatCount, variants: variantCount });
    if (this.#bare.total > 0)
      yield diagnostic('LG6006', { count: this.#bare.total, types: this.#bare.describe() });
    if (this.#flattened.total > 0) {
      yield diagnostic('LG6007', { count: this.#flattened.total, types: this.#flattened.describe() });
    }
    for (const [total, count] of this.#pages) {
      if (count < total) yield diagnostic('LG6009', { count, total });
    }
    if (this.#leftOutCount > 0) yield diagnostic('LG6019', { count: this.#leftOutCount });
    if (this.#future.count > 0) yield diagnostic('LG6014', this.#future);
  }
}
