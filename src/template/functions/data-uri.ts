import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { overCandidates } from './candidates.ts';
import { limited, stringAt } from './operands.ts';

const mediaType = 'data:text/plain;charset=utf8;base64,';
const pattern = /^data:(?:[\w.+-]+\/[\w.+-]+)?(?:;charset=(?:utf-?8|us-ascii))?;base64,([^,]*)$/i;

/** `dataUri` (template-functions-string.md). */
export const dataUri: TemplateFunction = overCandidates({
  name: 'dataUri',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'string',
  run: (args, call) => limited(call, mediaType + encodeBase64(stringAt(call, args, 0))),
});

/** `dataUriToString` of base64 text (template-functions-string.md). */
export const dataUriToString: TemplateFunction = overCandidates({
  name: 'dataUriToString',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'string',
  run(args, call) {
    const encoded = pattern.exec(stringAt(call, args, 0))?.[1];
    if (encoded === undefined)
      throw new EvaluationError('dataUriToString expects a data URI with base64 text');
    return decodeBase64(encoded, call);
  },
});
