import { type Diagnostic, formatPlace, type NotEvaluated } from '../kernel/index.ts';
import { indented } from './console-lines.ts';
import type { ConsoleStyle } from './console-style.ts';
import { diagnosticPlace } from './diagnostic-place.ts';
import type { RenderOptions } from './format.ts';
import { plainLine, plainText } from './plain-text.ts';
import { counted, grouped } from './summary-line.ts';

const indent = 4;

/** `infra/a.json:3:5  error LG1001  message`, with the advice below. */
export function diagnosticLines(
  diagnostic: Diagnostic,
  style: ConsoleStyle,
  options: RenderOptions,
): string[] {
  const place = diagnosticPlace(diagnostic);
  const isWholeFile = diagnostic.span === undefined;
  const where = place && plainText(isWholeFile ? place.file : formatPlace(place));
  const paint = { error: style.denied, warning: style.warning, note: style.faint }[diagnostic.level];
  const head = `${paint(diagnostic.level)} ${diagnostic.code}  ${plainText(diagnostic.message)}`;
  return [
    where === undefined ? head : `${style.strong(plainLine(where))}  ${head}`,
    ...indented(diagnostic.advice, indent, options.width).map(style.faint),
  ];
}

/** How many policies were not evaluated; each reason with examples when asked for more. */
export function notEvaluatedLines(
  entries: readonly NotEvaluated[],
  style: ConsoleStyle,
  { verbose, width }: RenderOptions,
): string[] {
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  if (count === 0) return [];
  const were = count === 1 ? 'was' : 'were';
  const head = `${counted(count, 'policy', 'policies')} ${were} not evaluated`;
  if (!verbose) return [style.faint(`${head} (--verbose says why)`)];
  return [
    head,
    ...entries.flatMap((entry) => {
      const examples = entry.examples.length === 0 ? '' : `, e.g. ${entry.examples.join(', ')}`;
      return indented(`${grouped(entry.count)}: ${entry.reason}${examples}`, indent, width).map(style.faint);
    }),
  ];
}
