import { Unknown, type UnknownCause, type Value, type ValueType } from '../kernel/index.ts';
import { type ContextFunction, evaluate, unknownCall } from './evaluate.ts';
import type { Frame } from './frame.ts';

/** Functions that only Azure, or a tool around the deployment, can answer. */
export const externalFunctions: readonly ContextFunction<Frame>[] = [
  external('pickZones', 3, 5, 'array', { kind: 'external', name: 'the availability zones of the region' }),
  external('toLogicalZone', 3, 3, 'string', {
    kind: 'external',
    name: 'the zone mapping of the subscription',
  }),
  external('toLogicalZones', 3, 3, 'array', {
    kind: 'external',
    name: 'the zone mapping of the subscription',
  }),
  external('toPhysicalZone', 3, 3, 'string', {
    kind: 'external',
    name: 'the zone mapping of the subscription',
  }),
  external('toPhysicalZones', 3, 3, 'array', {
    kind: 'external',
    name: 'the zone mapping of the subscription',
  }),
  external('providers', 1, 2, 'object', {
    kind: 'external',
    name: 'the resource providers of the subscription',
  }),
  external('externalInput', 1, 2, undefined, externalInput),
  external('externalInputs', 1, 1, undefined, externalInput),
  external('roleDefinitions', 1, 1, 'object', {
    kind: 'external',
    name: 'the role definitions of the tenant',
  }),
];

function external(
  name: string,
  argumentsMin: number,
  argumentsMax: number,
  type: ValueType | undefined,
  cause: UnknownCause | ((args: readonly Value[]) => UnknownCause),
): ContextFunction<Frame> {
  return {
    name,
    argumentsMin,
    argumentsMax,
    evaluate: (call, frame) => {
      const args: Value[] = call.args.map((arg) => evaluate(arg, frame));
      const text = unknownCall(call.name, args);
      const own = typeof cause === 'function' ? cause(args) : cause;
      return new Unknown(text.expression, { type, causes: [...text.causes, own], secret: text.secret });
    },
  };
}

/** What a tool puts in at deployment, named as its kind and, where that is a text, what it is asked for. */
function externalInput(args: readonly Value[]): UnknownCause {
  const named = args.filter((arg) => typeof arg === 'string' && arg !== '');
  return { kind: 'external', name: ['the external input', ...named].join(' ') };
}
