import { type Finding, overlap, type Source, type TextEdit } from '../../kernel/index.ts';
import type { AliasTable, AssignedPolicy } from '../../policy/index.ts';
import type { CheckResult } from '../check.ts';
import { applyEdits } from './apply-edits.ts';
import { type FixCandidate, fixCandidate } from './fix-candidate.ts';
import { type Harm, harmBetween, standpointOf, standpoints } from './fix-safety.ts';

/** What the fixes of some templates are computed from. */
export interface FixerInput {
  readonly first: CheckResult;
  /** Checks the same templates again with texts, by path, that win over what was read. */
  readonly check: (texts: ReadonlyMap<string, string>) => CheckResult;
  readonly aliases: AliasTable;
  /** Why a file cannot be changed: half a sentence; `undefined` where it can. */
  readonly refusal: (source: Source) => string | undefined;
}

/** What became of some templates. */
export interface FixerResult {
  readonly result: CheckResult;
  /** The files that change, by path, and as they were. */
  readonly texts: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Why findings are not fixed, by their standpoints. */
  readonly reasons: ReadonlyMap<string, string>;
}

const roundCountMax = 10;
const checkCountMax = 300;
const keptCountMax = 4;

/** Fixes what can be fixed together: patches that touch the same characters are made one after the other, each on what the one before left. */
export function fixTogether(input: FixerInput): FixerResult {
  const fixer = new CodeFixer(input);
  for (let round = 0; round < roundCountMax; round++) if (!fixer.round()) break;
  return fixer.finish();
}

interface Patch {
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
}

class CodeFixer {
  readonly #input: FixerInput;
  readonly #sources = new Map<string, Source>();
  readonly #texts = new Map<string, string>();
  #current: CheckResult;
  #checkCount = 0;
  /** Why a finding is not fixed, by its standpoint. */
  #reasons = new Map<string, string>();
  /** Policies that an attempt to fix a finding broke, by its standpoint: the next one keeps to them. */
  readonly #kept = new Map<string, AssignedPolicy[]>();

  constructor(input: FixerInput) {
    this.#input = input;
    this.#current = input.first;
  }

  /** Makes the patches that go together; answers whether another round may make more. */
  round(): boolean {
    this.#reasons = new Map();
    const [patches, isMore] = this.#patches();
    const keptBefore = this.#keptCount();
    const accepted = this.#accept([], patches);
    if (accepted.edits.length > 0) {
      for (const { source } of accepted.edits)
        if (!this.#sources.has(source.path)) this.#sources.set(source.path, source);
      for (const [path, text] of applyEdits(accepted.edits)) this.#texts.set(path, text);
      this.#current = accepted.result;
    }
    return accepted.edits.length > 0 || (isMore && patches.length === 0) || this.#keptCount() > keptBefore;
  }

  finish(): FixerResult {
    return { result: this.#current, texts: this.#texts, sources: this.#sources, reasons: this.#reasons };
  }

  #keptCount(): number {
    return [...this.#kept.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** Patches that do not touch one another, and whether others had to wait. */
  #patches(): [readonly Patch[], boolean] {
    const patches: Patch[] = [];
    let isMore = false;
    for (const finding of this.#current.report.findings) {
      const key = standpointOf(finding);
      const item = this.#current.evaluations.get(finding.fingerprint);
      if (item === undefined) continue;
      const candidate = this.#allowed(
        fixCandidate(finding, item, this.#input.aliases, this.#kept.get(key) ?? []),
      );
      if ('reason' in candidate) {
        this.#reasons.set(key, candidate.reason);
        continue;
      }
      const touched = patches.flatMap(({ edits }) => edits);
      const isBlocked = candidate.edits.some((edit) =>
        touched.some((other) => overlap(edit, other) && !isSame(edit, other)),
      );
      if (isBlocked) {
        this.#reasons.set(key, 'another fix changes the same value');
        isMore = true;
      } else patches.push({ finding, edits: candidate.edits });
    }
    return [patches, isMore];
  }

  /** A file is looked at as it was read, not as earlier rounds left it. */
  #allowed(candidate: FixCandidate): FixCandidate {
    if ('reason' in candidate) return candidate;
    for (const { source } of candidate.edits) {
      const problem = this.#input.refusal(this.#sources.get(source.path) ?? source);
      if (problem !== undefined) return { reason: `\`${source.path}\` cannot be changed: ${problem}` };
    }
    return candidate;
  }

  /** Takes as many patches as are safe together: all, or as many as can be of each half. */
  #accept(
    accepted: readonly TextEdit[],
    patches: readonly Patch[],
    result = this.#current,
  ): { readonly edits: readonly TextEdit[]; readonly result: CheckResult } {
    const before = standpoints(result);
    const open = patches.filter(({ finding }) => before.has(standpointOf(finding)));
    if (open.length === 0) return { edits: accepted, result };
    const edits = together([...accepted, ...open.flatMap((patch) => patch.edits)]);
    const after = this.#check(edits);
    if (after === undefined) return { edits: accepted, result };
    const harm = harmBetween(result, after);
    const now = standpoints(after);
    const isFixed = open.every(({ finding }) => {
      const key = standpointOf(finding);
      return (now.get(key) ?? 0) < (before.get(key) ?? 0);
    });
    if (harm === undefined && isFixed) return { edits, result: after };
    if (open.length === 1) {
      this.#refuse(open[0]!.finding, harm, after);
      return { edits: accepted, result };
    }
    const middle = open.length >> 1;
    const half = this.#accept(accepted, open.slice(0, middle), result);
    return this.#accept(half.edits, open.slice(middle), half.result);
  }

  #check(edits: readonly TextEdit[]): CheckResult | undefined {
    if (++this.#checkCount > checkCountMax) return undefined;
    return this.#input.check(new Map([...this.#texts, ...applyEdits(edits)]));
  }

  /** A patch that breaks other policies for its own resource may be one of several that can be made: the next one keeps to them. */
  #refuse(finding: Finding, harm: Harm | undefined, after: CheckResult): void {
    const key = standpointOf(finding);
    this.#reasons.set(key, whyNot(harm));
    if (harm === undefined || harm.problem !== undefined) return;
    const kept = this.#kept.get(key) ?? [];
    for (const broken of harm.findings) {
      const assigned = after.evaluations.get(broken.fingerprint)?.assigned;
      const isOwn =
        broken.resource.id === finding.resource.id && broken.resource.type === finding.resource.type;
      if (!isOwn || assigned === undefined || kept.length >= keptCountMax) continue;
      if (!kept.includes(assigned)) kept.push(assigned);
    }
    this.#kept.set(key, kept);
  }
}

/** Edits without repeats: several findings may want the same. */
function together(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.filter((edit, at) => !edits.slice(0, at).some((other) => isSame(edit, other)));
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.source.path === b.source.path && a.start === b.start && a.end === b.end && a.text === b.text;
}

function whyNot(harm: Harm | undefined): string {
  if (harm === undefined) return 'the patch that was proved for it does not make it go away';
  const [broken] = harm.findings;
  if (broken === undefined || harm.problem !== undefined) return `the patch is not safe: ${harm.problem}`;
  const more = harm.findings.length > 1 ? ` and ${harm.findings.length - 1} more` : '';
  return `it would break \`${broken.policy.displayName}\` for ${broken.resource.name}${more}`;
}
