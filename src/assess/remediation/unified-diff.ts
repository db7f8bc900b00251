import { editedText, Source, type TextEdit } from '../../kernel/index.ts';
import { editLanguageOf } from './edit-language.ts';

const contextLineCount = 3;

/**
 * A unified diff of one source, as `git apply` and `patch` read it. `undefined` where a changed line holds a secret; lines around a change that
 * hold one are left out.
 */
export function unifiedDiff(source: Source, edits: readonly TextEdit[]): string | undefined {
  return differenceOf(source, new Source(source.path, editedText(source, edits)));
}

/** A unified diff between two versions of a source, as {@link unifiedDiff} of edits. */
export function differenceOf(source: Source, edited: Source): string | undefined {
  const { secretLines } = editLanguageOf(source);
  const before = linesOf(source.text);
  const after = linesOf(edited.text);
  const [hidden, hiddenAfter] = [secretLines(source), secretLines(edited)];
  const hunks = hunksOf(before, after);
  if (hunks.length === 0) return undefined;
  const isSecret = (from: number, to: number, lines: ReadonlySet<number>) => {
    for (let line = from; line < to; line++) if (lines.has(line)) return true;
    return false;
  };
  const isShown = (hunk: Hunk) =>
    !isSecret(hunk.from, hunk.to, hidden) && !isSecret(hunk.start, hunk.end, hiddenAfter);
  if (!hunks.every(isShown)) return undefined;
  let end = 0;
  const printed = hunks.map((hunk, index) => {
    const next = hunks[index + 1]?.from ?? before.length;
    let [from, to] = [hunk.from, hunk.to];
    while (from > Math.max(end, hunk.from - contextLineCount) && !hidden.has(from - 1)) from--;
    while (to < Math.min(hunk.to + contextLineCount, next) && !hidden.has(to)) to++;
    end = to;
    return printHunk(hunk, before.slice(from, hunk.from), before.slice(hunk.to, to), before, after);
  });
  return [`--- a/${source.path}`, `+++ b/${source.path}`, ...printed.flat()].join('\n');
}

/** Lines with what `git` and `patch` want to hear of one that no line break ends. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  return last === '' ? lines : [...lines, `${last}\n\\ No newline at end of file`];
}

interface Hunk {
  /** Lines before. */
  readonly from: number;
  readonly to: number;
  /** Lines after. */
  readonly start: number;
  readonly end: number;
}

/** The runs of lines that differ: edits are few, so that what is alike is found by looking ahead a little. */
function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let a = 0;
  let b = 0;
  while (a < before.length || b < after.length) {
    if (before[a] === after[b] && a < before.length && b < after.length) {
      a++;
      b++;
      continue;
    }
    const { skipBefore, skipAfter } = nextAlike(before, after, a, b);
    hunks.push({ from: a, to: a + skipBefore, start: b, end: b + skipAfter });
    a += skipBefore;
    b += skipAfter;
  }
  return hunks;
}

const lookAheadMax = 2_000;

/** How many lines to leave on either side until they are alike again. */
function nextAlike(before: readonly string[], after: readonly string[], a: number, b: number) {
  for (let sum = 1; sum < lookAheadMax; sum++) {
    for (let skipBefore = 0; skipBefore <= sum; skipBefore++) {
      const skipAfter = sum - skipBefore;
      const [one, other] = [before[a + skipBefore], after[b + skipAfter]];
      if (one !== undefined && one === other) return { skipBefore, skipAfter };
      if (one === undefined && other === undefined)
        return { skipBefore: before.length - a, skipAfter: after.length - b };
    }
  }
  return { skipBefore: before.length - a, skipAfter: after.length - b };
}

function printHunk(
  { from, to, start, end }: Hunk,
  lead: readonly string[],
  tail: readonly string[],
  before: readonly string[],
  after: readonly string[],
): string[] {
  const around = lead.length + tail.length;
  const head = `@@ -${range(from - lead.length, to - from + around)} +${range(start - lead.length, end - start + around)} @@`;
  return [
    head,
    ...lead.map((line) => ` ${line}`),
    ...before.slice(from, to).map((line) => `-${line}`),
    ...after.slice(start, end).map((line) => `+${line}`),
    ...tail.map((line) => ` ${line}`),
  ];
}

/** Line numbers begin at 1; an empty range is after the line before it. */
function range(from: number, count: number): string {
  return `${count === 0 ? from : from + 1},${count}`;
}
