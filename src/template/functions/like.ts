import type { TemplateFunction } from '../template-function.ts';
import { overCandidates } from './candidates.ts';
import type { Tri } from './deep-equals.ts';
import { lowerInvariant } from './letter-case.ts';
import { isUnknown, stringAt } from './operands.ts';

/** Whether `text` is of the form `pattern`, in which `*` stands for any characters. Without regard to case. */
export function isLike(text: string, pattern: string): boolean {
  const rest = lowerInvariant(text);
  const pieces = lowerInvariant(pattern).split('*');
  const head = pieces.shift()!;
  if (pieces.length === 0) return rest === head;
  const tail = pieces.pop()!;
  if (rest.length < head.length + tail.length || !rest.startsWith(head) || !rest.endsWith(tail)) return false;
  let position = head.length;
  const end = rest.length - tail.length;
  for (const piece of pieces) {
    const found = rest.indexOf(piece, position);
    if (found < 0 || found + piece.length > end) return false;
    position = found + piece.length;
  }
  return true;
}

/** What the known ends of a text say about it. */
function decideByEnds(prefix: string, suffix: string, pattern: string): Tri {
  const [start, end, wanted] = [lowerInvariant(prefix), lowerInvariant(suffix), lowerInvariant(pattern)];
  const head = wanted.slice(0, wanted.search(/\*|$/));
  const tail = wanted.slice(wanted.lastIndexOf('*') + 1);
  if (head === wanted) return wanted.startsWith(start) && wanted.endsWith(end) ? undefined : false;
  if (!agree(head, start, (a, b) => a.startsWith(b)) || !agree(tail, end, (a, b) => a.endsWith(b)))
    return false;
  if (tail === '' && isLike(prefix, pattern)) return true;
  return (head === '' && isLike(suffix, pattern)) || undefined;
}

function agree(a: string, b: string, has: (a: string, b: string) => boolean): boolean {
  return has(a, b) || has(b, a);
}

const exact = overCandidates({
  name: 'like',
  argumentsMin: 2,
  argumentsMax: 2,
  returns: 'bool',
  run: (args, call) => isLike(stringAt(call, args, 0), stringAt(call, args, 1)),
});

/** `like`, with `*` as the wildcard (the `like` function of the Bicep `sys` namespace). */
export const like: TemplateFunction = {
  ...exact,
  run(args, call) {
    const [text, pattern] = args;
    const decided =
      isUnknown(text) && typeof pattern === 'string'
        ? decideByEnds(text.prefix, text.suffix, pattern)
        : undefined;
    return decided ?? exact.run(args, call);
  },
};
