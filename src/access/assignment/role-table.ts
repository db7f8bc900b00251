import { fold } from '../../kernel/index.ts';
import type { RoleDefinition } from '../role/index.ts';

/** Role definitions by the GUID that assignments name. */
export class RoleTable {
  readonly #find: (guid: string) => RoleDefinition | undefined;
  readonly #own = new Map<string, RoleDefinition>();
  readonly #problems = new Map<string, string>();

  /** `find` knows the built-in roles by their GUID. */
  constructor(find: (guid: string) => RoleDefinition | undefined) {
    this.#find = find;
  }

  /** Adds a definition of the estate, which counts more than the built-in one: it is what Azure answered. */
  add(role: RoleDefinition): void {
    this.#own.set(fold(role.name), role);
    this.#problems.delete(fold(role.name));
  }

  /** Takes note that a definition was there and could not be read. */
  addProblem(guid: string, problem: string): void {
    if (!this.#own.has(fold(guid))) this.#problems.set(fold(guid), problem);
  }

  /** By the GUID, in any case; `undefined` when nobody has it or it could not be read ({@link problemOf}). */
  find(guid: string): RoleDefinition | undefined {
    const key = fold(guid);
    return this.#own.get(key) ?? (this.#problems.has(key) ? undefined : this.#find(key));
  }

  problemOf(guid: string): string | undefined {
    return this.#problems.get(fold(guid));
  }

  /** The definitions of the estate itself. */
  get own(): Iterable<RoleDefinition> {
    return this.#own.values();
  }
}

/** The GUID at the end of a role definition's id, folded. */
export function roleGuid(id: string): string {
  return fold(id.slice(id.lastIndexOf('/') + 1));
}
