import type { Estate } from '../../estate/index.ts';
import { fold, isObject, type Value } from '../../kernel/index.ts';

/** The object id of the identity that an assignment of an estate has, its own or one that it was given; `undefined` where the estate does not show it. */
export function assignmentIdentity(
  assignmentId: string,
  { governance }: Pick<Estate, 'governance'>,
): string | undefined {
  const item = governance.find(({ kind, id }) => kind === 'assignment' && fold(id) === fold(assignmentId));
  const identity = item?.body.identity;
  if (identity === undefined || !isObject(identity)) return undefined;
  const { userAssignedIdentities: given } = identity;
  const all = [identity, ...(given !== undefined && isObject(given) ? Object.values(given) : [])];
  return all.flatMap((one): Value[] => (isObject(one) ? [one.principalId ?? ''] : [])).find(isText);
}

function isText(value: Value): value is string {
  return typeof value === 'string' && value !== '';
}
