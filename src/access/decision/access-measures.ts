import { fold, isObject, type Value } from '../../kernel/index.ts';
import { isInForce, needsActivation, type RoleAssignment } from '../assignment/index.ts';
import type { ConditionalAccessPolicy, SignInRecord } from '../conditional-access/index.ts';
import type { AccessModel } from '../estate/index.ts';
import { classifyRole } from '../role/index.ts';
import { type AccessMeasure, type MeasureGround, shareOf, type TakeMeasure } from './access-measure.ts';
import { workloadCredential } from './workload-credential.ts';

/** Every measure, in the order of reports. */
const measures: readonly TakeMeasure[] = [
  phishingResistance,
  standingPrivilege,
  legacyAuthentication,
  deviceTrust,
  workloadSecrets,
  implicitTrust,
];

/** Measures how far an estate knows and trusts whom it lets in (NIST SP 800-207 §2.1). */
export function accessMeasures(ground: MeasureGround): readonly AccessMeasure[] {
  return measures.map((take) => take(ground));
}

const resistantMethods = [
  'fido2',
  'passkeydevicebound',
  'windowshelloforbusiness',
  'x509certificatemultifactor',
];

/** By `userRegistrationDetails` of Microsoft Graph (graph/api/resources/userregistrationdetails). */
function phishingResistance({ objects }: MeasureGround): AccessMeasure {
  const details = objects.filter(({ type }) =>
    fold(type).startsWith('microsoft.graph.userregistrationdetail'),
  );
  return shareOf(
    { name: 'phishingResistance', what: 'people who have registered a method that resists phishing' },
    details,
    ({ body }) => methodsOf(body)?.some((one) => resistantMethods.includes(fold(one))),
    ({ id }) => id,
    details.length === 0
      ? ['no registered methods: GET /reports/authenticationMethods/userRegistrationDetails']
      : [],
  );
}

function methodsOf(body: Value): readonly string[] | undefined {
  const methods = isObject(body) ? body.methodsRegistered : undefined;
  return Array.isArray(methods) ? methods.filter((one) => typeof one === 'string') : undefined;
}

/** Privileged roles that are only there while they are needed, of all that are assigned. */
function standingPrivilege({ model, at }: MeasureGround): AccessMeasure {
  const privileged = [...model.azure.all, ...model.directory.all].filter(
    (one) => isInForce(one, at) && isPrivileged(model, one),
  );
  return shareOf(
    { name: 'standingPrivilege', what: 'privileged role assignments that must be activated or end' },
    privileged.filter(({ kind }) => kind !== 'activated'),
    (one) => needsActivation(one) || one.end !== undefined,
    ({ id }) => id,
    model.seen.has('roleAssignments') ? [] : ['no role assignments were exported'],
  );
}

function isPrivileged(model: AccessModel, { realm, role }: RoleAssignment): boolean {
  const definition = (realm === 'azure' ? model.roles : model.directoryRoles).find(role);
  if (definition === undefined) return false;
  if (realm === 'directory')
    return definition.permissions.some(({ actions }) => actions.some(changesDirectory));
  const { tierAtMost } = classifyRole(definition);
  return tierAtMost === 'control' || tierAtMost === 'management';
}

function changesDirectory(action: string): boolean {
  return !fold(action).endsWith('/read');
}

function legacyAuthentication({ signIns }: MeasureGround): AccessMeasure {
  return shareOf(
    { name: 'modernAuthentication', what: 'sign-ins that were let in by modern authentication' },
    signIns.filter(({ hasSucceeded }) => hasSucceeded),
    ({ signIn: { clientApp } }) =>
      clientApp === undefined ? undefined : clientApp !== 'other' && clientApp !== 'exchangeActiveSync',
    ({ id }) => id,
    logGap(signIns),
  );
}

function deviceTrust({ signIns }: MeasureGround): AccessMeasure {
  return shareOf(
    { name: 'deviceTrust', what: 'sign-ins that were let in from a compliant or domain-joined device' },
    signIns.filter(({ hasSucceeded }) => hasSucceeded),
    ({ signIn: { device } }) => {
      if (device === undefined) return undefined;
      if (!device.isRegistered) return false;
      const { isCompliant, trustType } = device.properties;
      return isCompliant === true || (typeof trustType === 'string' && fold(trustType) === 'serverad');
    },
    ({ id }) => id,
    logGap(signIns),
  );
}

function logGap(signIns: readonly SignInRecord[]): readonly string[] {
  return signIns.length === 0 ? ['no sign-in log: GET /auditLogs/signIns'] : [];
}

/** Workloads without a secret that could be copied, of all that have a way to authenticate. */
function workloadSecrets({ model, at }: MeasureGround): AccessMeasure {
  const workloads = model.principals.all.filter(
    ({ kind, isListed }) => isListed && (kind === 'servicePrincipal' || kind === 'managedIdentity'),
  );
  return shareOf(
    { name: 'workloadsWithoutSecrets', what: 'workloads that authenticate without a client secret' },
    workloads.filter((one) => workloadCredential(model, one, at).kind !== 'none'),
    (one) => {
      const { kind } = workloadCredential(model, one, at);
      return kind === 'unknown' ? undefined : kind !== 'password';
    },
    ({ id }) => id,
    model.seen.has('applications') ? [] : ['no applications were exported: GET /applications'],
  );
}

/** Policies that ask for more than a network: one that leaves out trusted locations lets in there whoever has a password. */
function implicitTrust({ reading }: MeasureGround): AccessMeasure {
  const asking = reading.tenant.policies.filter(
    ({ state, grant }) => fold(state) === 'enabled' && grant !== undefined,
  );
  const trusted = new Set(
    (reading.tenant.locations ?? []).flatMap((one) =>
      one.kind === 'ip' && one.isTrusted ? [fold(one.id)] : [],
    ),
  );
  return shareOf(
    {
      name: 'noImplicitTrust',
      what: 'Conditional Access policies that ask the same on a trusted network as elsewhere',
    },
    asking.filter((one) => !isBlocking(one)),
    ({ locations }) =>
      !(locations?.exclude ?? []).some((one) => fold(one) === 'alltrusted' || trusted.has(fold(one))),
    ({ displayName, id }) => displayName || id,
    reading.hasPolicies ? [] : ['no Conditional Access policies were exported'],
  );
}

function isBlocking({ grant }: ConditionalAccessPolicy): boolean {
  return grant?.builtInControls.some((one) => fold(one) === 'block') ?? false;
}
