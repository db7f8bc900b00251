import { type AskedAction, scopeChain } from '../assignment/index.ts';
import { type AccessModel, modelAt } from '../estate/index.ts';
import type { AccessAnswer, AroundStep } from './access-answer.ts';
import { type AccessQuestion, realmOf } from './access-question.ts';
import { askedAction } from './asked.ts';
import { askerOf, named } from './asker.ts';
import { Evidence } from './evidence.ts';
import { openKeys } from './open-keys.ts';

/**
 * Decides whether a principal may do an action, as Azure does (articles/role-based-access-control/overview.md#how-azure-rbac-determines-if-a-user-has-access-to-a-resource),
 * and what the answer rests on. What was not seen never makes it `allowed`, `denied` or `notGranted`.
 */
export function decide(anyTime: AccessModel, question: AccessQuestion): AccessAnswer {
  const model = modelAt(anyTime, question);
  const asker = askerOf(model, question.principal);
  const realm = realmOf(question);
  const asked = askedAction(model, question, 'principal' in asker ? asker.principal : undefined);
  const chain = scopeChain(question.resource, model.scopes);
  const { action, plane } = asked;
  const head = {
    principal: 'principal' in asker ? named(asker.principal) : undefined,
    realm,
    plane,
    action,
    resource: question.resource,
    ...(question.at === undefined ? {} : { at: question.at }),
    scopes: chain.keys,
  };
  if (!('principal' in asker)) {
    const empty = { grants: [], denials: [], activatable: [], around: [] };
    return { verdict: 'unknown', asSeen: 'notGranted', ...head, ...empty, unseen: [asker] };
  }
  const found = new Evidence(model, question, asker, asked, chain);
  return {
    ...found.conclude(),
    ...head,
    around: [...found.around, ...keysAround(model, question, asked, question.resource)],
  };
}

/** Whether the principal may take the keys that open the data: that is decided like any other action. */
function keysAround(
  model: AccessModel,
  { principal, at, activate }: AccessQuestion,
  { plane }: AskedAction,
  resource: string,
): readonly AroundStep[] {
  if (plane !== 'data') return [];
  return openKeys(model, resource).flatMap(({ id, setting, actions }) =>
    actions.flatMap((action): AroundStep | readonly [] => {
      const { verdict } = decide(model, { principal, at, activate, action, plane: 'control', resource: id });
      if (verdict === 'notGranted' || verdict === 'denied') return [];
      return { by: 'keys', resourceId: id, setting, action, verdict };
    }),
  );
}
