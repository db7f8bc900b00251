import { createColors } from 'picocolors';
import { type Diagnostic, formatPlace, placeOf } from '../kernel/index.ts';
import { plainText } from '../report/index.ts';
import { type Surroundings, wantsColor } from './surroundings.ts';

/** Writes diagnostics to the error output: place, level, code, message, and what to do. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], { stderr, env }: Surroundings): void {
  const color = createColors(wantsColor(stderr, env));
  for (const entry of diagnostics) {
    const place = entry.span === undefined ? entry.file : formatPlace(placeOf(entry.span));
    const level =
      entry.level === 'error'
        ? color.red(entry.level)
        : entry.level === 'warning'
          ? color.yellow(entry.level)
          : entry.level;
    stderr.write(
      `${place === undefined ? '' : `${plainText(place)}  `}${level} ${entry.code}  ${plainText(entry.message)}\n    ${plainText(entry.advice)}\n`,
    );
  }
}
