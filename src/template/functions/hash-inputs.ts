import type { Argument, Call, TemplateFunction } from '../template-function.ts';
import { allKnown } from './candidates.ts';
import { stringAt } from './operands.ts';

/** A function that makes a hash of its string arguments. The hash of something unknown is unknown, but gives nothing away. */
export function hashFunction(name: string, hash: (parts: readonly string[]) => string): TemplateFunction {
  return {
    name,
    argumentsMin: 1,
    argumentsMax: Number.POSITIVE_INFINITY,
    unknowns: 'handle',
    returns: 'string',
    run(args: readonly Argument[], call: Call) {
      if (!allKnown(args)) return call.unknown({ type: 'string', secret: false });
      return hash(args.map((_, position) => stringAt(call, args, position)));
    },
  };
}
