import type { AccessGap, AccessModel } from '../estate/index.ts';
import type { Principal } from '../principal/index.ts';
import type { NamedPrincipal } from './access-answer.ts';

/** The principal of a question, with all the groups it is in. */
export interface Asker {
  /** Its number; one that no principal has, for one that nothing names. */
  readonly position: number;
  readonly principal: Principal;
  /** Each with the principal that it was reached from, itself included. */
  readonly groups: ReadonlyMap<number, number>;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Finds whom a question is about; a gap when that is nobody or more than one. An object id that nothing names is a principal too: one without assignments of its own. */
export function askerOf(model: AccessModel, name: string): Asker | AccessGap {
  const positions = model.principals.named(name);
  const [position] = positions;
  if (positions.length > 1)
    return {
      source: 'question',
      what: `${positions.length} principals are called \`${name}\`; ask by object id`,
    };
  if (position !== undefined)
    return {
      position,
      principal: model.principals.at(position),
      groups: model.membership.groupsOf(position),
    };
  if (!guid.test(name.trim())) return { source: 'question', what: `no principal is called \`${name}\`` };
  const stranger: Principal = { id: name.trim(), kind: 'unknown', name: name.trim(), isListed: false };
  const beyond = model.principals.size;
  return { position: beyond, principal: stranger, groups: new Map([[beyond, beyond]]) };
}

/** From the asker to a group it is in, both included. */
export function chainTo(model: AccessModel, asker: Asker, group: number): readonly NamedPrincipal[] {
  const chain: NamedPrincipal[] = [];
  let at: number | undefined = group;
  while (at !== undefined && at !== asker.position) {
    chain.unshift(named(model.principals.at(at)));
    at = asker.groups.get(at);
  }
  return [named(asker.principal), ...chain];
}

/** A principal as answers name it. */
export function named({ id, name, kind, isListed, isEnabled }: Principal): NamedPrincipal {
  return { id, name, kind, isListed, ...(isEnabled === undefined ? {} : { isEnabled }) };
}
