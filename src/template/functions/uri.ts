import type { Unknown } from '../../kernel/index.ts';
import { type Argument, type Call, EvaluationError, type TemplateFunction } from '../template-function.ts';
import { allKnown, overCandidates } from './candidates.ts';
import { isUnknown, limited, stringAt } from './operands.ts';

/** A relative path that every resolution leaves as it is: plain characters and no dot segments. */
const plainPath = /^\/?(?!\.)(?:(?!\/\.)[\w\-.~/])*$/;

function resolve(base: string, relative: string): string {
  if (relative.startsWith('///'))
    throw new EvaluationError(`uri cannot read \`${relative}\` as a relative URI`);
  if (!/^[a-z][a-z0-9+.-]*:/i.test(base) || !URL.canParse(relative, base)) {
    throw new EvaluationError(`uri cannot combine \`${base}\` and \`${relative}\` into an absolute URI`);
  }
  return new URL(relative, base).href;
}

const known = overCandidates({
  name: 'uri',
  argumentsMin: 2,
  argumentsMax: 2,
  returns: 'string',
  run: (args, call) => limited(call, resolve(stringAt(call, args, 0), stringAt(call, args, 1))),
});

/** What ends the result when only the base is unknown, as when a template's own place is not known. */
function knownEnd(args: readonly Argument[], call: Call): Unknown | undefined {
  const [base, relative] = args;
  if (!isUnknown(base) || base.candidates || typeof relative !== 'string') return undefined;
  if (relative === '' || !plainPath.test(relative) || relative.includes('//')) return undefined;
  return call.unknown({ type: 'string', suffix: `/${relative.replace(/^\//, '')}` });
}

/** `uri`, by the resolution of RFC 3986 (template-functions-string.md). */
export const uri: TemplateFunction = {
  ...known,
  run: (args, call) => (allKnown(args) ? undefined : knownEnd(args, call)) ?? known.run(args, call),
};
