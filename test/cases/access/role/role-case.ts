import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Plane, type RoleDefinition, readRoleDefinition } from '../../../../src/access/index.ts';
import type { Value } from '../../../../src/kernel/index.ts';

/** A role as a tool writes it, and how it grants actions, decided by hand. */
export interface RoleCase {
  readonly name: string;
  readonly role: Value;
  /** Why the role cannot be read, for those that cannot. */
  readonly problem?: string;
  /** What the reader makes of it, as far as it is stated. */
  readonly reads?: Partial<RoleDefinition>;
  readonly always?: Partial<Record<Plane, readonly string[]>>;
  readonly onCondition?: Partial<Record<Plane, readonly string[]>>;
  readonly never?: Partial<Record<Plane, readonly string[]>>;
  /** What it grants at most, in words. */
  readonly words?: Partial<Record<Plane, string>>;
  /** How it compares with another role. */
  readonly comparedWith?: {
    readonly role: Value;
    readonly verdict: string;
    readonly missing?: Partial<Record<Plane, string>>;
    readonly depending?: readonly Partial<Record<Plane, string>>[];
  };
  /** How it fits what is needed. */
  readonly needed?: {
    readonly control?: readonly string[];
    readonly data?: readonly string[];
    readonly missing?: Partial<Record<Plane, string>>;
    readonly onCondition?: Partial<Record<Plane, string>>;
    readonly excess?: Partial<Record<Plane, string>>;
  };
  /** The privileges it gives, by the ids of their rules. */
  readonly privileges?: Readonly<Record<string, 'always' | 'on-condition'>>;
}

/** The cases of a file. */
export function readRoleCases(url: URL): readonly RoleCase[] {
  const { cases }: { cases: readonly RoleCase[] } = parse(readFileSync(url, 'utf8'));
  return cases;
}

/** A role that is expected to be readable. */
export function roleFrom(body: Value): RoleDefinition {
  const reading = readRoleDefinition(body);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.role;
}
