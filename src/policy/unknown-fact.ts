import { Unknown } from '../kernel/index.ts';

/** An unknown for a fact of the surroundings that was not given. */
export function unknownFact(expression: string, name: string, type?: Unknown['type']): Unknown {
  return new Unknown(expression, { type, causes: [{ kind: 'scope', name }] });
}
