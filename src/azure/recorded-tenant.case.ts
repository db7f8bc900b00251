import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold, isObject, parseResourceId, type ValueObject } from '../kernel/index.ts';
import type { Tenant } from './tenant.case.ts';

/** A tenant that holds what a folder of recorded answers of Azure Resource Manager holds: resources as rows, everything else in its list. */
export function recordedTenant(folder: string): Tenant {
  const resources = new Map<string, ValueObject>();
  const lists = new Map<string, ValueObject[]>();
  const subscriptions = new Map<string, ValueObject>();
  for (const object of recordedObjects(folder)) {
    const id = String(object.id);
    const parsed = parseResourceId(id);
    const subscriptionId = /^\/subscriptions\/([^/]+)\//i.exec(id)?.[1];
    if (parsed === undefined || subscriptionId === undefined) continue;
    subscriptions.set(fold(subscriptionId), subscriptionRow(subscriptionId));
    const isResource = /\/resourceGroups\/[^/]+$/i.test(parsed.scope) && !parsed.name.includes('/');
    if (isResource) {
      resources.set(fold(id), { ...object, type: fold(parsed.type), subscriptionId: fold(subscriptionId) });
    } else if (parsed.type.split('/').length > 1) {
      const path = fold(id.slice(0, id.lastIndexOf('/')));
      lists.set(path, [...(lists.get(path) ?? []), object]);
    }
  }
  const tables = { resources: [...resources.values()], resourcecontainers: [...subscriptions.values()] };
  return { tables, lists, singles: new Map() };
}

function subscriptionRow(subscriptionId: string): ValueObject {
  const id = `/subscriptions/${fold(subscriptionId)}`;
  return {
    id,
    type: 'microsoft.resources/subscriptions',
    name: 'recorded',
    subscriptionId: fold(subscriptionId),
    properties: {},
  };
}

function recordedObjects(folder: string): ValueObject[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .flatMap((path) => {
      const answer: unknown = JSON.parse(readFileSync(join(folder, path), 'utf8'));
      const list = isObject(answer) && Array.isArray(answer.value) ? answer.value : [answer];
      return list.filter(isObject).filter(({ id }) => typeof id === 'string' && id.startsWith('/'));
    });
}
