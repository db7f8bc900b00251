/** The median of several runs in milliseconds, after one that is not counted. */
export function medianMs(run: () => void, runs = 3): number {
  run();
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

/** One line of the result: what, how fast, and in proportion to parsing the same bytes. */
export function printLine(what: string, figure: string, ratio: string): void {
  console.log(`${what.padEnd(62)} ${figure.padStart(22)}   ${ratio}`);
}
