import { fold, Unknown, type Value, type ValueObject } from '../kernel/index.ts';

/** The resource that a policy looks at, with what policy functions tell of its surroundings. */
export interface PolicySubject {
  /** The ARM-shaped resource; parts may be unknown. */
  readonly body: ValueObject;
  readonly type: string;
  /** The full name, parents included. */
  readonly name: Value;
  readonly id: Value | undefined;
  readonly apiVersion: string | undefined;
  /** The location of the nearest parent, for children that have none of their own. */
  readonly parentLocation?: Value | undefined;
}

/** What `subscription()`, `resourceGroup()` and the like answer while a policy is evaluated. */
export interface PolicyContext {
  readonly subscription?: Value;
  readonly resourceGroup?: Value;
  /** `requestContext().apiVersion`: the request's when it is checked before deployment, the newest during a scan. */
  readonly requestApiVersion?: Value;
  readonly requestIdentity?: Value;
  /** The moment that `utcNow()` answers, in ISO 8601; absent, it is unknown. */
  readonly now?: string;
}

/** Makes a subject of an ARM-shaped resource. */
export function policySubject(body: ValueObject, parentLocation?: Value): PolicySubject {
  const text = (value: Value | undefined) => (typeof value === 'string' ? value : undefined);
  const get = (name: string): Value | undefined => {
    if (Object.hasOwn(body, name)) return body[name];
    const key = Object.keys(body).find((one) => fold(one) === fold(name));
    return key === undefined ? undefined : body[key];
  };
  return {
    body,
    type: text(get('type')) ?? '',
    name: get('name') ?? null,
    id: get('id'),
    apiVersion: text(get('apiVersion')),
    parentLocation,
  };
}

/** The last segment of a resource's full name. */
export function shortName({ name, type }: PolicySubject): Value {
  return lastSegment(name, type.split('/').length - 2);
}

/** `slashCount` is how many slashes the whole has, which tells whether those that are known are all. */
function lastSegment(name: Value, slashCount: number): Value {
  if (typeof name === 'string') return afterSlash(name);
  if (!(name instanceof Unknown)) return name;
  if (name.suffix.includes('/')) return afterSlash(name.suffix);
  const hasWholeParent = name.prefix.split('/').length - 1 >= slashCount;
  return name.derive(name.expression, {
    type: name.type,
    prefix: hasWholeParent ? afterSlash(name.prefix) : '',
    suffix: name.suffix,
    candidates: name.candidates?.map((one) => lastSegment(one, slashCount)),
  });
}

function afterSlash(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
