import { fold, type Severity, severities } from '../../kernel/index.ts';
import { cheapestRemovals } from './cheapest-removal.ts';
import { Crown, type CrownOptions, meantBy } from './crown.ts';
import { EscalationContext } from './escalation-context.ts';
import type { EscalationGround } from './escalation-ground.ts';
import { type EscalationLimits, escalationLimits } from './escalation-limits.ts';
import { type EscalationNode, nodeKey } from './escalation-node.ts';
import {
  certaintyOf,
  type EscalationPath,
  isEscalation,
  isStanding,
  pathSeverity,
} from './escalation-path.ts';
import type { EscalationRules } from './escalation-rule.ts';
import { type EscalationStep, evidenceKey, type StepEvidence } from './escalation-step.ts';
import { isMastered, masteryOf } from './mastery.ts';
import { spreadFrom, wayTo } from './spread.ts';
import { StepFinder } from './step-finder.ts';

/** What is asked. */
export interface EscalationQuestion {
  readonly rules: EscalationRules;
  /** The object id of a principal, or the id of a resource in which an attacker runs code; every principal with access otherwise. */
  readonly from?: string | undefined;
  /** The id of a principal, resource or scope, or `tenant`; what matters most otherwise ({@link Crown}). */
  readonly to?: string | undefined;
  readonly crown?: CrownOptions | undefined;
  /** The moment, in ISO 8601; that of the export otherwise. */
  readonly at?: string | undefined;
  readonly limits?: Partial<EscalationLimits> | undefined;
  /** Whether what to take away is looked for; it is unless this is `false`. */
  readonly removals?: boolean | undefined;
}

/** The answer. */
export interface EscalationReport {
  /** The gravest first, of these the shortest. */
  readonly paths: readonly EscalationPath[];
  /** What to take away to cut the most paths, each with how many it cuts alone. */
  readonly removals: readonly { readonly evidence: StepEvidence; readonly cuts: number }[];
  /** How many starts were looked from. */
  readonly starts: number;
  /** What was cut short, as clauses; empty when the answer is whole. */
  readonly cut: readonly string[];
  /** What was not seen: where it matters there may be other ways. */
  readonly unseen: readonly string[];
}

/**
 * The shortest ways in which principals get more than they were given. Ways end at the first thing that matters most: what else that opens is not listed.
 * Without a `from`, ways begin at whoever was given something: a group stands for its members.
 */
export function escalations(ground: EscalationGround, question: EscalationQuestion): EscalationReport {
  const limits = { ...escalationLimits, ...question.limits };
  const cx = new EscalationContext(ground, question.rules, limits, question.at);
  const finder = new StepFinder(cx);
  const crown = new Crown(cx, question.crown);
  const { to } = question;
  const isMeant = to === undefined ? undefined : meantBy(to, cx);
  const severityOf = (node: EscalationNode): Severity | undefined => {
    const severity = crown.severityOf(node);
    return isMeant === undefined ? severity : isMeant(node) ? (severity ?? 'medium') : undefined;
  };
  const isEnd = (node: EscalationNode) => severityOf(node) !== undefined;
  const all = startsOf(cx, question.from);
  const starts = all.slice(0, limits.startsMax);
  const cut = new Set<string>();
  if (starts.length < all.length)
    cut.add(`only ${starts.length} of ${all.length} principals were looked from`);
  let found: Omit<EscalationPath, 'removal'>[] = [];
  let count = 0;
  let cutCount = 0;
  for (const from of starts) {
    if (found.length > 4 * limits.pathsMax) found = found.sort(byWeight).slice(0, limits.pathsMax);
    const endsMax = question.from === undefined ? limits.endsOfStartMax : undefined;
    const spread = spreadFrom(from, cx, finder, { isEnd, endsMax });
    if (spread.isCut) cutCount++;
    const mastery = masteryOf(cx, from);
    for (const [key, { node, effort, step }] of spread.reached) {
      const severity = step === undefined ? undefined : severityOf(node);
      if (severity === undefined) continue;
      const steps = wayTo(key, spread);
      if (!isEscalation(steps)) continue;
      count++;
      found.push({
        from,
        to: node,
        severity: pathSeverity(severity, steps),
        effort,
        steps,
        certainty: certaintyOf(steps),
        isStanding: isMastered(mastery, node) || isStanding(cx, steps),
      });
    }
  }
  if (cutCount > 0)
    cut.add(`not everything that ${cutCount} of ${starts.length} starts lead to was looked at`);
  found.sort(byWeight);
  const kept = found.slice(0, limits.pathsMax);
  if (kept.length < count) cut.add(`only ${kept.length} of ${count} paths are listed`);
  const shared = sharesOf(kept.flatMap((path) => (path.isStanding ? [] : [path.steps])));
  const prefer = (one: StepEvidence) => shared.get(evidenceKey(one))?.cuts ?? 0;
  const removals = question.removals === false ? [] : cheapestRemovals(kept, cx, finder, prefer);
  const paths = kept.map((path, at) => ({ ...path, removal: removals[at]?.evidence }));
  const leftOut = removals.filter(({ isCut }, at) => isCut && kept[at]?.isStanding === false).length;
  if (leftOut > 0)
    cut.add(`what to take away was not looked for to the end on ${leftOut} of ${kept.length} paths`);
  return {
    paths,
    removals: removalsOf(paths),
    starts: starts.length,
    cut: [...cut],
    unseen: [...cx.unseen],
  };
}

function startsOf(cx: EscalationContext, from: string | undefined): readonly EscalationNode[] {
  const { principals } = cx.ground.model;
  if (from !== undefined) {
    const position = principals.positionOf(from);
    if (position !== undefined) return [{ kind: 'principal', id: principals.at(position).id }];
    const resource = cx.register.get(from);
    return resource === undefined ? [] : [{ kind: 'resource', id: resource.id }];
  }
  return cx
    .holders()
    .map((position) => principals.at(position))
    .filter(({ isEnabled }) => isEnabled !== false)
    .map(({ id }) => ({ kind: 'principal', id }));
}

function byWeight(a: Omit<EscalationPath, 'removal'>, b: Omit<EscalationPath, 'removal'>): number {
  return (
    Number(a.isStanding) - Number(b.isStanding) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    a.effort - b.effort ||
    compare(nodeKey(a.from), nodeKey(b.from)) ||
    compare(nodeKey(a.to), nodeKey(b.to))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sharesOf(ways: readonly (readonly EscalationStep[])[]) {
  const shares = new Map<string, { readonly evidence: StepEvidence; cuts: number }>();
  for (const steps of ways) {
    const distinct = new Map(
      steps.flatMap(({ evidence }) => evidence.map((one) => [evidenceKey(one), one] as const)),
    );
    for (const [key, evidence] of distinct) {
      const share = shares.get(key) ?? { evidence, cuts: 0 };
      share.cuts++;
      shares.set(key, share);
    }
  }
  return shares;
}

/** What cuts paths alone, most first. */
function removalsOf(paths: readonly EscalationPath[]): EscalationReport['removals'] {
  const found = new Map<string, { readonly evidence: StepEvidence; cuts: number }>();
  for (const { removal, isStanding: standing } of paths) {
    const [evidence, ...others] = removal ?? [];
    if (evidence === undefined || others.length > 0 || standing) continue;
    const key = fold(evidenceKey(evidence));
    const one = found.get(key) ?? { evidence, cuts: 0 };
    one.cuts++;
    found.set(key, one);
  }
  return [...found.values()].sort((a, b) => b.cuts - a.cuts);
}
