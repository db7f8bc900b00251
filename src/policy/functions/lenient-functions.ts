import { fold, type Value } from '../../kernel/index.ts';
import {
  describeValue,
  EvaluationError,
  pureFunctions,
  type TemplateFunction,
} from '../../template/index.ts';

/**
 * Template functions that take null more easily in policies, where a field may be missing, and `replace` and `contains`, which ignore
 * case there. Source: the behaviour of the Policy team's own evaluation of expressions (Azure/azure-policy-linter).
 */
export const lenientFunctions: readonly TemplateFunction[] = [
  withNulls('concat', (args) => args.filter((arg) => arg !== null)),
  onNull('length', 0),
  onNull('first', null),
  onNull('last', null),
  onNull('split', []),
  {
    ...templateFunction('replace'),
    run: ([text, searched, replacement], call) => {
      const [original, wanted, other] = [
        textOf(text as Value),
        textOf(searched as Value),
        textOf(replacement as Value),
      ];
      const replaced = replaceIgnoringCase(original, wanted, other);
      if (replaced.length > call.limits.stringLengthMax)
        throw new EvaluationError(
          `replace makes a text of more than ${call.limits.stringLengthMax} characters`,
        );
      return replaced;
    },
    unknowns: 'propagate',
  },
  containsIgnoringCase(),
  onOther('empty', isScalar, false),
  onOther('tryGet', (value) => !isContainer(value), null),
  onOther('tryIndexFromEnd', (value) => !Array.isArray(value), null),
];

function isScalar(value: Value): boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

function isContainer(value: Value): boolean {
  return typeof value === 'object' && value !== null;
}

function templateFunction(name: string): TemplateFunction {
  const found = pureFunctions.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`there is no template function ${name}`);
  return found;
}

function withNulls(name: string, prepare: (args: readonly Value[]) => Value[]): TemplateFunction {
  const original = templateFunction(name);
  return {
    ...original,
    argumentsMin: 0,
    run: (args, call) => {
      const rest = prepare(args as readonly Value[]);
      return rest.length === 0 ? '' : original.run(rest, call);
    },
  };
}

/** The function answers `value` when its first argument is null. */
function onNull(name: string, value: Value): TemplateFunction {
  return onOther(name, (first) => first === null, value);
}

/** The function answers `value` where its first argument is of a kind that a field may be but the function does not take. */
function onOther(name: string, isOther: (first: Value) => boolean, value: Value): TemplateFunction {
  const original = templateFunction(name);
  return { ...original, run: (args, call) => (isOther(args[0] as Value) ? value : original.run(args, call)) };
}

function containsIgnoringCase(): TemplateFunction {
  const original = templateFunction('contains');
  return {
    ...original,
    run: (args, call) => {
      const [container, item] = args as readonly Value[];
      return typeof container === 'string' && typeof item === 'string'
        ? fold(container).includes(fold(item))
        : original.run(args, call);
    },
  };
}

function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  throw new EvaluationError(`replace expects strings, but got ${describeValue(value)}`);
}

function replaceIgnoringCase(text: string, wanted: string, replacement: string): string {
  if (wanted === '') return text;
  const folded = text.toLowerCase();
  const needle = wanted.toLowerCase();
  let result = '';
  let from = 0;
  for (let at = folded.indexOf(needle); at !== -1; at = folded.indexOf(needle, from)) {
    result += text.slice(from, at) + replacement;
    from = at + needle.length;
  }
  return result + text.slice(from);
}
