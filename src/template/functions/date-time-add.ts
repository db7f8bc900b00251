import { type Argument, type Call, EvaluationError, type TemplateFunction } from '../template-function.ts';
import { overCandidates } from './candidates.ts';
import { checkedDateTime, type DateTime, epochSeconds, parseDateTime } from './date-time.ts';
import { addDuration } from './duration.ts';
import { formatDateTime } from './net-date-format.ts';
import { indexAt, limited, stringAt } from './operands.ts';

function dateTimeAt(call: Call, args: readonly Argument[], position: number): DateTime {
  const text = stringAt(call, args, position);
  const dateTime = parseDateTime(text);
  if (!dateTime) throw new EvaluationError(`${call.name} cannot read \`${text}\` as a date and time`);
  return dateTime;
}

/** `dateTimeAdd` of an ISO 8601 duration; the offset stays (template-functions-date.md). */
export const dateTimeAdd: TemplateFunction = overCandidates({
  name: 'dateTimeAdd',
  argumentsMin: 2,
  argumentsMax: 3,
  returns: 'string',
  run(args, call) {
    const sum = addDuration(dateTimeAt(call, args, 0), stringAt(call, args, 1));
    return limited(call, formatDateTime(sum, args.length > 2 ? stringAt(call, args, 2) : undefined));
  },
});

/** `dateTimeFromEpoch` of whole seconds (template-functions-date.md). */
export const dateTimeFromEpoch: TemplateFunction = overCandidates({
  name: 'dateTimeFromEpoch',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'string',
  run: (args, call) =>
    formatDateTime(checkedDateTime({ seconds: indexAt(call, args, 0), ticks: 0, offsetMinutes: 0 })),
});

/** `dateTimeToEpoch`, in whole seconds (template-functions-date.md). */
export const dateTimeToEpoch: TemplateFunction = overCandidates({
  name: 'dateTimeToEpoch',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'int',
  run: (args, call) => epochSeconds(dateTimeAt(call, args, 0)),
});
