import type { Value } from '../kernel/index.ts';

/** What an answer holds that was asked for below one object. */
export interface RelationContext {
  /** The set that the object is of: `groups`, `applications` ... */
  readonly set: string;
  readonly parentId: string;
  /** What of it was asked for: `members`, `federatedIdentityCredentials` ... */
  readonly relation: string;
}

const relationPattern =
  /^https:\/\/graph\.microsoft\.[^#]*#(?:[^('#]*\/)?([a-z]+)\('([^']+)'\)\/(?:microsoft\.graph\.[a-z]+\/)?([a-z0-9]+)/i;

/**
 * Reads `https://graph.microsoft.com/v1.0/$metadata#groups('<id>')/members`; `undefined` for a context of another form
 * (docs.oasis-open.org/odata/odata/v4.01, context URLs of contained and related entities).
 */
export function readRelationContext(context: Value | undefined): RelationContext | undefined {
  if (typeof context !== 'string') return undefined;
  const [, set, parentId, relation] = relationPattern.exec(context) ?? [];
  return set === undefined || parentId === undefined || relation === undefined
    ? undefined
    : { set, parentId, relation };
}
