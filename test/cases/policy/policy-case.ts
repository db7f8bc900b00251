import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isObject, Unknown, type Value, type ValueObject, type Verdict } from '../../../src/kernel/index.ts';
import type { Alteration, CompileOptions, PolicyContext } from '../../../src/policy/index.ts';

/** One case: a policy, a resource and what Azure Policy is documented to say. */
export interface PolicyCase {
  readonly name: string;
  /** The page of articles/governance/policy that decides it. */
  readonly doc?: string;
  /** A definition or a bare rule. */
  readonly policy?: ValueObject;
  /** Short for a bare rule with effect audit. */
  readonly if?: ValueObject;
  readonly parameters?: Record<string, Value>;
  readonly effect?: string;
  readonly resource: ValueObject;
  readonly related?: ValueObject[];
  readonly context?: PolicyContext;
  readonly parentLocation?: Value;
  readonly aliases?: Record<string, Record<string, string>>;
  /** Types that mode Indexed looks at; absent, all. */
  readonly indexed?: string[];
  readonly expect: PolicyExpectation;
}

export interface PolicyExpectation {
  readonly verdict: Verdict;
  readonly effect?: string;
  readonly unknownBecause?: string[];
  readonly reason?: string;
  readonly diagnostics?: string[];
  readonly alterations?: Partial<Alteration>[];
  /** The resource after the alterations. */
  readonly altered?: ValueObject;
}

/** The cases of a file; those that name no page or aliases have the file's. */
export function readPolicyCases(file: URL): PolicyCase[] {
  const { cases, ...shared } = parse(readFileSync(file, 'utf8')) as { cases: PolicyCase[] };
  return cases.map((one) => ({ ...shared, ...one }));
}

/** `{ $unknown: name, prefix, type … }` stands for an unknown value that waits for that name. */
export function withUnknowns(value: Value): Value {
  if (Array.isArray(value)) return value.map(withUnknowns);
  if (!isObject(value)) return value;
  const { $unknown: name, ...facts } = value;
  if (typeof name === 'string')
    return new Unknown(name, { causes: [{ kind: 'parameter', name }], ...(facts as object) });
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withUnknowns(inner)]));
}

/** How the policy of a case is compiled. */
export function compileOptions({ parameters, effect, aliases, indexed }: PolicyCase): CompileOptions {
  const types = indexed?.map((type) => type.toLowerCase());
  return {
    ...(parameters === undefined ? {} : { parameters: withUnknowns(parameters) as Record<string, Value> }),
    ...(effect === undefined ? {} : { effect }),
    ...(aliases === undefined ? {} : { aliases }),
    ...(types === undefined ? {} : { capabilities: { isIndexed: (type: string) => types.includes(type) } }),
  };
}
