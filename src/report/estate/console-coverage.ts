import type { EstateReport } from '../../kernel/index.ts';
import { indented } from '../console-lines.ts';
import type { ConsoleStyle } from '../console-style.ts';
import type { RenderOptions } from '../format.ts';
import { limitsOf } from './limit-lines.ts';

const indent = 4;
const namesShownMax = 3;

/** What the answer does not rest on: each limit with what it means, and names. */
export function coverageLines(report: EstateReport, style: ConsoleStyle, options: RenderOptions): string[] {
  const limits = limitsOf(report);
  if (limits.length === 0) return [];
  const lines = limits.flatMap(({ text, meaning, names }) => {
    const shown = options.verbose ? names : names.slice(0, namesShownMax);
    const more = names.length - shown.length;
    const named = shown.length === 0 ? '' : `: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return indented(`${text} (${meaning})${named}`, indent, options.width);
  });
  return [style.strong('not seen'), ...lines.map(style.undecided)];
}
