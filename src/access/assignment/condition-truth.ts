import { Source } from '../../kernel/index.ts';
import {
  type ConditionFacts,
  type ConditionReading,
  conditionVersionProblem,
  evaluateCondition,
  parseCondition,
} from '../condition/index.ts';
import type { RoleCondition } from '../role/index.ts';
import { type AccessTruth, no, onlyIf, unseen, yes } from './access-truth.ts';

const readings = new Map<string, ConditionReading>();
const readingCountMax = 4_096;

/** Reads a condition; a text that was read before is not read again. */
export function readingOf({ text }: RoleCondition): ConditionReading {
  let reading = readings.get(text);
  if (reading === undefined) {
    if (readings.size >= readingCountMax) readings.clear();
    reading = parseCondition(new Source('condition', text));
    readings.set(text, reading);
  }
  return reading;
}

/** Whether a condition is met, on what is known. One that cannot be read is neither met nor failed: what it decides is not known. */
export function conditionTruth(condition: RoleCondition, facts: ConditionFacts, about: string): AccessTruth {
  if (condition.isUnseen === true)
    return unseen({
      source: 'roleAssignments',
      what: 'AzureHound does not say whether the role assignment has a condition',
      about,
    });
  const { condition: read, diagnostics } = readingOf(condition);
  if (read === undefined) {
    const why = diagnostics.find(({ level }) => level === 'error')?.message ?? 'it is no condition';
    return unseen({ source: 'conditions', what: `the condition cannot be read: ${why}`, about });
  }
  const version = conditionVersionProblem(
    condition.version || undefined,
    new Source('condition', condition.text),
  );
  if (version?.level === 'error')
    return unseen({
      source: 'conditions',
      what: `the condition cannot be decided: ${version.message}`,
      about,
    });
  const decision = evaluateCondition(read, facts);
  if (decision.kind === 'allowedIf') return onlyIf(decision.residual);
  return decision.kind === 'allowed' ? yes : no;
}
