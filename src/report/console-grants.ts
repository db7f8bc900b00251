import { formatPlace, type Grant } from '../kernel/index.ts';
import { indented } from './console-lines.ts';
import type { ConsoleStyle } from './console-style.ts';
import type { RenderOptions } from './format.ts';
import { grantDetails } from './grant-text.ts';
import { plainLine, plainText } from './plain-text.ts';
import { counted } from './summary-line.ts';

const indent = 4;

/** What the deployment grants: who can do what then, and the line that says so. Nothing when nobody asked. */
export function grantLines(
  grants: readonly Grant[] | undefined,
  style: ConsoleStyle,
  options: RenderOptions,
): string[] {
  if (grants === undefined) return [];
  if (grants.length === 0) return [style.strong('This deployment grants nobody anything')];
  return [
    style.strong(`This deployment has ${counted(grants.length, 'grant')}`),
    ...grants.flatMap((grant) => linesOf(grant, style, options)),
  ];
}

function linesOf(grant: Grant, style: ConsoleStyle, { width, verbose }: RenderOptions): string[] {
  const place = style.strong(plainLine(plainText(formatPlace(grant.place))));
  const details = grantDetails(grant, verbose);
  return [
    `${place}  ${grant.severity}`,
    ...indented(grant.text, indent, width),
    ...(details === '' ? [] : indented(details, indent, width).map(style.faint)),
  ];
}
