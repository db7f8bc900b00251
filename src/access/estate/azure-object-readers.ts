import { fold } from '../../kernel/index.ts';
import { keepAssignment, kept, type ObjectReader, roleReader } from './object-reader.ts';
import { readActivationRule, readPolicyLink } from './read-activation-rule.ts';
import { readDenyAssignment } from './read-deny-assignment.ts';
import { readRoleAssignment, readScheduleInstance } from './read-role-assignment.ts';

/** Readers of objects of Azure Resource Manager, by the folded type. */
export const azureObjectReaders: ReadonlyMap<string, ObjectReader> = new Map<string, ObjectReader>([
  ['microsoft.authorization/roledefinitions', roleReader(false)],
  [
    'microsoft.authorization/roleassignments',
    ({ body, id, file }, shelf) => {
      shelf.seen.add('roleAssignments');
      return kept(readRoleAssignment(body, { id, file }), (one) => keepAssignment(one, shelf));
    },
  ],
  [
    'microsoft.authorization/denyassignments',
    ({ body, id, file }, shelf) => {
      shelf.seen.add('denyAssignments');
      return kept(readDenyAssignment(body, { id, file }), (one) => shelf.denials.push(one));
    },
  ],
  ['microsoft.authorization/roleassignmentscheduleinstances', scheduleReader(false)],
  ['microsoft.authorization/roleeligibilityscheduleinstances', scheduleReader(true)],
  [
    'microsoft.authorization/rolemanagementpolicyassignments',
    ({ body, id }, shelf) => {
      shelf.seen.add('activationRules');
      return kept(readPolicyLink(body, id), (one) => shelf.links.push(one));
    },
  ],
  [
    'microsoft.authorization/rolemanagementpolicies',
    ({ body, id }, shelf) => {
      shelf.seen.add('activationRules');
      return kept(readActivationRule(body, id), (one) => shelf.rules.set(fold(id), one));
    },
  ],
]);

function scheduleReader(isEligible: boolean): ObjectReader {
  return ({ body, id, file }, shelf) => {
    if (isEligible) shelf.seen.add('eligibility');
    return kept(readScheduleInstance(body, { id, file }, isEligible), (one) => shelf.schedules.push(one));
  };
}
