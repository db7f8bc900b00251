import { type CheckedTemplate, type CheckSubject, type FixedCode, fixCode } from '../assess/index.ts';
import type { Diagnostic, Source } from '../kernel/index.ts';
import { type CheckOptions, type CheckRun, type CheckSession, openCheckSession } from './check-session.ts';
import type { CheckedTemplates } from './checked-templates.ts';
import { codeFile } from './code-file.ts';
import type { Surroundings } from './surroundings.ts';
import { writeFixes } from './write-fixes.ts';

/** A check, the fixes for what it found, and what is to become of them. */
export interface PlannedFixes {
  readonly first: CheckRun;
  readonly fixed: FixedCode;
  /** Writes the files and checks again, from the disk. */
  make(): { readonly run: CheckRun; readonly problems: readonly Diagnostic[] };
}

/** Checks, and computes the fixes. Nothing is written before `make` is called. */
export async function planFixes(
  paths: readonly string[],
  options: CheckOptions,
  surroundings: Surroundings,
  onProgress?: CheckSubject['onProgress'],
): Promise<PlannedFixes> {
  const started = surroundings.ticks();
  const session = await openCheckSession(options, surroundings);
  const { workingFolder } = surroundings;
  const found = session.find(paths);
  const first = session.check(found, onProgress);
  const fixed = fixCode({
    first,
    check: (texts, templates) => checkOverlaid(session, paths, found, { texts, templates }),
    aliases: session.basis.aliases,
    refusal: remembered((source) => {
      const file = codeFile(source, workingFolder);
      return 'problem' in file ? file.problem : undefined;
    }),
  });
  const timed = (run: CheckRun): CheckRun => {
    const durationMs = Math.round(surroundings.ticks() - started);
    return { ...run, report: { ...run.report, summary: { ...run.report.summary, durationMs } } };
  };
  return {
    first: timed(first),
    fixed,
    make: () => {
      const problems = writeFixes(fixed.files, workingFolder);
      return { run: timed(session.check(session.find(paths))), problems };
    },
  };
}

/** Checks with texts that are not written yet. Of a few templates only these are read again, as long as they are found alone as they were among all. */
function checkOverlaid(
  session: CheckSession,
  paths: readonly string[],
  all: CheckedTemplates,
  { texts, templates }: { texts: ReadonlyMap<string, string>; templates: ReadonlySet<string> | undefined },
): CheckRun {
  if (templates === undefined) return session.check(session.find(paths, texts), undefined, texts);
  const isWanted = ({ document }: CheckedTemplate) => templates.has(document.source.path);
  const wanted = all.templates.filter(isWanted);
  const files = new Set([...templates, ...wanted.flatMap(({ parameterFile }) => parameterFile ?? [])]);
  const narrow = session.find([...files], texts);
  const isSame = keysOf(narrow.templates.filter(isWanted)) === keysOf(wanted);
  const found = isSame ? narrow : session.find(paths, texts);
  const some = { ...found, paths: all.paths, templates: found.templates.filter(isWanted) };
  return session.check(some, undefined, texts);
}

function keysOf(templates: readonly CheckedTemplate[]): string {
  const keys = templates.map(({ document, parameterFile }) => [document.source.path, parameterFile]);
  return JSON.stringify(keys.map((key) => key.join('\n')).sort());
}

/** Each file is looked at once. */
function remembered(look: (source: Source) => string | undefined): (source: Source) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (source) => {
    if (!known.has(source.path)) known.set(source.path, look(source));
    return known.get(source.path);
  };
}
