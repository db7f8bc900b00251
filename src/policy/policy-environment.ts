import { fold, type Limits, type Value } from '../kernel/index.ts';
import {
  type Argument,
  type CallExpression,
  type Environment,
  EvaluationError,
  type FunctionTable,
} from '../template/index.ts';
import { noAliases } from './alias-table.ts';
import { type FieldResolver, type ResolvedField, resolveField } from './field.ts';
import { everyElement, type FieldPath, pathKey, type Substitution } from './field-path.ts';
import { policyFunctions } from './functions/index.ts';
import { policyLimits } from './policy-limits.ts';
import { type PolicyContext, type PolicySubject, policySubject } from './policy-subject.ts';

/** One `count` that is being evaluated, as `current()` sees it. */
export type CountBinding =
  | {
      readonly kind: 'field';
      readonly field: string;
      readonly path: FieldPath;
      readonly member: Value;
      readonly outer: CountBinding | undefined;
    }
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly member: Value;
      readonly outer: CountBinding | undefined;
    };

/** What `policy()` answers. */
export interface PolicyIdentity {
  readonly assignmentId?: string | undefined;
  readonly definitionId?: string | undefined;
  readonly setDefinitionId?: string | undefined;
  readonly definitionReferenceId?: string | undefined;
}

interface EnvironmentParts {
  readonly parameters: ReadonlyMap<string, Value>;
  /** The resource of the `if`, which `field()` always means. */
  readonly primary: PolicySubject;
  /** The resource that `field` conditions look at: the primary one, or a related one in an existenceCondition. */
  readonly subject: PolicySubject;
  readonly context: PolicyContext;
  readonly resolver: FieldResolver;
  readonly identity: PolicyIdentity;
  readonly counts?: CountBinding | undefined;
  readonly substitution?: Substitution | undefined;
}

/** What the expressions and fields of a policy are evaluated in. */
export class PolicyEnvironment implements Environment {
  readonly parts: EnvironmentParts;
  readonly limits: Limits = policyLimits;
  #evaluations = 0;

  constructor(parts: EnvironmentParts) {
    this.parts = parts;
  }

  get functions(): FunctionTable<PolicyEnvironment> {
    return policyFunctions;
  }

  countEvaluation(): void {
    if (++this.#evaluations > this.limits.evaluationCountMax)
      throw new EvaluationError('the policy needs too many evaluations');
  }

  callOther(_call: CallExpression): Argument | undefined {
    return undefined;
  }

  parameter(name: string): Value {
    const value = this.parts.parameters.get(fold(name));
    if (value === undefined)
      throw new EvaluationError(`the policy has no value for the parameter \`${name}\``);
    return value;
  }

  /** Resolves a field name for a subject. */
  resolve(name: string, subject: PolicySubject = this.parts.subject): ResolvedField {
    return resolveField(name, fold(subject.type), subject.apiVersion, this.parts.resolver);
  }

  /** The environment of an existenceCondition on a related resource. */
  forRelated(subject: PolicySubject): PolicyEnvironment {
    return new PolicyEnvironment({ ...this.parts, subject, counts: undefined, substitution: undefined });
  }

  /** The environment in which `where` looks at one member of a counted array. */
  withMember(
    field: string,
    path: FieldPath,
    concrete: readonly (string | number)[],
    member: Value,
  ): PolicyEnvironment {
    const substitution = new Map(this.parts.substitution);
    for (const [index, step] of path.entries()) {
      if (step === everyElement)
        substitution.set(pathKey(concrete.slice(0, index)), concrete[index] as number);
    }
    return new PolicyEnvironment({
      ...this.parts,
      substitution,
      counts: { kind: 'field', field: fold(field), path, member, outer: this.parts.counts },
    });
  }

  /** The environment in which `where` looks at one value of a value count. */
  withValue(name: string, member: Value): PolicyEnvironment {
    return new PolicyEnvironment({
      ...this.parts,
      counts: { kind: 'value', name: fold(name), member, outer: this.parts.counts },
    });
  }
}

/** The environment of what depends on parameters alone: there is no resource. */
export function parameterEnvironment(
  parameters: ReadonlyMap<string, Value>,
  identity: PolicyIdentity = {},
): PolicyEnvironment {
  const nothing = policySubject({});
  return new PolicyEnvironment({
    parameters,
    primary: nothing,
    subject: nothing,
    context: {},
    resolver: { aliases: noAliases },
    identity,
  });
}
