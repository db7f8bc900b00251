import { fold, type Value, type ValueObject } from '../kernel/index.ts';
import type { DirectoryObject } from './directory-object.ts';
import { readRelationContext } from './relation-context.ts';

/** Relations whose answers list objects that do not say what they are related to (learn.microsoft.com/graph/api/group-list-members, application-list-owners ...). */
const relations: ReadonlySet<string> = new Set([
  'members',
  'transitivemembers',
  'owners',
  'memberof',
  'transitivememberof',
]);

/** What is kept of a related object: the object itself is read beside. */
const kept = ['@odata.type', 'displayName', 'userPrincipalName', 'servicePrincipalType'];

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * That an object is related to the one below which it was asked for, as an object of its own: `microsoft.graph.groups/members` with the ids of both,
 * `parentId` and `id`. `undefined` for what is no such relation, or where the answer names the parent by something else than its object id.
 */
export function readDirectoryRelation(
  item: ValueObject,
  context: string | undefined,
): DirectoryObject | undefined {
  const found = readRelationContext(item['@odata.context']) ?? readRelationContext(context);
  if (found === undefined || !relations.has(fold(found.relation))) return undefined;
  const { set, parentId, relation } = found;
  const { id } = item;
  if (typeof id !== 'string' || !objectId.test(parentId)) return undefined;
  const body: Record<string, Value> = { parentId, id };
  for (const name of kept) if (item[name] !== undefined) body[name] = item[name];
  return { type: `microsoft.graph.${set}/${relation}`, id: `${parentId} ${id}`, body };
}
