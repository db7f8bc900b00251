import type { Span } from './span.ts';
import type { Value, ValueObject, ValueType } from './value.ts';

/** Why a value is not known, in the user's terms. */
export interface UnknownCause {
  /**
   * - `parameter`: a mandatory parameter was given no value
   * - `secret`: a key vault reference, a `list*` result or a secure value
   * - `reference`: the run-time state of a resource
   * - `scope`: a fact of the target scope (subscription, resource group, tenant ...) that was not given
   * - `clock`: `utcNow()` or `newGuid()`
   * - `external`: something outside the code: a template spec, a remote link, an external input
   * - `error`: an expression that could not be evaluated; a diagnostic says why
   * - `limit`: a stated limit was reached
   */
  readonly kind: 'parameter' | 'secret' | 'reference' | 'scope' | 'clock' | 'external' | 'error' | 'limit';
  /** What is missing, e.g. `parameter adminPassword` or `reference(...)`. */
  readonly name: string;
  readonly span?: Span | undefined;
}

/** What may be known about a value that is not known. */
export interface UnknownFacts {
  readonly type?: ValueType | undefined;
  readonly secret?: boolean | undefined;
  readonly causes?: readonly UnknownCause[] | undefined;
  /** A string is known to start with this. */
  readonly prefix?: string | undefined;
  /** A string is known to end with this. */
  readonly suffix?: string | undefined;
  /** The value is one of these (for example a parameter's allowedValues). */
  readonly candidates?: readonly Value[] | undefined;
  /** Parts that are known though the object or array as a whole is not, e.g. those a template writes for a resource. */
  readonly known?: (() => ValueObject | Value[] | undefined) | undefined;
  /** What is known of a part is all of it: nothing is added to it at run time. */
  readonly partsAreWhole?: boolean | undefined;
}

/** A value that cannot be computed before deployment, with what is known about it and why it is unknown. */
export class Unknown implements UnknownFacts {
  /** The partially reduced template expression without its brackets, as `bicep snapshot` prints it. */
  readonly expression: string;
  readonly type: ValueType | undefined;
  readonly secret: boolean;
  readonly causes: readonly UnknownCause[];
  readonly prefix: string;
  readonly suffix: string;
  readonly candidates: readonly Value[] | undefined;
  readonly known: (() => ValueObject | Value[] | undefined) | undefined;
  readonly partsAreWhole: boolean;

  constructor(expression: string, facts: UnknownFacts = {}) {
    this.expression = expression;
    this.type = facts.type;
    this.secret = facts.secret ?? false;
    this.causes = facts.causes ?? [];
    this.prefix = facts.prefix ?? '';
    this.suffix = facts.suffix ?? '';
    this.candidates = facts.candidates;
    this.known = facts.known;
    this.partsAreWhole = facts.partsAreWhole ?? false;
  }

  /** The text that stands for the value in printed templates: `[expression]`. */
  toString(): string {
    return `[${this.expression}]`;
  }

  toJSON(): string {
    return this.toString();
  }

  /** The same unknown seen through another expression, e.g. a property of it. Keeps causes and secrecy. */
  derive(expression: string, facts: UnknownFacts = {}): Unknown {
    return new Unknown(expression, { causes: this.causes, secret: this.secret, ...facts });
  }
}

/** Joins the causes of several unknowns, without repeats. */
export function joinCauses(unknowns: readonly Unknown[]): UnknownCause[] {
  const joined = new Map<string, UnknownCause>();
  for (const unknown of unknowns) {
    for (const cause of unknown.causes) {
      const key = `${cause.kind} ${cause.name}`;
      if (!joined.has(key)) joined.set(key, cause);
    }
  }
  return [...joined.values()];
}
