import { isIP } from 'node:net';
import { type Command, Option } from 'commander';
import {
  type AuthenticationFlow,
  authenticationFlows,
  type ClientApp,
  clientApps,
  type Device,
  type Platform,
  platforms,
  type RiskLevel,
  riskLevels,
  type SignIn,
} from '../../access/index.ts';
import { UsageError } from '../usage-error.ts';
import type { AccessOptions } from './open-access.ts';

/** What is said of a sign-in on the command line; what is left out is not known. */
export interface SignInOptions extends AccessOptions {
  readonly app?: string;
  readonly client?: ClientApp;
  readonly platform?: Platform;
  readonly ip?: string;
  readonly country?: string;
  readonly signInRisk?: RiskLevel;
  readonly userRisk?: RiskLevel;
  readonly device?: keyof typeof devices;
  readonly flow?: AuthenticationFlow;
}

const devices = {
  compliant: { isRegistered: true, properties: { isCompliant: true } },
  hybrid: { isRegistered: true, properties: { trustType: 'ServerAD', isCompliant: false } },
  registered: { isRegistered: true, properties: { isCompliant: false, trustType: 'Workplace' } },
  unregistered: { isRegistered: false },
} as const satisfies Record<string, Device>;

/** Adds the options that describe a sign-in. */
export function addSignInOptions(command: Command): Command {
  return command
    .option('--app <id>', 'the application id of what is signed in to (default: the management of Azure)')
    .addOption(
      new Option('--client <name>', 'how the client authenticates; other is legacy').choices(clientApps),
    )
    .addOption(new Option('--platform <name>', 'the platform of the device').choices(platforms))
    .option('--ip <address>', 'the address that the sign-in comes from')
    .option('--country <code>', 'its country: two letters of ISO 3166')
    .addOption(new Option('--sign-in-risk <level>', 'the risk of the sign-in').choices(riskLevels))
    .addOption(new Option('--user-risk <level>', 'the risk of the user').choices(riskLevels))
    .addOption(new Option('--device <state>', 'the device').choices(Object.keys(devices)))
    .addOption(new Option('--flow <name>', 'how the sign-in is handed over').choices(authenticationFlows));
}

/** The sign-in that options describe, but for who signs in. */
export function signInOf(options: SignInOptions): Omit<Partial<SignIn>, 'identity'> {
  const { app, client, platform, ip, country, signInRisk, userRisk, device, flow } = options;
  if (country !== undefined && !/^[a-z]{2}$/i.test(country))
    throw new UsageError(`--country takes two letters such as NL, but got \`${country}\``);
  if (ip !== undefined && isIP(ip) === 0)
    throw new UsageError(`--ip takes an address such as 203.0.113.7, but got \`${ip}\``);
  const hasPlace = ip !== undefined || country !== undefined;
  return {
    ...(app === undefined ? {} : { target: { kind: 'application' as const, id: app } }),
    ...(client === undefined ? {} : { clientApp: client }),
    ...(platform === undefined ? {} : { platform }),
    ...(hasPlace
      ? { location: { kind: 'address' as const, ipAddress: ip, country: country?.toUpperCase() } }
      : {}),
    ...(signInRisk === undefined ? {} : { signInRisk }),
    ...(userRisk === undefined ? {} : { userRisk }),
    ...(device === undefined ? {} : { device: devices[device] }),
    ...(flow === undefined ? {} : { flow }),
  };
}
