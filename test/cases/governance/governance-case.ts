import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Value, ValueObject } from '../../../src/kernel/index.ts';

/** One case: an estate and what Azure Policy is documented to say of it. The README of this folder explains the short forms. */
export interface GovernanceCase extends GovernanceEstate {
  readonly name: string;
  /** The page of articles/governance/policy that decides it. */
  readonly doc: string;
  /** The moment of the scan. */
  readonly now?: string;
  readonly aliases?: Record<string, Record<string, string>>;
  /** Whether mode Indexed looks at a type; of types that are not named it is not known. */
  readonly indexed?: Record<string, boolean>;
  readonly expect: GovernanceExpectation;
}

/** An estate in short form. A place is `/`, a management group, `sub-a`, `sub-a/group` or the name of a resource. */
export interface GovernanceEstate {
  /** What is directly below a management group; names that begin with `sub` are subscriptions. */
  readonly scopes?: Record<string, string[]>;
  /** Management groups that the estate does not describe. */
  readonly undescribed?: string[];
  /** Subscriptions that are resources of the estate. */
  readonly subscriptions?: Record<string, ValueObject>;
  /** Resource groups that are resources of the estate, by place. */
  readonly groups?: Record<string, ValueObject>;
  readonly resources?: Record<string, ShortResource>;
  readonly definitions?: Record<string, ShortDefinition>;
  readonly initiatives?: Record<string, ShortInitiative>;
  readonly assignments?: Record<string, ShortAssignment | string>;
  readonly exemptions?: Record<string, ShortGrant>;
  readonly enrollments?: Record<string, ShortGrant>;
  readonly attestations?: Record<string, ShortAttestation>;
  /** Azure objects as they are. */
  readonly objects?: ValueObject[];
}

/** A resource: `in` a place, or a child or an extension `of` another resource. What is not named here is a property. */
export interface ShortResource extends ValueObject {
  readonly in?: string;
  readonly of?: string;
}

export interface ShortDefinition {
  readonly at?: string;
  readonly mode?: string | null;
  readonly if: ValueObject;
  readonly effect?: string;
  readonly details?: Value;
  readonly parameters?: ValueObject;
  readonly version?: string;
  readonly policyType?: string;
}

export interface ShortInitiative {
  readonly at?: string;
  readonly parameters?: ValueObject;
  readonly groups?: string[];
  /** By reference: the name of a definition, or more about it. */
  readonly definitions: Record<
    string,
    string | { definition: string; parameters?: ValueObject; groups?: string[]; version?: string }
  >;
}

export interface ShortAssignment {
  readonly at: string;
  /** The name of a definition or an initiative, or an id. */
  readonly assign: string;
  readonly parameters?: ValueObject;
  readonly notScopes?: string[];
  readonly mode?: string;
  readonly selectors?: ShortSelectors[];
  readonly overrides?: ({ kind?: string; value: string } & ShortSelectors)[];
  readonly messages?: Value;
  readonly version?: string;
}

/** By kind of selector: `{ in: [...] }` or `{ notIn: [...] }`. */
export type ShortSelectors = ValueObject;

export interface ShortGrant {
  readonly at: string;
  /** The name of the assignment. */
  readonly of: string;
  readonly references?: string[];
  readonly category?: string;
  readonly expires?: Value;
  readonly selectors?: ShortSelectors[];
}

export interface ShortAttestation {
  readonly at: string;
  readonly of: string;
  readonly reference?: string;
  readonly state: string;
  readonly expires?: Value;
}

/** What is expected. `states` are complete: a resource that is not named, or named with `-`, has none. */
export interface GovernanceExpectation {
  /** By `assignment` or `assignment/reference`, then by resource. */
  readonly states?: Record<string, Record<string, string>>;
  /** The roll-up of each resource. */
  readonly resources?: Record<string, string>;
  /** The percentage of compliance over resources, rounded to two places; null when nothing counts. */
  readonly percent?: number | null;
  /** The codes of all diagnostics; none unless stated. */
  readonly diagnostics?: string[];
  /** A text that one of the diagnostics holds. */
  readonly says?: string;
  readonly enforced?: Record<string, boolean>;
  readonly effects?: Record<string, string | string[]>;
  readonly messages?: Record<string, string | null>;
  readonly groups?: Record<string, string[]>;
  /** The exemption that covers a resource, by assignment or reference. */
  readonly exemptions?: Record<string, Record<string, string>>;
  readonly missingTypes?: string[];
  /** Scopes with resources under no assignment. */
  readonly unassigned?: string[];
}

const things = 'Contoso.Shop/things';

function aboutColor(color: string): ShortDefinition {
  return {
    if: {
      allOf: [
        { field: 'type', equals: things },
        { field: `${things}/color`, equals: color },
      ],
    },
  };
}

/** What every case has unless it or its file says otherwise. */
const everyCase = {
  aliases: {
    [things]: { [`${things}/color`]: 'properties.color', [`${things}/size`]: 'properties.size' },
    [`${things}/parts`]: { [`${things}/parts/color`]: 'properties.color' },
  },
  scopes: { root: ['corp', 'online'], corp: ['sub-a', 'sub-b'], online: ['sub-c'] },
  definitions: { red: aboutColor('red'), blue: aboutColor('blue') },
};

/** The cases of a file; what a case does not state is the file's, definitions are joined with the file's. */
export function readGovernanceCases(file: URL): GovernanceCase[] {
  const { cases, ...shared } = parse(readFileSync(file, 'utf8')) as Partial<GovernanceCase> & {
    cases: GovernanceCase[];
  };
  return cases.map((one) => ({
    ...everyCase,
    ...shared,
    ...one,
    definitions: { ...everyCase.definitions, ...shared.definitions, ...one.definitions },
  }));
}
