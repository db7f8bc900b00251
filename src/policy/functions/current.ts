import { fold, type Value } from '../../kernel/index.ts';
import { type ContextFunction, describeValue, EvaluationError, evaluate } from '../../template/index.ts';
import { everyElement, selectValues } from '../field-path.ts';
import type { CountBinding, PolicyEnvironment } from '../policy-environment.ts';

/**
 * `current(name)`: the member that a `count` is looking at (definition-structure-policy-rule.md#the-current-function). `current('a[*].b')` is the
 * `b` of the current member of `a`; further `[*]` give lists.
 */
export const currentFunction: ContextFunction<PolicyEnvironment> = {
  name: 'current',
  argumentsMin: 0,
  argumentsMax: 1,
  evaluate: (call, environment) => {
    const { counts } = environment.parts;
    if (counts === undefined) throw new EvaluationError('current is used outside a count');
    if (call.args.length === 0) return counts.member;
    const name = evaluate(call.args[0]!, environment);
    if (typeof name !== 'string')
      throw new EvaluationError(`current expects a name, but got ${describeValue(name)}`);
    return currentMember(name, counts, environment);
  },
};

function currentMember(name: string, counts: CountBinding, environment: PolicyEnvironment): Value {
  const folded = fold(name);
  for (let binding: CountBinding | undefined = counts; binding !== undefined; binding = binding.outer) {
    if (binding.kind === 'value' ? binding.name === folded : binding.field === folded) return binding.member;
    if (binding.kind === 'field' && folded.startsWith(binding.field))
      return memberPart(name, binding, environment);
  }
  throw new EvaluationError(`no count around this is named \`${name}\``);
}

function memberPart(
  name: string,
  binding: CountBinding & { kind: 'field' },
  environment: PolicyEnvironment,
): Value {
  const field = environment.resolve(name);
  if (field.kind !== 'property') throw new EvaluationError(`\`${name}\` is not a part of the counted array`);
  const rest = field.path.slice(binding.path.length);
  const found = selectValues(binding.member, rest);
  if (rest.includes(everyElement))
    return found.flatMap((one) => (one.value === undefined ? [] : [one.value]));
  return found[0]?.value ?? '';
}
