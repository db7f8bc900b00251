import { grouped } from '../summary-line.ts';

/** A number from 0 to 100 with one decimal, rounded down: 100 is said only of 100. */
export function tenths(value: number): string {
  return (Math.floor(value * 10 + 1e-9) / 10).toFixed(1);
}

/** `84.2 %`; `n/a` when there is nothing to take a share of. */
export function percentText(value: number | undefined): string {
  return value === undefined ? 'n/a' : `${tenths(value)} %`;
}

/** A number that may have a fraction, with its thousands apart. */
export function amount(value: number): string {
  const [whole, fraction] = String(Math.round(value * 100) / 100).split('.') as [string, string?];
  return fraction === undefined ? grouped(Number(whole)) : `${grouped(Number(whole))}.${fraction}`;
}

/** `0.41 s`, `12.3 s`. */
export function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(durationMs < 100 ? 2 : 1)} s`;
}

/** ISO 8601 as `2026-11-23 09:35 UTC`; anything else as it is. */
export function momentText(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
