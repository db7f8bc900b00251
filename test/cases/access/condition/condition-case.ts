import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  attributeFacts,
  type ConditionFacts,
  type RoleAssignmentSubject,
  roleAssignmentFacts,
  type Scalar,
} from '../../../../src/access/condition/index.ts';

/** One condition and what it decides. */
export interface ConditionCase {
  readonly name: string;
  /** The page below `articles` that decides it. */
  readonly doc?: string;
  readonly condition: string;
  readonly asks?: readonly ConditionAsk[];
  readonly sentence?: string;
  /** The action patterns of the role, for the warnings. */
  readonly granted?: readonly string[];
  readonly warnings?: readonly string[];
  readonly diagnostics?: readonly string[];
}

export interface ConditionAsk {
  readonly action?: string;
  readonly subOperation?: string | null;
  readonly attributes?: Readonly<Record<string, Scalar | readonly Scalar[] | null>>;
  readonly write?: RoleAssignmentSubject;
  readonly delete?: RoleAssignmentSubject;
  readonly expect: 'allowed' | 'denied' | 'allowedIf';
  readonly residual?: string;
  readonly because?: readonly string[];
  readonly problems?: readonly string[];
}

/** The cases of a file, `<NAME>` replaced by what the file says it is short for. */
export function readConditionCases(file: URL): ConditionCase[] {
  const {
    short = {},
    cases,
    ...shared
  } = parse(readFileSync(file, 'utf8')) as {
    short?: Record<string, string>;
    cases: ConditionCase[];
  };
  const expanded = Object.entries(short).reduce(
    (text, [name, value]) => text.replaceAll(`<${name}>`, () => value),
    JSON.stringify(cases),
  );
  return (JSON.parse(expanded) as ConditionCase[]).map((one) => ({ ...shared, ...one }));
}

/** The facts that a question states. */
export function factsOf(ask: ConditionAsk): ConditionFacts {
  const attributes = attributeFacts(ask.attributes ?? {});
  const subject = ask.write ?? ask.delete;
  if (subject === undefined)
    return {
      attributes,
      ...(ask.action === undefined ? {} : { action: ask.action }),
      ...(ask.subOperation === undefined ? {} : { subOperation: ask.subOperation }),
    };
  const facts = roleAssignmentFacts(ask.write === undefined ? 'delete' : 'write', subject);
  return { ...facts, attributes: new Map([...(facts.attributes ?? []), ...attributes]) };
}

/** The facts with each one left out in turn. */
export function withOneLess(facts: ConditionFacts): ConditionFacts[] {
  const attributes = facts.attributes ?? new Map();
  return [
    { ...facts, action: undefined },
    { ...facts, subOperation: undefined },
    ...[...attributes.keys()].map((key) => ({
      ...facts,
      attributes: new Map([...attributes].filter(([other]) => other !== key)),
    })),
  ];
}
