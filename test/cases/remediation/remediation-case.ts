import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Value, ValueObject } from '../../../src/kernel/index.ts';
import type { PolicyCase } from '../policy/policy-case.ts';

/** A policy, a resource that violates it and how that is to be put right; see README.md. */
export interface RemediationCase extends Omit<PolicyCase, 'expect'> {
  /** The resource is what the existence effect looks for. */
  readonly relatedToItself?: boolean;
  readonly expect: {
    readonly kind: 'change' | 'related' | 'deployment' | 'unknown';
    /** By JSON Pointer; `null` for what is removed. */
    readonly patch?: Record<string, Value>;
    readonly note?: string;
    readonly reason?: string;
    readonly body?: ValueObject;
    readonly resources?: string[];
    readonly roles?: string[];
    readonly proved?: boolean;
  };
}

/** The cases of a file; those that name no aliases have the file's. */
export function readRemediationCases(file: URL): RemediationCase[] {
  const { cases, ...shared } = parse(readFileSync(file, 'utf8')) as { cases: RemediationCase[] };
  return cases.map((one) => ({ ...shared, ...one }));
}
