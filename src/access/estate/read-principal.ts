import { isObject, type Value, type ValueObject } from '../../kernel/index.ts';
import type { Principal, PrincipalKind } from '../principal/index.ts';
import { fieldAt, flagAt, textAt } from './field.ts';

const kinds: Readonly<Record<string, PrincipalKind>> = {
  'microsoft.graph.user': 'user',
  'microsoft.graph.group': 'group',
  'microsoft.graph.serviceprincipal': 'servicePrincipal',
  'microsoft.graph.device': 'device',
  azuser: 'user',
  azgroup: 'group',
  azserviceprincipal: 'servicePrincipal',
  azdevice: 'device',
};

/** What a type of the directory is as a principal; `undefined` for what is none. */
export function principalKind(type: string): PrincipalKind | undefined {
  return kinds[type.toLowerCase()];
}

/** A user, group, service principal or device of Microsoft Graph or AzureHound. */
export function readPrincipal(body: Value, kind: PrincipalKind): Principal | undefined {
  const id = textAt(body, 'id');
  if (id === undefined) return undefined;
  const userPrincipalName = textAt(body, 'userPrincipalName');
  const isManaged = textAt(body, 'servicePrincipalType') === 'ManagedIdentity';
  const userType = textAt(body, 'userType');
  const isMarkedExternal = userPrincipalName?.toUpperCase().includes('#EXT#') ?? false;
  return {
    id,
    kind: isManaged ? 'managedIdentity' : kind,
    name: textAt(body, 'displayName') ?? userPrincipalName ?? id,
    isListed: true,
    userPrincipalName,
    appId: textAt(body, 'appId'),
    resourceId: isManaged ? resourceOf(body) : undefined,
    isExternal:
      kind === 'user' && (userType !== undefined || isMarkedExternal)
        ? isMarkedExternal || userType?.toLowerCase() === 'guest'
        : undefined,
    isEnabled: flagAt(body, 'accountEnabled'),
    isRoleAssignable: flagAt(body, 'isAssignableToRole'),
    lastSignIn: lastSignInOf(fieldAt(body, 'signInActivity')),
    attributes: attributesOf(fieldAt(body, 'customSecurityAttributes')),
  };
}

/** The service principal of a managed identity names its resource among its alternative names. */
function resourceOf(body: Value): string | undefined {
  const names = fieldAt(body, 'alternativeNames');
  return Array.isArray(names)
    ? names.find((name): name is string => typeof name === 'string' && /^\/subscriptions\//i.test(name))
    : undefined;
}

function lastSignInOf(activity: Value | undefined): string | undefined {
  const moments = [
    textAt(activity, 'lastSignInDateTime'),
    textAt(activity, 'lastNonInteractiveSignInDateTime'),
    textAt(activity, 'lastSuccessfulSignInDateTime'),
  ];
  return moments.filter((one) => one !== undefined).sort((a, b) => Date.parse(b) - Date.parse(a))[0];
}

function attributesOf(sets: Value | undefined): Readonly<Record<string, readonly string[]>> | undefined {
  if (!isObject(sets)) return undefined;
  const attributes: Record<string, readonly string[]> = {};
  for (const [set, values] of Object.entries(sets))
    if (isObject(values))
      for (const [name, value] of attributesIn(values)) attributes[`${set}_${name}`] = value;
  return attributes;
}

function* attributesIn(values: ValueObject): Generator<[string, readonly string[]]> {
  for (const [name, value] of Object.entries(values)) {
    if (name.includes('@')) continue;
    const list = Array.isArray(value) ? value : [value];
    const texts = list.filter(
      (one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean',
    );
    if (texts.length === list.length) yield [name, texts.map(String)];
  }
}
