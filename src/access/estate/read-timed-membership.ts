import type { Value } from '../../kernel/index.ts';
import { textAt } from './field.ts';
import type { ObjectPlace } from './read-role-assignment.ts';
import type { TimedMembership } from './timed-membership.ts';

/**
 * An instance of a schedule of Privileged Identity Management for groups (learn.microsoft.com/graph/api/resources/privilegedaccessgroupeligibilityscheduleinstance,
 * privilegedaccessgroupassignmentscheduleinstance); `undefined` when it does not say who is what of which group.
 */
export function readTimedMembership(
  body: Value,
  { id, file }: ObjectPlace,
  isEligible: boolean,
): TimedMembership | undefined {
  const groupId = textAt(body, 'groupId');
  const principalId = textAt(body, 'principalId');
  const as = textAt(body, 'accessId')?.toLowerCase();
  if (groupId === undefined || principalId === undefined || (as !== 'member' && as !== 'owner'))
    return undefined;
  const isActivated = textAt(body, 'assignmentType')?.toLowerCase() === 'activated';
  return {
    kind: isEligible ? 'eligible' : isActivated ? 'activated' : 'assigned',
    as,
    id,
    groupId,
    principalId,
    start: textAt(body, 'startDateTime'),
    end: textAt(body, 'endDateTime'),
    file,
  };
}
