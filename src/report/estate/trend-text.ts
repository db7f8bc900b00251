import type { EstateReport, HistoryPoint } from '../../kernel/index.ts';
import { grouped } from '../summary-line.ts';
import { tenths } from './number-text.ts';

/** What has changed since the assessment before. */
export interface Trend {
  readonly since: HistoryPoint;
  /** Points of the score; `undefined` when one of the two has none. */
  readonly score: number | undefined;
  /** Failing pairs, more or fewer. */
  readonly failing: number;
}

/** The change from the assessment before this one to this one; `undefined` without one. */
export function trendOf({ history = [] }: EstateReport): Trend | undefined {
  const [since, now] = history.slice(-2);
  if (since === undefined || now === undefined) return undefined;
  const score = since.score === undefined || now.score === undefined ? undefined : now.score - since.score;
  return { since, score, failing: now.failing - since.failing };
}

/** `score up 2.4, 31 fewer failing since 2026-11-16`. */
export function trendText({ since, score, failing }: Trend): string {
  const parts = [...(score === undefined ? [] : [`score ${changeText(score)}`]), failingText(failing)];
  return `${parts.join(', ')} since ${dayText(since.assessedAt)}`;
}

/** `up 2.4`, `down 0.3`, `unchanged`. */
export function changeText(change: number): string {
  const size = tenths(Math.abs(Math.round(change * 10) / 10));
  if (size === '0.0') return 'unchanged';
  return `${change > 0 ? 'up' : 'down'} ${size}`;
}

/** `31 fewer failing`, `4 more failing`, `as many failing`. */
export function failingText(change: number): string {
  if (change === 0) return 'as many failing';
  return `${grouped(Math.abs(change))} ${change < 0 ? 'fewer' : 'more'} failing`;
}

/** The day of a moment, `2026-11-16`; anything else as it is. */
export function dayText(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : new Date(time).toISOString().slice(0, 10);
}
