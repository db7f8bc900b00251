import {
  type Diagnostic,
  diagnostic,
  fold,
  isObject,
  type Value,
  type ValueObject,
} from '../../../kernel/index.ts';
import type { Device, DeviceValue } from '../device-rule/evaluate-device-rule.ts';
import {
  type ClientApp,
  type Platform,
  type RiskLevel,
  riskLevels,
  type SignIn,
} from '../sign-in/sign-in.ts';

/** A record of the sign-in log of Microsoft Graph (graph/api/resources/signin). */
export interface SignInRecord {
  readonly id: string;
  /** ISO 8601. */
  readonly createdDateTime: string;
  readonly userId: string;
  readonly signIn: SignIn;
  /** Whether it was let in. */
  readonly hasSucceeded: boolean;
  /** Whether it was let in with multifactor authentication. */
  readonly hadMultifactor: boolean;
}

/** Reads a sign-in log. What a record does not hold is not known; a record without user, resource and time is left out. */
export function readSignInRecords(
  values: readonly Value[],
  file: string,
): { readonly records: readonly SignInRecord[]; readonly diagnostics: readonly Diagnostic[] } {
  const records: SignInRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, value] of values.entries()) {
    const record = isObject(value) ? recordOf(value) : 'it is not an object';
    if (typeof record !== 'string') records.push(record);
    else diagnostics.push(diagnostic('LG8057', { number: index + 1, problem: record }, file));
  }
  return { records, diagnostics };
}

function recordOf(value: ValueObject): SignInRecord | string {
  const userId = textOf(value.userId);
  const createdDateTime = textOf(value.createdDateTime);
  const resource = textOf(value.resourceId) || textOf(value.appId);
  if (userId === '' || resource === '') return 'it names no user or no resource';
  if (Number.isNaN(Date.parse(createdDateTime))) return 'it has no time';
  const status = value.status;
  return {
    id: textOf(value.id),
    createdDateTime,
    userId,
    signIn: {
      identity: { kind: 'user', id: userId },
      target: { kind: 'application', id: resource },
      clientApp: clientAppOf(textOf(value.clientAppUsed)),
      platform: platformOf(value.deviceDetail),
      location: locationOf(value),
      signInRisk: riskOf(textOf(value.riskLevelDuringSignIn)),
      device: deviceOf(value.deviceDetail),
      flow: flowOf(textOf(value.authenticationProtocol)),
    },
    hasSucceeded: isObject(status) && status.errorCode === 0,
    hadMultifactor: fold(textOf(value.authenticationRequirement)) === 'multifactorauthentication',
  };
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Everything that is neither a browser, a modern client nor Exchange ActiveSync is legacy authentication. */
function clientAppOf(name: string): ClientApp | undefined {
  switch (fold(name)) {
    case '':
      return undefined;
    case 'browser':
      return 'browser';
    case 'mobile apps and desktop clients':
      return 'mobileAppsAndDesktopClients';
    case 'exchange activesync':
      return 'exchangeActiveSync';
    default:
      return 'other';
  }
}

const platformsByPrefix: readonly (readonly [prefix: string, platform: Platform])[] = [
  ['windows phone', 'windowsPhone'],
  ['windows', 'windows'],
  ['macos', 'macOS'],
  ['ios', 'iOS'],
  ['android', 'android'],
  ['linux', 'linux'],
];

function platformOf(detail: Value | undefined): Platform | undefined {
  const system = isObject(detail) ? fold(textOf(detail.operatingSystem)) : '';
  if (system === '') return undefined;
  return platformsByPrefix.find(([prefix]) => system.startsWith(prefix))?.[1] ?? 'other';
}

function locationOf(value: ValueObject): SignIn['location'] {
  const ipAddress = textOf(value.ipAddress);
  const place = value.location;
  const country = isObject(place) ? textOf(place.countryOrRegion) : '';
  if (ipAddress === '' && country === '') return undefined;
  return { kind: 'address', ipAddress: ipAddress || undefined, country: country || undefined };
}

function riskOf(name: string): RiskLevel | undefined {
  return riskLevels.find((level) => level === fold(name));
}

/** A device without an id is not registered. The log calls kinds of trust otherwise than device filters do. */
function deviceOf(detail: Value | undefined): Device | undefined {
  if (!isObject(detail)) return undefined;
  const deviceId = textOf(detail.deviceId);
  if (deviceId === '') return { isRegistered: false };
  const properties: Record<string, DeviceValue> = { deviceId };
  const name = textOf(detail.displayName);
  if (name !== '') properties.displayName = name;
  if (typeof detail.isCompliant === 'boolean') properties.isCompliant = detail.isCompliant;
  const trust = trustTypes.get(fold(textOf(detail.trustType)));
  if (trust !== undefined) properties.trustType = trust;
  return { isRegistered: true, properties };
}

const trustTypes: ReadonlyMap<string, string> = new Map([
  ['azure ad joined', 'AzureAD'],
  ['azuread', 'AzureAD'],
  ['hybrid azure ad joined', 'ServerAD'],
  ['serverad', 'ServerAD'],
  ['azure ad registered', 'Workplace'],
  ['workplace', 'Workplace'],
]);

function flowOf(protocol: string): SignIn['flow'] {
  switch (fold(protocol)) {
    case '':
    case 'unknownfuturevalue':
      return undefined;
    case 'devicecode':
      return 'deviceCodeFlow';
    case 'authenticationtransfer':
      return 'authenticationTransfer';
    default:
      return 'none';
  }
}
