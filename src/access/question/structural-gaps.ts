import { fold } from '../../kernel/index.ts';
import type { AccessRealm, ScopeChain } from '../assignment/index.ts';
import type { AccessGap, AccessModel } from '../estate/index.ts';
import type { AccessView } from './access-question.ts';

/** What was not seen that could grant access at a scope: whole exports, the scopes above, and objects that could not be read. */
export function grantGaps(
  model: AccessModel,
  realm: AccessRealm,
  { keys, isWhole }: ScopeChain,
  { activate }: AccessView,
): readonly AccessGap[] {
  const gaps: AccessGap[] = [];
  if (activate === true && !model.seen.has('groupEligibility'))
    gaps.push({ source: 'groupEligibility', what: 'no eligible memberships of groups were exported' });
  if (realm === 'directory') {
    if (!model.seen.has('directoryRoles'))
      gaps.push({ source: 'directoryRoles', what: 'no assignments of directory roles were exported' });
    return gaps;
  }
  const isStated = model.stated.has('roleAssignments');
  if (!model.seen.has('roleAssignments'))
    gaps.push({ source: 'roleAssignments', what: 'no role assignments were exported' });
  else if (!isStated && !model.azure.coversSubscriptionOf(keys[0] ?? '/'))
    gaps.push({ source: 'roleAssignments', what: 'no role assignment of this subscription was exported' });
  if (
    !isWhole &&
    !(isStated && !hasGroupScope(model.azure.scopeKeys)) &&
    !model.stated.has('managementGroups')
  )
    gaps.push(aboveUnseen(keys));
  gaps.push(...unreadGaps(model, 'roleassignment', 'roleAssignments'));
  if (activate === true && !model.seen.has('eligibility'))
    gaps.push({ source: 'eligibility', what: 'no eligible assignments were exported' });
  return gaps;
}

/** What was not seen that could deny access at a scope. */
export function denyGaps(
  model: AccessModel,
  realm: AccessRealm,
  { keys, isWhole }: ScopeChain,
): readonly AccessGap[] {
  if (realm === 'directory') return [];
  if (!model.seen.has('denyAssignments'))
    return [{ source: 'denyAssignments', what: 'no deny assignments were exported' }];
  const gaps: AccessGap[] = [];
  if (!isWhole && hasGroupScope(model.denials.scopeKeys) && !model.stated.has('managementGroups'))
    gaps.push(aboveUnseen(keys));
  return [...gaps, ...unreadGaps(model, 'denyassignment', 'denyAssignments')];
}

function aboveUnseen(keys: readonly string[]): AccessGap {
  const top = keys.at(-2) ?? keys.at(-1) ?? '/';
  return { source: 'managementGroups', what: `the management groups above ${top} were not seen`, about: top };
}

function hasGroupScope(keys: Iterable<string>): boolean {
  for (const key of keys) if (key.startsWith('/providers/microsoft.management/')) return true;
  return false;
}

function* unreadGaps(model: AccessModel, type: string, source: AccessGap['source']): Generator<AccessGap> {
  for (const { id, type: of, problem } of model.unread)
    if (fold(of).includes(type)) yield { source, what: `${id} could not be read: ${problem}`, about: id };
}
