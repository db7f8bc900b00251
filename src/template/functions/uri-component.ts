import type { TemplateFunction } from '../template-function.ts';
import { mapCandidates, overCandidates } from './candidates.ts';
import { isUnknown, limited, stringAt } from './operands.ts';

function encode(text: string): string {
  // A surrogate without its partner has no UTF-8 form: it becomes U+FFFD.
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** `uriComponent` (template-functions-string.md). */
export const uriComponent: TemplateFunction = {
  name: 'uriComponent',
  argumentsMin: 1,
  argumentsMax: 1,
  unknowns: 'handle',
  returns: 'string',
  run(args, call) {
    const [text] = args;
    if (!isUnknown(text)) return limited(call, encode(stringAt(call, args, 0)));
    const facts = {
      type: 'string',
      prefix: encode(text.prefix.replace(/[\ud800-\udbff]$/, '')),
      suffix: encode(text.suffix.replace(/^[\udc00-\udfff]/, '')),
    } as const;
    return mapCandidates(text, call, facts, (candidate) =>
      limited(call, encode(stringAt(call, [candidate], 0))),
    );
  },
};

/** `uriComponentToString` (template-functions-string.md). */
export const uriComponentToString: TemplateFunction = overCandidates({
  name: 'uriComponentToString',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'string',
  run: (args, call) => decode(stringAt(call, args, 0)),
});
