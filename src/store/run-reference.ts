import type { StoredRun } from './assessment-store.ts';

/**
 * The run that a person means: its number, `last`, `previous`, or a moment, `2026-06-15` or `2026-06-15T12:00Z`, for the last run up to then; a day counts
 * to its end, in UTC. `runs` are in the order of their numbers.
 */
export function findRun(runs: readonly StoredRun[], reference: string): StoredRun | undefined {
  const text = reference.trim().toLowerCase();
  if (text === 'last') return runs.at(-1);
  if (text === 'previous') return runs.at(-2);
  if (/^\d{1,9}$/.test(text)) return runs.find((run) => run.number === Number(text));
  const moment = momentOf(text);
  return moment === undefined ? undefined : runs.findLast((run) => Date.parse(run.assessedAt) <= moment);
}

const dayMs = 24 * 60 * 60 * 1000;

function momentOf(text: string): number | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!isDay && !/^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(z|[+-]\d{2}:\d{2})$/.test(text))
    return undefined;
  const moment = Date.parse(text.toUpperCase());
  return Number.isNaN(moment) ? undefined : isDay ? moment + dayMs - 1 : moment;
}
