import { formatPath, isSecretAt, redacted, textOfValue, Unknown, type Value } from '../kernel/index.ts';
import type { PolicyEvaluation } from './evaluate-policy.ts';
import { type LeafTrace, type Outcome, traceLeaves } from './trace.ts';

/**
 * The evaluation in the shape that Azure itself returns (Microsoft.PolicyInsights, checkPolicyRestrictions and policyStates:
 * `evaluationDetails`). Results that Azure does not have, `Unknown` and `Error`, are ours.
 */
export interface EvaluationDetails {
  readonly evaluationResult: string;
  readonly evaluatedExpressions: readonly EvaluatedExpression[];
  readonly ifNotExistsDetails?: { readonly resourceId: string | null; readonly totalResources: number };
  readonly reason?: string;
}

export interface EvaluatedExpression {
  readonly result: 'True' | 'False' | 'Unknown' | 'Error';
  readonly expressionKind: 'Field' | 'Value' | 'Count';
  readonly expression: string;
  readonly path: string;
  readonly expressionValue: unknown;
  readonly targetValue: unknown;
  readonly operator: string;
}

/** Renders an evaluation in Azure's shape. Unknown values print as expressions, secrets not at all. */
export function toEvaluationDetails(evaluation: PolicyEvaluation): EvaluationDetails {
  const { condition, existence, verdict, reason } = evaluation;
  const satisfying = existence?.candidates.find(({ trace }) => (trace?.outcome ?? 'true') === 'true');
  return {
    evaluationResult: verdict,
    evaluatedExpressions: condition === undefined ? [] : [...traceLeaves(condition)].flatMap(expressionsOf),
    ...(existence === undefined
      ? {}
      : {
          ifNotExistsDetails: {
            resourceId: textOf(satisfying?.subject.id),
            totalResources: existence.candidates.length,
          },
        }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function expressionsOf(leaf: LeafTrace): EvaluatedExpression[] {
  const operands = leaf.expressionKind === 'Count' ? leaf.found.slice(0, 1) : leaf.found;
  const base = {
    expressionKind: leaf.expressionKind,
    expression: leaf.expression,
    operator: capitalized(leaf.operator),
  };
  const targetValue = shown(leaf.target, []);
  if (operands.length === 0)
    return [{ ...base, result: resultOf(leaf.outcome), path: '', expressionValue: null, targetValue }];
  return operands.map(({ value, path, outcome }) => ({
    ...base,
    result: resultOf(leaf.outcome === 'error' ? 'error' : outcome),
    path: formatPath(path),
    expressionValue: shown(value, path),
    targetValue,
  }));
}

function resultOf(outcome: Outcome): EvaluatedExpression['result'] {
  return outcome === 'true'
    ? 'True'
    : outcome === 'false'
      ? 'False'
      : outcome === 'error'
        ? 'Error'
        : 'Unknown';
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function textOf(value: Value | undefined): string | null {
  return value === undefined ? null : textOfValue(value);
}

function shown(value: Value | undefined, path: readonly (string | number)[]): unknown {
  if (value === undefined) return null;
  if (value instanceof Unknown) return value.secret ? redacted : value.toString();
  if (typeof value === 'string') return isSecretAt(path, value) ? redacted : value;
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map((item, index) => shown(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, shown(member, [...path, key])]),
  );
}
