import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Source, TextEdit } from '../kernel/index.ts';

/** An exclusion to write into landguard.yaml. */
export interface NewExclusion {
  readonly policy: string;
  readonly fingerprint: string;
  readonly reason: string;
}

/**
 * The edit that adds exclusions to landguard.yaml, which keeps its comments and its layout. `undefined` where the file is broken, or `exclusions` is
 * not a list with an item a line.
 */
export function exclusionEdit(source: Source, exclusions: readonly NewExclusion[]): TextEdit | undefined {
  const { text } = source;
  const document = parseDocument(text);
  const root = document.contents;
  if (document.errors.length > 0 || (root !== null && !isMap(root))) return undefined;
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const insert = (offset: number, lines: readonly string[]): TextEdit => {
    const isBehindLine = offset > 0 && text[offset - 1] !== '\n';
    const added = lines.map((line) => `${line}${newLine}`).join('');
    return { source, start: offset, end: offset, text: `${isBehindLine ? newLine : ''}${added}` };
  };
  const pair = root?.items.find(({ key }) => isScalar(key) && key.value === 'exclusions');
  if (pair === undefined)
    return root?.flow === true
      ? undefined
      : insert(text.length, ['exclusions:', ...exclusions.flatMap((one) => entryLines(one, '  '))]);
  const list = pair.value;
  if (!isSeq(list) || list.flow === true) return undefined;
  const last = list.items.at(-1) as { range?: readonly [number, number, number] } | undefined;
  if (last?.range === undefined) return undefined;
  const dash = text.lastIndexOf('-', (list.items[0] as typeof last).range![0]);
  const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash);
  return /^ *$/.test(indent)
    ? insert(
        endOfLine(text, last.range[1]),
        exclusions.flatMap((one) => entryLines(one, indent)),
      )
    : undefined;
}

/** Behind the line that an offset is in, or is the beginning of the next of. */
function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

function entryLines({ policy, fingerprint, reason }: NewExclusion, indent: string): string[] {
  return [
    `${indent}- policy: ${scalar(policy)}`,
    `${indent}  fingerprint: ${scalar(fingerprint)}`,
    `${indent}  reason: ${scalar(reason)}`,
  ];
}

/** Text as a YAML scalar: plain where it can only be a string, else between quotes. */
function scalar(text: string): string {
  return /^[a-z][a-z]*(-[a-z][a-z0-9]*)+$/i.test(text) ? text : JSON.stringify(text);
}
