import { closest, type Diagnostic, diagnostic, fold, type Value } from '../kernel/index.ts';
import { EvaluationError } from '../template/index.ts';
import { applicabilityCondition } from './applicability.ts';
import type { Condition } from './condition.ts';
import type { PolicyDefinition } from './definition.ts';
import { type Effect, effects } from './effects/index.ts';
import { foldConstants } from './fold-constants.ts';
import { evaluateOperand } from './interpret.ts';
import { type NotEvaluableReason, notEvaluableReason } from './not-evaluable.ts';
import { bindParameters } from './parameter-values.ts';
import { type PolicyEnvironment, type PolicyIdentity, parameterEnvironment } from './policy-environment.ts';

/** A definition with its parameters and its effect in force: what is evaluated. */
export interface BoundPolicy {
  readonly definition: PolicyDefinition;
  readonly parameters: ReadonlyMap<string, Value>;
  readonly identity: PolicyIdentity;
  readonly effect: Effect;
  /** The effect as the rule or its parameter spells it. */
  readonly effectText: string;
  /** The rule's condition with everything computed that depends on parameters alone. */
  readonly condition: Condition;
  readonly existenceCondition: Condition | undefined;
  /** See applicabilityCondition(); `undefined` when the policy is about every resource. */
  readonly applicability: Condition | undefined;
  readonly notEvaluable: NotEvaluableReason | undefined;
}

/** How a definition is put in force. */
export interface Binding {
  readonly parameters?: Readonly<Record<string, Value>>;
  /** Overrides the effect, as an assignment's override does. */
  readonly effect?: string | undefined;
  readonly identity?: PolicyIdentity;
  /** What the assignment limits the policy to: its resource selectors. */
  readonly selection?: Condition | undefined;
  /** Who gives the parameters, for diagnostics: `the assignment corp-baseline`. */
  readonly owner?: string;
}

export interface BindingResult {
  /** `undefined` when the policy cannot be put in force; the diagnostics say why. */
  readonly policy: BoundPolicy | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts a definition in force: binds its parameters, finds its effect and computes what depends on them alone. */
export function bindPolicy(definition: PolicyDefinition, binding: Binding = {}): BindingResult {
  const owner = binding.owner ?? 'the caller';
  const { values, problems } = bindParameters(definition, binding.parameters ?? {}, owner);
  const diagnostics = problems.map((problem) =>
    diagnostic(problem.code, problem.details, definition.displayName || definition.name),
  );
  const failing = problems.some((problem) => problem.code === 'LG3007');
  if (failing) return { policy: undefined, diagnostics };
  const environment = parameterEnvironment(values, binding.identity);
  const effectText = binding.effect ?? effectOf(definition, environment);
  const effect = effectText === undefined ? undefined : effects.get(fold(effectText));
  if (effect === undefined) {
    const names = [...effects.values()].map((one) => one.name);
    const near = closest(effectText ?? '', names);
    const suggestion =
      near === undefined ? `the effects are ${names.join(', ')}` : `did you mean \`${near}\`?`;
    return {
      policy: undefined,
      diagnostics: [
        ...diagnostics,
        diagnostic(
          'LG3004',
          { effect: effectText ?? 'an effect that is not a text', suggestion },
          definition.displayName || definition.name,
        ),
      ],
    };
  }
  const condition = foldConstants(definition.rule.condition, environment);
  const existence = definition.rule.existenceCondition;
  return {
    policy: {
      definition,
      parameters: values,
      identity: { definitionId: definition.id, ...binding.identity },
      effect,
      effectText: effectText!,
      condition,
      existenceCondition: existence === undefined ? undefined : foldConstants(existence, environment),
      applicability: applicabilityCondition(definition.rule, effect, condition, binding.selection),
      notEvaluable: notEvaluableReason(definition, effect),
    },
    diagnostics,
  };
}

function effectOf(definition: PolicyDefinition, environment: PolicyEnvironment): string | undefined {
  try {
    const value = evaluateOperand(definition.rule.effect, environment);
    return typeof value === 'string' ? value : undefined;
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}
