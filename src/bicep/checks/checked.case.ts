import { expect } from 'vitest';
import type { Diagnostic } from '../../kernel/index.ts';
import { BicepProgram } from '../program/bicep-program.ts';
import { filesOf } from '../program/files.case.ts';
import { checkFile } from './check-file.ts';

/** What the checks say of `main.bicep`. */
export function check(text: string, files: Readonly<Record<string, string>> = {}): Diagnostic[] {
  return checkFile(new BicepProgram(filesOf(files)).open('main.bicep', text));
}

/** A diagnostic by its code, the compiler's code and the place it is at. */
export function shown({ code, message, span }: Diagnostic): string {
  const written = /\(([\w-]+)\)$/.exec(message)?.[1];
  return `${code} ${written} ${span?.start}-${span?.end}`;
}

/** Expects errors of these codes at the places between `«` and `»`, in their order, and no others. One code is that of every place. */
export function expectErrors(
  marked: string,
  codes: string,
  files: Readonly<Record<string, string>> = {},
): void {
  const { text, places } = unmark(marked);
  const list = codes.split(', ');
  const expected = places.map(([start, end], index) => `${list[index] ?? list[0]} ${start}-${end}`);
  expect(expected.length).toBeGreaterThan(0);
  const found = check(text, files).filter(({ level }) => level === 'error');
  expect(found.map(shown)).toEqual(expected);
}

/** Expects that nothing is wrong with a text. */
export function expectValid(text: string, files: Readonly<Record<string, string>> = {}): void {
  const found = check(text, files).filter(({ level }) => level !== 'note');
  expect(found.map((one) => `${shown(one)} ${one.message}`)).toEqual([]);
}

function unmark(marked: string): { text: string; places: [number, number][] } {
  const parts = marked.split(/([«»])/);
  const places: [number, number][] = [];
  const open: number[] = [];
  let text = '';
  for (const part of parts) {
    if (part === '«') open.push(places.push([text.length, text.length]) - 1);
    else if (part === '»') {
      const place = places[open.pop() ?? -1];
      if (place === undefined) throw new Error('a place is closed that was not opened');
      place[1] = text.length;
    } else text += part;
  }
  return { text, places };
}
