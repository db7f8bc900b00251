import { fold, isObject, type Value, type ValueObject } from '../kernel/index.ts';
import { namesOfAz, propertyOfEnvelopeName } from './names-of-az.ts';

/** What stands beside `properties` in an Azure resource, and what az adds there. */
const envelopeKeys: ReadonlySet<string> = new Set([
  'id',
  'name',
  'type',
  'location',
  'tags',
  'kind',
  'sku',
  'identity',
  'zones',
  'plan',
  'etag',
  'managedBy',
  'managedByExtended',
  'extendedLocation',
  'systemData',
  'apiVersion',
  'scope',
  'resourceGroup',
  'subscriptionId',
  'tenantId',
  'placement',
  'resources',
  'properties',
]);

/** What `az resource list` prints of a resource beside that. */
const listKeys: ReadonlySet<string> = new Set(['changedTime', 'createdTime', 'provisioningState']);

/** Whether an object has nothing that could be a property: all its keys stand beside `properties`. */
export function hasOnlyEnvelopeKeys(body: ValueObject): boolean {
  for (const key in body) if (!envelopeKeys.has(key) && !listKeys.has(key)) return false;
  return true;
}

/**
 * Puts the properties of a resource back where Azure has them. The commands of a service (`az storage account list`, `az policy assignment list` ...) print
 * them at the top level, and so those of the children that the resource holds. The object that is given is changed.
 */
export function putPropertiesBack(body: ValueObject): void {
  const type = fold(String(body.type));
  const ownNames = propertyOfEnvelopeName.get(type);
  const properties: ValueObject = {};
  for (const key of Object.keys(body)) {
    if (envelopeKeys.has(key) && ownNames?.has(key) !== true) continue;
    properties[key] = body[key]!;
    delete body[key];
  }
  putChildrenBack(properties, fold(String(body.id)));
  namesOfAz.get(type)?.(properties);
  body.properties = properties;
}

/** Children that a resource holds inline - subnets, rules, IP configurations - have the id of the resource before their own. */
function putChildrenBack(value: Value, parentId: string): void {
  if (Array.isArray(value)) for (const item of value) putChildBack(item, parentId);
  else if (isObject(value)) for (const key in value) putChildBack(value[key]!, parentId);
}

function putChildBack(value: Value, parentId: string): void {
  if (isObject(value) && isFlattenedChild(value, parentId)) {
    const properties: ValueObject = {};
    for (const key of Object.keys(value)) {
      if (envelopeKeys.has(key)) continue;
      properties[key] = value[key]!;
      delete value[key];
    }
    value.properties = properties;
  }
  putChildrenBack(value, parentId);
}

function isFlattenedChild(value: ValueObject, parentId: string): boolean {
  if (typeof value.id !== 'string' || value.properties !== undefined || hasOnlyEnvelopeKeys(value))
    return false;
  return fold(value.id).startsWith(`${parentId}/`);
}
