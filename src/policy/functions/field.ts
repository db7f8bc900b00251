import { Unknown, type Value } from '../../kernel/index.ts';
import { type ContextFunction, describeValue, EvaluationError, evaluate } from '../../template/index.ts';
import { readField } from '../field.ts';
import { type FieldPath, type FoundValue, mayBeMissing } from '../field-path.ts';
import type { PolicyEnvironment } from '../policy-environment.ts';

/**
 * `field(name)`: a field of the resource of the `if`, also inside an existenceCondition. A field that is not there is `""`; with `[*]` it
 * is the list of what is there (articles/governance/policy/how-to/author-policies-for-arrays.md).
 */
export const fieldFunction: ContextFunction<PolicyEnvironment> = {
  name: 'field',
  argumentsMin: 1,
  argumentsMax: 1,
  evaluate: (call, environment) => {
    const name = evaluate(call.args[0]!, environment);
    if (name instanceof Unknown) return name.derive(`field(${name.expression})`);
    if (typeof name !== 'string')
      throw new EvaluationError(`field expects a name, but got ${describeValue(name)}`);
    return fieldValue(name, environment);
  },
};

function fieldValue(name: string, environment: PolicyEnvironment): Value {
  const { primary, subject, substitution } = environment.parts;
  const field = environment.resolve(name, primary);
  const found = readField(field, primary, primary === subject ? substitution : undefined);
  if (field.kind === 'foreign' && field.stars > 0) return [];
  if (field.kind === 'property' && field.stars > 0) return listOf(found, field.path);
  return found[0]?.value ?? '';
}

/** The values there are; where it is not known how many that is, the list is unknown. */
function listOf(found: readonly FoundValue[], path: FieldPath): Value {
  const uncertain = found.find((one) => mayBeMissing(one, path))?.value;
  if (uncertain instanceof Unknown) return uncertain.derive(uncertain.expression, { type: 'array' });
  return found.flatMap((one) => (one.value === undefined ? [] : [one.value]));
}
