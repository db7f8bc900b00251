import type { PolicyDifference } from '../../kernel/index.ts';
import { consoleStyle } from '../console-style.ts';
import type { RenderOptions } from '../format.ts';
import { plainText } from '../plain-text.ts';
import { counted, grouped } from '../summary-line.ts';

const words: ReadonlyMap<string, string> = new Map([
  ['nonCompliant', 'non-compliant'],
  ['notEvaluated', 'not evaluated'],
  ['notApplicable', 'not applicable'],
  ['unknown', 'not attested'],
]);

/** How two policies differ on an estate, for a terminal. */
export function renderDifferenceConsole(difference: PolicyDifference, options: RenderOptions): string {
  const style = consoleStyle(options.color);
  const { before, after, changes, resources } = difference;
  const total = changes.reduce((sum, { count }) => sum + count, 0);
  const lines = changes.flatMap((change) => [
    `    ${grouped(change.count)}  ${word(change.before)} → ${style.strong(word(change.after))}`,
    ...(options.verbose ? change.examples : change.examples.slice(0, 3)).map((one) =>
      style.faint(`          ${plainText(one.id)}`),
    ),
  ]);
  return [
    style.strong(plainText(`${before} → ${after}`)),
    ...lines,
    style.strong(
      `${counted(resources, 'resource')} · ${total === 0 ? 'no difference' : `${grouped(total)} with another state`}`,
    ),
    '',
  ].join('\n');
}

function word(state: string): string {
  return words.get(state) ?? state;
}
