import { fold } from '../../kernel/index.ts';
import { type AskedAction, scopeKey } from '../assignment/index.ts';
import { type AttributeFact, attributeNamed, type ConditionFacts } from '../condition/index.ts';
import type { AccessModel } from '../estate/index.ts';
import type { Principal } from '../principal/index.ts';
import type { ActionQuestion } from './access-question.ts';

/** The action of a question with all that is known for conditions. */
export function askedAction(
  model: AccessModel,
  question: ActionQuestion,
  principal?: Principal | undefined,
): AskedAction {
  const action = question.action.trim();
  const plane = question.plane ?? (model.facts.isDataAction(fold(action)) ? 'data' : 'control');
  return { action, plane, facts: factsFor(question, action, principal) };
}

function factsFor(
  { facts, resource, at }: ActionQuestion,
  action: string,
  principal: Principal | undefined,
): ConditionFacts {
  const attributes = new Map<string, AttributeFact>(namesInId(resource));
  for (const [name, values] of Object.entries(principal?.attributes ?? {}))
    attributes.set(
      attributeKey(`@Principal[Microsoft.Directory/CustomSecurityAttributes/Id:${name}]`),
      values,
    );
  if (at !== undefined) attributes.set(attributeKey('@Environment[UtcNow]'), [at]);
  for (const [key, fact] of facts?.attributes ?? []) attributes.set(key, fact);
  // Only actions on blobs have suboperations (articles/role-based-access-control/conditions-format.md#suboperations).
  const isBlob = /\/containers\/blobs\//i.test(action);
  return { action, subOperation: facts?.subOperation ?? (isBlob ? undefined : null), attributes };
}

const storage =
  /\/providers\/microsoft\.storage\/storageaccounts\/([^/]+)(?:\/(blob|queue)services\/[^/]+\/(containers|queues)\/([^/]+))?/;

/**
 * The names that an id of storage has in it, for the conditions that look at them. All of them are in lower case
 * (articles/azure-resource-manager/management/resource-name-rules.md#microsoftstorage), however the id spells them.
 */
function* namesInId(resource: string): Generator<[string, AttributeFact]> {
  const [, account, service, kind, name] = storage.exec(scopeKey(resource)) ?? [];
  if (account !== undefined)
    yield [attributeKey('@Resource[Microsoft.Storage/storageAccounts:name]'), [account]];
  if (name !== undefined)
    yield [
      attributeKey(`@Resource[Microsoft.Storage/storageAccounts/${service}Services/${kind}:name]`),
      [name],
    ];
}

function attributeKey(name: string): string {
  return attributeNamed(name).key;
}

/** The key of the resource that an id is of or in which it is, among those of a map; `undefined` when it is in none. */
export function ownerIn(keys: { has(key: string): boolean }, resource: string): string | undefined {
  const key = scopeKey(resource);
  for (let end = key.length; end > 0; end = key.lastIndexOf('/', end - 1)) {
    const owner = key.slice(0, end);
    if (keys.has(owner)) return owner;
  }
  return undefined;
}
