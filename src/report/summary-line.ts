import type { Summary } from '../kernel/index.ts';

/** `1 template`, `12 templates`, `1,200 policies`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(count)} ${count === 1 ? singular : plural}`;
}

/** A whole number with its thousands apart, the same on every machine. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The counts of a check on one line. Errors and exclusions appear only when there are some. */
export function summaryLine(summary: Summary): string {
  return [
    counted(summary.templates, 'template'),
    counted(summary.resources, 'resource'),
    counted(summary.policies, 'policy', 'policies'),
    `${grouped(summary.denied)} denied`,
    `${grouped(summary.nonCompliant)} non-compliant`,
    `${grouped(summary.undecided)} undecided`,
    ...(summary.errors > 0 ? [counted(summary.errors, 'error')] : []),
    ...((summary.exempt ?? 0) > 0 ? [`${grouped(summary.exempt ?? 0)} exempt`] : []),
    ...(summary.excluded > 0 ? [`${grouped(summary.excluded)} excluded`] : []),
    seconds(summary.durationMs),
  ].join(' · ');
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(durationMs < 100 ? 2 : 1)} s`;
}
