import { fold, matchesWildcard } from '../../kernel/index.ts';

/**
 * An action, or a pattern of actions in which each `*` stands for any characters, `/` included; case does not matter
 * (articles/role-based-access-control/role-definitions.md#actions-format). A `*` between two `/` stands for a text between them: such a
 * pattern of `vaults` and `read` has `vaults/a/read` and not `vaults/read`.
 */
export interface ActionPattern {
  /** As its author spells it, without blanks around it. */
  readonly text: string;
  /** The same for comparing: folded, `**` as `*`. */
  readonly folded: string;
  /** What `folded` has before its first `*` and after its last one; both are the whole of it when it has none. */
  readonly prefix: string;
  readonly suffix: string;
  readonly stars: number;
}

/** Reads a pattern; every text is one. Blanks around it are left out: built-in roles carry some, and actions have none. */
export function actionPattern(text: string): ActionPattern {
  const trimmed = text.trim().replace(/\*{2,}/g, '*');
  const folded = fold(trimmed);
  const first = folded.indexOf('*');
  if (first === -1) return { text: trimmed, folded, prefix: folded, suffix: folded, stars: 0 };
  const last = folded.lastIndexOf('*');
  return {
    text: trimmed,
    folded,
    prefix: folded.slice(0, first),
    suffix: folded.slice(last + 1),
    stars: folded.split('*').length - 1,
  };
}

/** Whether the pattern stands for the action. The action is folded (`fold`) and has no blanks around it. */
export function patternMatches(pattern: ActionPattern, action: string): boolean {
  const { folded, prefix, suffix, stars } = pattern;
  if (stars === 0) return action === folded;
  if (!action.startsWith(prefix)) return false;
  if (stars > 1) return matchesWildcard(action, folded);
  return action.length >= prefix.length + suffix.length && action.endsWith(suffix);
}

/**
 * Whether `outer` stands for everything that `inner` stands for. A `*` of `inner` may stand for a character that `outer` does not spell, so
 * only a `*` of `outer` can take it: the question is whether `outer` matches the text of `inner`.
 */
export function patternIncludes(outer: ActionPattern, inner: ActionPattern): boolean {
  return patternMatches(outer, inner.folded);
}

/** Whether there is an action that both patterns stand for. */
export function patternsIntersect(a: ActionPattern, b: ActionPattern): boolean {
  if (a.stars === 0) return patternMatches(b, a.folded);
  if (b.stars === 0) return patternMatches(a, b.folded);
  // Between a prefix and a suffix of its own, each pattern has room for all that the other one spells.
  return (
    (a.prefix.startsWith(b.prefix) || b.prefix.startsWith(a.prefix)) &&
    (a.suffix.endsWith(b.suffix) || b.suffix.endsWith(a.suffix))
  );
}
