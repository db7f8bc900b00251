import type { ShortRun } from './run.case.ts';

export const resourceCount = 2000;

/** A run in which every resource changes: those with an even number are found in the even runs, the others in the odd ones. */
export function alternatingRun(number: number): ShortRun {
  const found = { tls: 'nonCompliant' } as const;
  return Object.fromEntries(
    Array.from({ length: resourceCount }, (_, index) => [`r${index}`, index % 2 === number % 2 ? found : {}]),
  );
}
