import { fold } from '../../kernel/index.ts';
import type { Principal, PrincipalKind } from './principal.ts';

/** Principals by a small number each, so that memberships and sets of them are numbers too. Object ids are compared without case. */
export class PrincipalTable {
  readonly #principals: Principal[] = [];
  readonly #positions = new Map<string, number>();
  #names: ReadonlyMap<string, readonly number[]> | undefined;

  get size(): number {
    return this.#principals.length;
  }

  get all(): readonly Principal[] {
    return this.#principals;
  }

  /** The principal with a number; the number must be of this table. */
  at(position: number): Principal {
    const principal = this.#principals[position];
    if (principal === undefined) throw new RangeError(`there is no principal ${position}`);
    return principal;
  }

  /** The number of an object id; `undefined` when nothing names it. */
  positionOf(id: string): number | undefined {
    return this.#positions.get(fold(id));
  }

  /** Adds what a directory says; what only an assignment said is replaced, and what sources say of one principal is joined. */
  add(principal: Principal): number {
    const known = this.#positions.get(fold(principal.id));
    this.#names = undefined;
    if (known === undefined) return this.#append(principal);
    this.#principals[known] = joined(this.at(known), principal);
    return known;
  }

  /** The number of a principal that something names by its id, which is added when nobody has said more of it. */
  mention(id: string, kind: PrincipalKind = 'unknown', name = ''): number {
    const known = this.#positions.get(fold(id));
    if (known !== undefined && (this.at(known).kind !== 'unknown' || kind === 'unknown')) return known;
    return this.add({ id, kind, name: name || id, isListed: false });
  }

  /**
   * The principals that a person means by an object id, a user principal name, an application id, the id of the resource of a managed identity, or
   * a display name: those of the first of these that anybody has.
   */
  named(text: string): readonly number[] {
    const wanted = fold(text.trim());
    const position = this.#positions.get(wanted);
    if (position !== undefined) return [position];
    this.#names ??= this.#index();
    return this.#names.get(`key ${wanted}`) ?? this.#names.get(`name ${wanted}`) ?? [];
  }

  #append(principal: Principal): number {
    this.#positions.set(fold(principal.id), this.#principals.length);
    return this.#principals.push(principal) - 1;
  }

  #index(): ReadonlyMap<string, readonly number[]> {
    const names = new Map<string, number[]>();
    const put = (key: string, position: number) => {
      const list = names.get(key);
      if (list === undefined) names.set(key, [position]);
      else if (!list.includes(position)) list.push(position);
    };
    this.#principals.forEach((one, position) => {
      for (const key of [one.userPrincipalName, one.appId, one.resourceId])
        if (key !== undefined) put(`key ${fold(key)}`, position);
      put(`name ${fold(one.name)}`, position);
    });
    return names;
  }
}

function joined(known: Principal, added: Principal): Principal {
  if (!known.isListed && added.isListed) return joined(added, known);
  const facts = Object.fromEntries(Object.entries(added).filter(([, value]) => value !== undefined));
  return {
    ...facts,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    id: known.id,
    kind:
      known.kind === 'unknown' || (known.kind === 'servicePrincipal' && added.kind === 'managedIdentity')
        ? added.kind
        : known.kind,
    name: known.name === known.id ? added.name : known.name,
    isListed: known.isListed || added.isListed,
  };
}
