import type { EstateResource } from '../../estate/index.ts';
import { fold, parentId } from '../../kernel/index.ts';
import {
  matchesName,
  type PolicySubject,
  type RelatedAnswer,
  type RelatedLookup,
  type RelatedQuery,
} from '../../policy/index.ts';
import { PackedSubjects } from './packed-subjects.ts';

/**
 * The resources that existence effects look for, found by type and by what they belong to. Only types that a policy in force asks for are kept, so that
 * the rest of the estate can be streamed.
 */
export class RelatedIndex {
  readonly #types: ReadonlySet<string>;
  readonly #subjects = new PackedSubjects();
  readonly #byParent = new Map<string, number[]>();
  readonly #byGroup = new Map<string, number[]>();
  readonly #seen = new Set<string>();

  /** `types`: the folded related types of the policies in force. */
  constructor(types: ReadonlySet<string>) {
    this.#types = new Set([...types].map(estateTypeOf));
  }

  add(resource: EstateResource): void {
    const type = fold(resource.type);
    if (!this.#types.has(type)) return;
    this.#seen.add(type);
    const subject = this.#subjects.add(resource.body);
    for (const owner of ownerIds(resource.id)) push(this.#byParent, `${type} ${owner}`, subject);
    // What is in no group is found by its subscription alone.
    for (const scope of new Set([groupOf(resource.id), subscriptionOf(resource.id)]))
      push(this.#byGroup, `${type} ${scope}`, subject);
  }

  /** How many related types the estate holds none of. */
  missingTypes(): string[] {
    return [...this.#types].filter((type) => !this.#seen.has(type)).sort();
  }

  /**
   * Looks among the collected resources. A type of which the estate holds nothing at all may simply not have been exported, so nothing is concluded from its
   * absence.
   */
  readonly lookup: RelatedLookup = (query, primary) => {
    const type = estateTypeOf(query.type);
    const resources = this.#candidates({ ...query, type }, primary).filter(
      (one) => typeof query.name !== 'string' || matchesName(one, query.name) === 'true',
    );
    return { resources, complete: this.#seen.has(type) } satisfies RelatedAnswer;
  };

  #candidates(query: RelatedQuery, primary: PolicySubject): readonly PolicySubject[] {
    const id = typeof primary.id === 'string' ? fold(primary.id) : '';
    switch (query.relation) {
      case 'child':
      case 'extension':
        return this.#subjectsAt(this.#byParent, `${query.type} ${id}`);
      case 'self':
        return query.name === undefined
          ? [primary]
          : this.#subjectsAt(this.#byGroup, `${query.type} ${groupOf(id)}`);
      case 'elsewhere':
        return this.#subjectsAt(this.#byGroup, `${query.type} ${this.#scopeOf(query, id)}`);
      default:
        return query.relation satisfies never;
    }
  }

  #subjectsAt(index: ReadonlyMap<string, readonly number[]>, key: string): PolicySubject[] {
    return (index.get(key) ?? []).map((number) => this.#subjects.get(number));
  }

  #scopeOf(query: RelatedQuery, id: string): string {
    if (query.scope === 'subscription') return subscriptionOf(id);
    return typeof query.resourceGroup === 'string'
      ? `${subscriptionOf(id)}/resourcegroups/${fold(query.resourceGroup)}`
      : groupOf(id);
  }
}

/** An estate knows resource groups by the type that policy rules have for them; policies look for them by either. */
function estateTypeOf(type: string): string {
  return type === 'microsoft.resources/resourcegroups'
    ? 'microsoft.resources/subscriptions/resourcegroups'
    : type;
}

/** What a child or an extension resource belongs to, nearest first: its parents, and what those extend. */
function* ownerIds(id: string): Generator<string> {
  let owner = fold(id);
  for (let parent = parentId(owner); parent !== undefined; parent = parentId(owner)) {
    owner = parent;
    yield owner;
  }
  const at = owner.lastIndexOf('/providers/');
  const extended = at === -1 ? groupParent(owner) : owner.slice(0, at);
  if (extended !== '') yield extended;
}

/** A resource group is a child of its subscription, though its id does not name a provider. */
function groupParent(id: string): string {
  return /^\/subscriptions\/[^/]+(?=\/resourcegroups\/[^/]+$)/.exec(id)?.[0] ?? '';
}

/** The folded id of the resource group that an id is in; the subscription's where there is none. */
function groupOf(id: string): string {
  return fold(/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(id)?.[0] ?? subscriptionOf(id));
}

function subscriptionOf(id: string): string {
  return fold(/^\/subscriptions\/[^/]+/i.exec(id)?.[0] ?? '');
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
