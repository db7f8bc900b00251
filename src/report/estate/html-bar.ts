import type { StateNumbers } from '../../kernel/index.ts';
import { counted, grouped } from '../summary-line.ts';
import { tenths } from './number-text.ts';
import { stateWords } from './state-word.ts';

/** A part of a bar. `kind` names its colour in the style. */
export interface BarPart {
  readonly kind: string;
  readonly word: string;
  readonly count: number;
}

const length = 1000;
/** What is there can be seen, however small its share. */
const partMin = 4;

/** A bar of parts side by side, drawn to scale; its label says the numbers. Empty without anything to show. */
export function htmlBar(parts: readonly BarPart[]): string {
  const shown = parts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return '';
  const widths = shown.map(({ count }) => Math.max((length * count) / total, partMin));
  const scale = length / widths.reduce((sum, width) => sum + width, 0);
  let at = 0;
  const rects = shown.map(({ kind }, index) => {
    const width = widths[index]! * scale;
    const rect = `<rect class="fill-${kind}" x="${round(at)}" y="0" width="${round(width)}" height="10"/>`;
    at += width;
    return rect;
  });
  const label = shown.map(({ word, count }) => `${grouped(count)} ${word}`).join(', ');
  return `<svg class="bar" viewBox="0 0 ${length} 10" preserveAspectRatio="none" role="img" aria-label="${label}">${rects.join('')}</svg>`;
}

/** What the colours of a bar mean, with counts and shares. Parts without a count are left out. */
export function htmlLegend(parts: readonly BarPart[]): string {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const items = parts
    .filter(({ count }) => count > 0)
    .map(
      ({ kind, word, count }) =>
        `<li><span class="key fill-${kind}" aria-hidden="true"></span><b>${grouped(count)}</b> ${word} <span class="faint">${tenths((100 * count) / total)} %</span></li>`,
    );
  return `<ul class="legend">${items.join('')}</ul>`;
}

/** Numbers by state as the parts of a bar. */
export function stateParts(numbers: StateNumbers): BarPart[] {
  return stateWords.map(({ state, word }) => ({ kind: state, word, count: numbers[state] }));
}

/** `1 resource`, for a heading beside a bar. */
export function partTotal(parts: readonly BarPart[], singular: string): string {
  return counted(
    parts.reduce((sum, { count }) => sum + count, 0),
    singular,
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
