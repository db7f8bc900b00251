import { type Call, EvaluationError, type TemplateFunction } from '../template-function.ts';
import { overCandidates } from './candidates.ts';
import { parseJsonText } from './json-text.ts';
import { limited, stringAt } from './operands.ts';

const pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The base64 form of the UTF-8 bytes of `text`. */
export function encodeBase64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** The UTF-8 text whose base64 form is `encoded`. */
export function decodeBase64(encoded: string, call: Call): string {
  const compact = encoded.replace(/\s+/g, '');
  if (!pattern.test(compact)) throw new EvaluationError(`${call.name} expects base64 text`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(compact, 'base64'));
  } catch {
    throw new EvaluationError(`${call.name} expects base64 of UTF-8 text`);
  }
}

/** `base64` (template-functions-string.md). */
export const base64: TemplateFunction = overCandidates({
  name: 'base64',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'string',
  run: (args, call) => limited(call, encodeBase64(stringAt(call, args, 0))),
});

/** `base64ToString` (template-functions-string.md). */
export const base64ToString: TemplateFunction = overCandidates({
  name: 'base64ToString',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'string',
  run: (args, call) => decodeBase64(stringAt(call, args, 0), call),
});

/** `base64ToJson` (template-functions-string.md). */
export const base64ToJson: TemplateFunction = overCandidates({
  name: 'base64ToJson',
  argumentsMin: 1,
  argumentsMax: 1,
  run: (args, call) => parseJsonText(decodeBase64(stringAt(call, args, 0), call), call),
});
