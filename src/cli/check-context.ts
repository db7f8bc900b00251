import type { CheckSubject } from '../assess/index.ts';
import { type CheckOptions, type CheckRun, openCheckSession } from './check-session.ts';
import type { Surroundings } from './surroundings.ts';

/** Reads the configuration, finds the templates, opens the policies and checks. */
export async function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  surroundings: Surroundings,
  onProgress?: CheckSubject['onProgress'],
): Promise<CheckRun> {
  const started = surroundings.ticks();
  const session = await openCheckSession(options, surroundings);
  const result = session.check(session.find(paths), onProgress);
  const { summary } = result.report;
  const durationMs = Math.round(surroundings.ticks() - started);
  return { ...result, report: { ...result.report, summary: { ...summary, durationMs } } };
}
