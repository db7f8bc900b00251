import picocolors from 'picocolors';
import type { Finding } from '../kernel/index.ts';
import { outcomeOf } from './outcome.ts';

/** Colours a piece of text, or leaves it as it is. */
export type Paint = (text: string) => string;

/** The colours that the console uses, by meaning. */
export interface ConsoleStyle {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly denied: Paint;
  readonly warning: Paint;
  readonly undecided: Paint;
  readonly failed: Paint;
}

export function consoleStyle(color: boolean): ConsoleStyle {
  const colors = picocolors.createColors(color);
  return {
    strong: colors.bold,
    faint: colors.dim,
    denied: (text) => colors.bold(colors.red(text)),
    warning: colors.yellow,
    undecided: colors.cyan,
    failed: colors.magenta,
  };
}

/** The colour of a finding's outcome. */
export function outcomePaint(style: ConsoleStyle, finding: Finding): Paint {
  switch (outcomeOf(finding)) {
    case 'denied':
      return style.denied;
    case 'error':
      return style.failed;
    case 'non-compliant':
      return style.warning;
    default:
      return style.undecided;
  }
}
