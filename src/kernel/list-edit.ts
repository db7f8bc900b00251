import { type GapToken, readGap } from './list-gap.ts';
import type { Source } from './span.ts';
import type { TextEdit } from './text-edit.ts';
import { indentOf, indentUnitOf, lineEndOf } from './text-layout.ts';

/** A list in brackets as it is written: the properties of an object, or the items of an array. */
export interface WrittenList {
  readonly source: Source;
  /** Of the opening bracket. */
  readonly start: number;
  /** Behind the closing bracket. */
  readonly end: number;
  readonly elements: readonly { readonly start: number; readonly end: number }[];
  /** `commas`: between all elements, as in JSON. `lines`: only between those of one line, as in Bicep. */
  readonly separators: 'commas' | 'lines';
  /** Whether it has to stay in one line. */
  readonly isInline?: boolean | undefined;
}

/** What becomes of a list. */
export interface ListChange {
  /** Positions of elements. */
  readonly removed: ReadonlySet<number>;
  readonly added: readonly PrintElement[];
}

/** Prints an element; `indent` is that of its line, `undefined` when it has to be one line. */
export type PrintElement = (indent: string | undefined) => string;

/**
 * The edits that take elements out of a list and add others behind its last one, laid out as their neighbours are. Comments stay where they are, but for those in the line of
 * what is removed.
 */
export function editList(list: WrittenList, change: ListChange): TextEdit[] {
  return new ListEditor(list, change).edits();
}

class ListEditor {
  readonly #list: WrittenList;
  readonly #change: ListChange;
  /** The gap before each element, and the one before the closing bracket. */
  readonly #gaps: readonly (readonly GapToken[])[];
  readonly #lastKept: number;
  readonly #edits: TextEdit[] = [];

  constructor(list: WrittenList, change: ListChange) {
    this.#list = list;
    this.#change = change;
    const { elements, source, start, end } = list;
    this.#gaps = Array.from({ length: elements.length + 1 }, (_, at) =>
      readGap(source.text, elements[at - 1]?.end ?? start + 1, elements[at]?.start ?? end - 1),
    );
    this.#lastKept = elements.findLastIndex((_, at) => !change.removed.has(at));
  }

  edits(): TextEdit[] {
    const { added, removed } = this.#change;
    if (added.length === 0 && removed.size === 0) return [];
    if (this.#lastKept === -1 && this.#isBare()) return this.#whole();
    for (const at of removed) this.#remove(at);
    this.#dropCommas();
    if (added.length > 0 && this.#lastKept === -1) this.#addFirst();
    else if (added.length > 0) this.#addBehind(this.#lastKept);
    return this.#edits;
  }

  #edit(start: number, end: number, text: string): void {
    this.#edits.push({ source: this.#list.source, start, end, text });
  }

  #hasBreak(gap: number): boolean {
    return this.#gaps[gap]!.some(({ kind }) => kind === 'break');
  }

  #comma(gap: number): GapToken | undefined {
    return this.#gaps[gap]!.find(({ kind }) => kind === 'comma');
  }

  /** Whether there is no comment to keep. */
  #isBare(): boolean {
    return this.#gaps.every((gap) => gap.every(({ kind }) => kind !== 'comment' && kind !== 'pragma'));
  }

  /** Nothing of the list stays. */
  #whole(): TextEdit[] {
    const { source, start, end, elements } = this.#list;
    const { added } = this.#change;
    const first = elements[0];
    const isInline = this.#list.isInline === true || (first !== undefined && !this.#hasBreak(0));
    const outer = indentOf(source.text, start);
    const isOwnLine = first !== undefined && !isInline;
    const inner = isOwnLine ? indentOf(source.text, first.start) : outer + indentUnitOf(source.text);
    const eol = lineEndOf(source.text);
    const blank = source.text[start] === '{' ? ' ' : '';
    const text =
      added.length === 0
        ? ''
        : isInline
          ? `${blank}${added.map((print) => print(undefined)).join(', ')}${blank}`
          : `${this.#lines(inner)}${eol}${outer}`;
    return [{ source, start: start + 1, end: end - 1, text }];
  }

  /** What is added, each element on a line of its own. */
  #lines(indent: string): string {
    const { source, separators } = this.#list;
    const comma = separators === 'commas' ? ',' : '';
    return this.#change.added.map((print) => lineEndOf(source.text) + indent + print(indent)).join(comma);
  }

  #remove(at: number): void {
    const { source, elements } = this.#list;
    const { start, end } = elements[at]!;
    const [before, after] = [this.#gaps[at]!, this.#gaps[at + 1]!];
    const comma = this.#comma(at + 1);
    const firstBreak = after.find(({ kind }) => kind === 'break');
    const lastBreak = before.findLast(({ kind }) => kind === 'break');
    const isOwnLine =
      lastBreak !== undefined &&
      firstBreak !== undefined &&
      before.every(({ kind, start: from }) => kind !== 'comma' || from < lastBreak.start) &&
      (comma === undefined || comma.start < firstBreak.start);
    if (isOwnLine) {
      const pragma = before.findLast(({ kind, start: from }) => kind !== 'space' && from < lastBreak.start);
      const from = pragma?.kind === 'pragma' ? lineStart(source.text, pragma.start) : lastBreak.end;
      this.#edit(from, firstBreak.end, '');
      return;
    }
    if (comma === undefined) {
      this.#edit(start, end, '');
      return;
    }
    // In one line with others: the blank behind the comma goes too.
    const rest = after.slice(after.indexOf(comma) + 1);
    const next = rest.find(({ kind }) => kind !== 'space');
    const to = next === undefined ? (rest.at(-1)?.end ?? comma.end) : next.start;
    const until = next?.kind === 'break' ? comma.end : to;
    const hasComment = after.some(({ kind, start: from }) => kind === 'comment' && from < comma.start);
    this.#edit(start, hasComment ? end : until, '');
    if (hasComment) this.#edit(comma.start, until, '');
  }

  /** Takes out the commas that no longer separate two elements of a line. A trailing one behind an element that stays is left alone. */
  #dropCommas(): void {
    const { elements, separators } = this.#list;
    const { removed, added } = this.#change;
    for (const at of removed) {
      if (at === 0 || removed.has(at - 1)) continue;
      const next = elements.findIndex((_, other) => other > at && !removed.has(other));
      const hasBreak =
        separators === 'lines' && elements.some((_, gap) => gap >= at && gap <= next && this.#hasBreak(gap));
      const separates = next === -1 ? added.length > 0 : this.#comma(next) !== undefined && !hasBreak;
      if (!separates) this.#dropComma(at);
    }
  }

  #dropComma(gap: number): void {
    const comma = this.#comma(gap);
    if (comma === undefined) return;
    const isInline = this.#gaps[gap]!.every(({ kind }) => kind === 'space' || kind === 'comma');
    this.#edit(comma.start, isInline ? this.#list.elements[gap]!.start : comma.end, '');
  }

  #addFirst(): void {
    const { source, start, elements } = this.#list;
    const { added } = this.#change;
    const outer = indentOf(source.text, start);
    const gap = elements.length > 0 ? this.#gaps[0]! : this.#gaps.at(-1)!;
    const firstBreak = gap.find(({ kind }) => kind === 'break');
    if (firstBreak === undefined) {
      const at = gap.findLast(({ kind }) => kind === 'comment')?.end ?? start + 1;
      this.#edit(at, at, ` ${added.map((print) => print(undefined)).join(', ')}`);
      return;
    }
    const inner =
      elements[0] === undefined
        ? outer + indentUnitOf(source.text)
        : indentOf(source.text, elements[0].start);
    // Behind the comments, or before the first of what goes.
    const last = gap.findLast(({ kind }) => kind === 'comment' || kind === 'pragma');
    const at = elements.length > 0 || last === undefined ? firstBreak.start : last.end;
    const isClosed = gap.some(({ kind, start: from }) => kind === 'break' && from >= at);
    this.#edit(at, at, this.#lines(inner) + (isClosed ? '' : lineEndOf(source.text) + outer));
  }

  #addBehind(last: number): void {
    const { source, elements, separators } = this.#list;
    const { end } = elements[last]!;
    const comma = this.#comma(last + 1);
    const hasLines = elements.slice(0, last + 1).some((_, at) => this.#hasBreak(at));
    const besides = this.#besides(last + 1);
    if (!hasLines || this.#list.isInline === true) {
      const parts = this.#change.added.map((print) => print(undefined)).join(', ');
      const next = elements[last + 1];
      const behind = besides.some(({ start }) => source.text.startsWith('//', start))
        ? end
        : besides.at(-1)?.end;
      const at = Math.max(behind ?? end, comma?.end ?? end);
      if (comma === undefined) this.#edit(at, at, `, ${parts}`);
      // What is removed leaves its blank.
      else if (next !== undefined && !this.#hasBreak(last + 1)) this.#edit(next.start, next.start, parts);
      else this.#edit(at, at, ` ${parts}`);
      return;
    }
    // A comma separates what is in one line; before a new line Bicep has none.
    const isDropped = comma !== undefined && separators === 'lines' && last < elements.length - 1;
    if (isDropped) this.#edit(comma.start, comma.end, '');
    const at = Math.max(besides.at(-1)?.end ?? end, comma?.end ?? end);
    const needsComma = comma === undefined && separators === 'commas';
    if (needsComma && at !== end) this.#edit(end, end, ',');
    this.#edit(at, at, `${needsComma && at === end ? ',' : ''}${this.#lines(this.#indentBehind(last))}`);
  }

  /** Comments and commas in the line that a gap begins in. */
  #besides(gap: number): readonly GapToken[] {
    const tokens = this.#gaps[gap]!;
    const firstBreak = tokens.findIndex(({ kind }) => kind === 'break');
    const line = firstBreak === -1 ? tokens : tokens.slice(0, firstBreak);
    return line.filter(({ kind }) => kind !== 'space');
  }

  #indentBehind(last: number): string {
    const { source, elements, start } = this.#list;
    return this.#hasBreak(last)
      ? indentOf(source.text, elements[last]!.start)
      : indentOf(source.text, start) + indentUnitOf(source.text);
  }
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
