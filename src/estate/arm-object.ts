import {
  fold,
  formatResourceId,
  isObject,
  parseResourceId,
  sameName,
  type Value,
  type ValueObject,
} from '../kernel/index.ts';
import { hasOnlyEnvelopeKeys, putPropertiesBack } from './flattened-resource.ts';

/** An Azure resource as it came: with its properties, without any, or with its properties flattened into it by az. */
export type ArmShape = 'full' | 'bare' | 'flattened';

/** An object of Azure Resource Manager with an id, a type and a full name. */
export interface ArmObject {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** ARM-shaped: what az flattened is put back under `properties`; `id`, `type` and `name` are those above. */
  readonly body: ValueObject;
  readonly shape: ArmShape;
}

const subscriptionType = 'Microsoft.Resources/subscriptions';
/** The spelling of policies; Azure Resource Manager itself answers `Microsoft.Resources/resourceGroups`. */
const resourceGroupType = 'Microsoft.Resources/subscriptions/resourceGroups';

/**
 * Reads an object of Azure Resource Manager, `undefined` when it is none. What its type and name do not say its id does
 * (articles/azure-resource-manager/management/resource-name-rules.md). The object that is given is changed.
 */
export function readArmObject(item: ValueObject): ArmObject | undefined {
  const id = idOf(item);
  if (id === undefined) return undefined;
  const parsed = parseResourceId(id);
  if (parsed === undefined || isUsage(item)) return undefined;
  const type = typeOf(item.type, parsed.type);
  const body: ValueObject = item;
  body.id = id;
  body.type = type;
  body.name = parsed.name;
  dropEmptyColumns(body);
  const shape = shapeOf(body);
  if (shape === 'flattened') putPropertiesBack(body);
  return { id, type, name: parsed.name, body, shape };
}

/** Resource Graph has every column in every row (articles/governance/resource-graph/concepts/explore-resources.md); one that is empty there is absent in the resource itself. */
function dropEmptyColumns(body: Record<string, Value>): void {
  for (const name of optionalColumns) if (body[name] === null || body[name] === '') delete body[name];
}

const optionalColumns = [
  'location',
  'kind',
  'managedBy',
  'sku',
  'plan',
  'tags',
  'identity',
  'zones',
  'extendedLocation',
];

function idOf(item: ValueObject): string | undefined {
  const { id } = item;
  if (typeof id === 'string') {
    const whole = /^(subscriptions|providers)\//i.test(id) ? `/${id}` : id;
    return whole.length > 1 && whole.endsWith('/') ? whole.slice(0, -1) : whole;
  }
  return id === undefined ? composedId(item) : undefined;
}

/** The id of a row of Resource Graph from which `project` has left out the id. */
function composedId({ subscriptionId, resourceGroup, type, name }: ValueObject): string | undefined {
  if (typeof subscriptionId !== 'string' || typeof type !== 'string' || typeof name !== 'string')
    return undefined;
  if (type.split('/').length !== name.split('/').length + 1) return undefined;
  const group =
    typeof resourceGroup === 'string' && resourceGroup !== '' ? `/resourceGroups/${resourceGroup}` : '';
  return formatResourceId({ scope: `/subscriptions/${subscriptionId}${group}`, type, name });
}

/** The type that the id names, for two readings of one id to have one type, in the spelling that the object states. */
function typeOf(stated: Value | undefined, ofId: string): string {
  const policySpelling = containerTypes.get(fold(ofId));
  if (policySpelling !== undefined) return policySpelling;
  return typeof stated === 'string' && sameName(stated, ofId) ? stated : ofId;
}

const containerTypes: ReadonlyMap<string, string> = new Map([
  ['microsoft.resources/subscriptions', subscriptionType],
  ['microsoft.resources/resourcegroups', resourceGroupType],
  ['microsoft.resources/subscriptions/resourcegroups', resourceGroupType],
]);

function shapeOf(body: ValueObject): ArmShape {
  if (isObject(body.properties)) return 'full';
  if (body.properties !== undefined || hasOnlyEnvelopeKeys(body)) return 'bare';
  return 'flattened';
}

/** Quota counters have ids like resources, but are none. */
function isUsage(item: ValueObject): boolean {
  return isObject(item.name) || (item.currentValue !== undefined && item.limit !== undefined);
}
