import type { SignIn } from '../conditional-access/index.ts';
import type { Principal } from '../principal/index.ts';
import { type DecisionFact, type DecisionPart, partOf } from './decision-record.ts';

/** Whether the session can be trusted: risk, device and where it comes from. A network alone is no reason to trust (NIST SP 800-207 §2.1). */
export function trustedPart({ kind }: Principal, signIn: Omit<Partial<SignIn>, 'identity'>): DecisionPart {
  if (kind === 'managedIdentity')
    return partOf([
      { outcome: 'yes', text: 'the token is issued to the resource itself, and to nobody else', objects: [] },
    ]);
  if (kind === 'servicePrincipal')
    return partOf([riskFact('the workload', signIn.servicePrincipalRisk), ...locationFacts(signIn.location)]);
  const risk = [riskFact('the user', signIn.userRisk), riskFact('the sign-in', signIn.signInRisk)];
  return partOf([...risk, deviceFact(signIn.device), ...locationFacts(signIn.location)]);
}

function riskFact(what: string, level: SignIn['signInRisk']): DecisionFact {
  if (level === undefined)
    return { outcome: 'unknown', text: `the risk of ${what} is not known`, objects: [] };
  const isTrusted = level === 'none' || level === 'low';
  return { outcome: isTrusted ? 'yes' : 'no', text: `the risk of ${what} is ${level}`, objects: [] };
}

function deviceFact(device: SignIn['device']): DecisionFact {
  if (device === undefined) return { outcome: 'unknown', text: 'the device is not known', objects: [] };
  if (!device.isRegistered) return { outcome: 'no', text: 'the device is not registered', objects: [] };
  const { deviceId, isCompliant, trustType } = device.properties;
  const objects = typeof deviceId === 'string' ? [deviceId] : [];
  if (isCompliant === true || isCompliant === 'true')
    return { outcome: 'yes', text: 'the device is compliant', objects };
  if (typeof trustType === 'string' && trustType.toLowerCase() === 'serverad')
    return { outcome: 'yes', text: 'the device is joined to the own domain', objects };
  return isCompliant === undefined
    ? { outcome: 'unknown', text: 'whether the device is compliant is not known', objects }
    : { outcome: 'no', text: 'the device is registered but not compliant', objects };
}

/** Where a session comes from never makes it less trusted than the rest says, nor more. */
function locationFacts(location: SignIn['location']): DecisionFact[] {
  if (location?.kind !== 'named') return [];
  const text = location.isTrusted
    ? 'the location is called trusted, which counts for nothing by itself'
    : 'the location is a named one that is not called trusted';
  return [{ outcome: 'yes', text, objects: location.ids }];
}
