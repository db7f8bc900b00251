import { type Finding, Source } from '../../kernel/index.ts';
import type { CheckResult } from '../check.ts';
import { harmBetween, standpointOf } from './fix-safety.ts';
import { type FixerInput, type FixerResult, fixTogether } from './fix-together.ts';
import { mergedGroups, templateGroups } from './template-groups.ts';

/** What fixes are computed from. */
export interface FixInput extends Omit<FixerInput, 'check'> {
  /** Checks again with texts, by path, that win over what was read: all templates, or those of these paths. */
  readonly check: (texts: ReadonlyMap<string, string>, templates?: ReadonlySet<string>) => CheckResult;
}

/** Code with everything fixed that can be without a person. */
export interface FixedCode {
  /** The files that change, in the order of their paths. */
  readonly files: readonly { readonly before: Source; readonly after: Source }[];
  /** Findings of the first check that are gone. */
  readonly fixed: readonly Finding[];
  /** Findings that remain, and why: half a sentence. */
  readonly left: readonly { readonly finding: Finding; readonly reason: string }[];
  /** The check of the fixed code. */
  readonly last: CheckResult;
}

/**
 * Fixes findings in the code: every patch is one that a remediation proved, and is kept only if a check finds what it is for gone and nothing else worse. Templates that share
 * no file are fixed on their own, so that the work grows with their number only; at the end everything is checked together, and fixed together where that says otherwise.
 */
export function fixCode(input: FixInput): FixedCode {
  const results = fixApart(input);
  const texts = new Map(results.flatMap((result) => [...result.texts]));
  const last = texts.size === 0 ? input.first : input.check(texts);
  if (harmBetween(input.first, last) === undefined) return codeOf(input.first, last, results);
  const together = fixTogether({ ...input, check: (edited) => input.check(edited) });
  return codeOf(input.first, together.result, [together]);
}

/** Fixes groups of templates. Two that turn out to change one file are a single group. */
function fixApart(input: FixInput): readonly FixerResult[] {
  let groups = templateGroups(input.first);
  const done = new Map<ReadonlySet<string>, FixerResult>();
  for (;;) {
    for (const group of groups) if (!done.has(group)) done.set(group, fixGroup(input, group));
    const results = groups.flatMap((group) => done.get(group) ?? []);
    const merged = mergedGroups(groups, (group) => done.get(group)?.texts.keys() ?? []);
    if (merged.length === groups.length) return results;
    groups = merged;
  }
}

function fixGroup(input: FixInput, group: ReadonlySet<string>): FixerResult {
  const check = (texts: ReadonlyMap<string, string>) => input.check(texts, group);
  return fixTogether({ ...input, first: check(new Map()), check });
}

function codeOf(first: CheckResult, last: CheckResult, results: readonly FixerResult[]): FixedCode {
  const sources = new Map(results.flatMap((one) => [...one.sources]));
  const files = results
    .flatMap(({ texts }) => [...texts])
    .map(([path, text]) => ({ before: sources.get(path)!, after: new Source(path, text) }))
    .filter(({ before, after }) => before.text !== after.text)
    .sort((a, b) => (a.after.path < b.after.path ? -1 : 1));
  const reasons = new Map(results.flatMap(reasonsOf));
  const left = last.report.findings.map((finding) => ({
    finding,
    reason:
      reasons.get(placedStandpoint(finding)) ?? 'there were more than can be tried at once: run it again',
  }));
  return { files, fixed: goneFindings(first, last), left, last };
}

function reasonsOf({ result, reasons }: FixerResult): [string, string][] {
  return result.report.findings.flatMap((finding): [string, string][] => {
    const reason = reasons.get(standpointOf(finding));
    return reason === undefined ? [] : [[placedStandpoint(finding), reason]];
  });
}

function placedStandpoint(finding: Finding): string {
  return `${standpointOf(finding)}\n${finding.place.file}`;
}

/** Findings that are not there any more. One whose place is in another file now is still there. */
function goneFindings(first: CheckResult, last: CheckResult): readonly Finding[] {
  let gone = first.report.findings;
  let open = last.report.findings;
  for (const keyOf of [placedStandpoint, standpointOf]) {
    const counts = new Map<string, number>();
    for (const finding of open) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
    const before = gone;
    gone = gone.filter((finding) => !taken(counts, keyOf(finding)));
    const matched = new Map<string, number>();
    for (const finding of before)
      if (!gone.includes(finding)) matched.set(keyOf(finding), (matched.get(keyOf(finding)) ?? 0) + 1);
    open = open.filter((finding) => !taken(matched, keyOf(finding)));
  }
  return gone;
}

/** Takes one of what is counted; `false` where there is none left. */
function taken(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}
