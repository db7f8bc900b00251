import type { Condition } from './condition.ts';

/** A part of a condition that limits some actions: `!(ActionMatches{...}) OR body`. */
export interface Guard {
  readonly actions: readonly GuardedAction[];
  /** What must hold for them; `undefined` when nothing would do. */
  readonly body: Condition | undefined;
}

/** One action pattern of a guard. */
export interface GuardedAction {
  readonly pattern: string;
  /** In words, with a blank before it: ` with suboperation x`, ` except suboperation x`, or nothing. */
  readonly limit: string;
}

/** The condition as a guard; `undefined` when it is none. */
export function guardOf(condition: Condition): Guard | undefined {
  const parts = condition.kind === 'or' ? condition.conditions : [condition];
  const at = parts.findIndex((part) => actionsOf(part) !== undefined);
  const head = parts[at];
  const actions = head && actionsOf(head);
  if (actions === undefined) return undefined;
  const rest = parts.filter((_, index) => index !== at);
  const [first] = rest;
  const { start, end } = condition;
  const body = rest.length < 2 ? first : ({ kind: 'or', conditions: rest, start, end } as const);
  return { actions, body };
}

/** The actions of `!(...)` or of several joined by AND. */
function actionsOf(condition: Condition): GuardedAction[] | undefined {
  const parts = condition.kind === 'and' ? condition.conditions : [condition];
  const actions = parts.map(actionOf);
  return actions.every((action) => action !== undefined) ? actions : undefined;
}

/** `!(ActionMatches{a})`, `!(ActionMatches{a} AND [NOT] SubOperationMatches{s})`. */
function actionOf(condition: Condition): GuardedAction | undefined {
  if (condition.kind !== 'not') return undefined;
  const inner = condition.condition;
  if (inner.kind === 'action') return { pattern: inner.pattern, limit: '' };
  if (inner.kind !== 'and' || inner.conditions.length !== 2) return undefined;
  const [action, limit] = inner.conditions;
  if (action?.kind !== 'action' || limit === undefined) return undefined;
  const subOperation = limit.kind === 'not' ? limit.condition : limit;
  if (subOperation.kind !== 'subOperation') return undefined;
  const word = limit.kind === 'not' ? 'except' : 'with';
  return { pattern: action.pattern, limit: ` ${word} suboperation ${subOperation.pattern}` };
}
