import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { DeviceValue } from '../../../../src/access/index.ts';

/** A device filter rule and the devices that match it. */
export interface DeviceRuleCase {
  readonly rule: string;
  /** Why it is no rule. */
  readonly problem?: string;
  readonly devices?: readonly {
    /** The properties of a registered device; `null` is a device that is not registered. */
    readonly device: Readonly<Record<string, DeviceValue>> | null;
    readonly expect: boolean | 'unknown';
  }[];
}

/** The cases of a file. */
export function readDeviceRuleCases(file: URL): readonly DeviceRuleCase[] {
  return parse(readFileSync(file, 'utf8')) as DeviceRuleCase[];
}
