import { Unknown, type Value } from '../../kernel/index.ts';
import { type ContextFunction, describeValue, EvaluationError, evaluate } from '../../template/index.ts';
import { readField } from '../field.ts';
import type { FoundValue } from '../field-path.ts';
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
  if (field.kind === 'property' && field.stars > 0) return listOf(found);
  return found[0]?.value ?? '';
}

/** The values there are; an unknown array makes the list unknown. */
function listOf(found: readonly FoundValue[]): Value {
  const unknownArray = found.find(
    (one) => one.value instanceof Unknown && one.value.expression.includes('[*]'),
  );
  if (unknownArray !== undefined)
    return (unknownArray.value as Unknown).derive((unknownArray.value as Unknown).expression, {
      type: 'array',
    });
  return found.flatMap((one) => (one.value === undefined ? [] : [one.value]));
}
