import { Unknown } from '../kernel/index.ts';
import type { CallExpression } from './expression.ts';

/** The namespace of the one function that stands for a part of another language that could not be read; no template can declare one of that name. */
export const unreadableNamespace = 'landguard';

/** `landguard.unknown('what it is')`: a value that nothing is known of, for a reason that has been reported where it stands. */
export function unreadablePart({ args }: CallExpression): Unknown {
  const [what] = args;
  const name = what?.kind === 'literal' ? String(what.value) : 'a part that could not be read';
  return new Unknown('…', { causes: [{ kind: 'error', name }] });
}
