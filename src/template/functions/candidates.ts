import { isKnown, Unknown, type UnknownFacts, type Value } from '../../kernel/index.ts';
import {
  type Argument,
  type Call,
  EvaluationError,
  Lambda,
  type TemplateFunction,
} from '../template-function.ts';
import { deepEquals } from './deep-equals.ts';

/** More candidates than this are not followed. */
const candidateCountMax = 16;

/**
 * The result of a function whose one unknown argument is among a few candidates: the value itself if every candidate
 * leads to it, else an unknown with the results as candidates. A candidate that is an error leads to nothing known.
 */
export function mapCandidates(
  unknown: Unknown,
  call: Call,
  facts: UnknownFacts,
  compute: (candidate: Value) => Value,
): Value {
  const { candidates } = unknown;
  if (!candidates || candidates.length === 0 || candidates.length > candidateCountMax)
    return call.unknown(facts);
  const results: Value[] = [];
  for (const candidate of candidates) {
    let result: Value;
    try {
      result = compute(candidate);
    } catch (error) {
      if (error instanceof EvaluationError) return call.unknown(facts);
      throw error;
    }
    if (!isKnown(result)) return call.unknown(facts);
    if (!results.some((known) => deepEquals(known, result) === true)) results.push(result);
  }
  return results.length === 1 && !unknown.secret
    ? results[0]!
    : call.unknown({ ...facts, candidates: results });
}

/** Whether nothing in `args` is unknown. */
export function allKnown(args: readonly Argument[]): boolean {
  return args.every((argument) => argument instanceof Lambda || isKnown(argument));
}

/**
 * A function that propagates unknowns, except that one argument with candidates is followed through each of them.
 * The body it is given never sees an unknown.
 */
export function overCandidates(definition: Omit<TemplateFunction, 'unknowns'>): TemplateFunction {
  function run(args: readonly Argument[], call: Call): Value {
    if (allKnown(args)) return definition.run(args, call);
    const facts = { type: definition.returns };
    const position = args.findIndex((argument) => argument instanceof Unknown);
    const unknown = args[position];
    if (!(unknown instanceof Unknown) || !allKnown(args.toSpliced(position, 1))) return call.unknown(facts);
    return mapCandidates(unknown, call, facts, (candidate) =>
      isKnown(candidate) ? definition.run(args.with(position, candidate), call) : call.unknown(facts),
    );
  }
  return { ...definition, unknowns: 'handle', run };
}
