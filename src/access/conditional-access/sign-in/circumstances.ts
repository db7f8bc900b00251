import { fold } from '../../../kernel/index.ts';
import type { DeviceValue } from '../device-rule/evaluate-device-rule.ts';
import type { Clause, Control } from './control.ts';
import type { SignIn } from './sign-in.ts';
import type { Truth } from './truth.ts';

/**
 * What a clause comes to for a sign-in: the controls that are left to be satisfied (none: access is blocked), or `met` where the device satisfies
 * it already. Legacy clients satisfy nothing, a device-code flow and a device that is not registered no control of devices, a service principal
 * nothing (docs/identity/conditional-access/concept-conditional-access-conditions.md, concept-authentication-flows.md, workload-identity.md).
 */
export function clauseFor(clause: Clause, signIn: Partial<SignIn>): Clause | 'met' {
  const left: Control[] = [];
  for (const control of clause) {
    const satisfied = satisfaction(control, signIn);
    if (satisfied === true) return 'met';
    if (satisfied === undefined) left.push(control);
  }
  return left;
}

/** Whether the sign-in satisfies a control by what it is, or cannot; `undefined`: it may. */
function satisfaction({ kind, key }: Control, signIn: Partial<SignIn>): Truth {
  const { identity, clientApp, flow } = signIn;
  if (identity?.kind === 'servicePrincipal' || clientApp === 'other') return false;
  const ofDevice =
    key === 'compliantdevice' ? 'isCompliant' : key === 'domainjoineddevice' ? 'trustType' : undefined;
  if (ofDevice !== undefined) return flow === 'deviceCodeFlow' ? false : deviceState(signIn, ofDevice);
  const isInteractive = kind !== 'builtIn' || key === 'mfa' || key === 'passwordchange';
  return clientApp === 'exchangeActiveSync' && isInteractive ? false : undefined;
}

function deviceState({ device }: Partial<SignIn>, property: 'isCompliant' | 'trustType'): Truth {
  if (device === undefined) return undefined;
  const value: DeviceValue | undefined = device.isRegistered ? device.properties[property] : null;
  if (value === undefined) return undefined;
  return fold(String(value)) === (property === 'isCompliant' ? 'true' : 'serverad');
}
