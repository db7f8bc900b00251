import { createColors } from 'picocolors';
import { differenceOf, type FixedCode } from '../assess/index.ts';
import { type Finding, formatPlace } from '../kernel/index.ts';
import { plainLine, plainText } from '../report/index.ts';

/** The unified difference of all files that change, for people and for `git apply`. */
export function fixDifference({ files }: FixedCode, isColored: boolean): string {
  const color = createColors(isColored);
  const paint = (line: string) => {
    if (line.startsWith('@@')) return color.cyan(line);
    if (line.startsWith('+')) return color.green(line);
    return line.startsWith('-') ? color.red(line) : line;
  };
  const lines = files.flatMap(({ before, after }) => differenceOf(before, after)?.split('\n') ?? []);
  return lines.map((line) => `${paint(plainLine(asPlain(line)))}\n`).join('');
}

/** Tabs and the carriage return at the end are part of a line of code. */
function asPlain(line: string): string {
  const end = line.endsWith('\r') ? '\r' : '';
  return (
    line
      .slice(0, line.length - end.length)
      .split('\t')
      .map(plainText)
      .join('\t') + end
  );
}

/** What was fixed, or would be, and what is left and why. */
export function fixAccount({ files, fixed, left }: FixedCode, isMade: boolean, isBrief: boolean): string {
  const total = fixed.length + left.length;
  const where = files.length === 0 ? '' : ` in ${counted(files.length, 'file')}`;
  const head = `${isMade ? 'fixed' : 'would fix'} ${fixed.length} of ${counted(total, 'finding')}${where}`;
  const details = isBrief
    ? []
    : [
        ...fixed.map((finding) => `  ${formatPlace(finding.place)}  ${nameOf(finding)}`),
        ...(left.length === 0 ? [] : ['not fixed']),
        ...left.map(
          ({ finding, reason }) => `  ${formatPlace(finding.place)}  ${nameOf(finding)}: ${reason}`,
        ),
      ];
  return [head, ...details].map((line) => `${plainLine(plainText(line))}\n`).join('');
}

function nameOf({ policy, resource }: Finding): string {
  return `${policy.displayName} (${resource.name})`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
