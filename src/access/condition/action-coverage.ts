import { actionPattern, patternIncludes, patternsIntersect } from '../pattern/index.ts';

/** How many of the actions that a pattern stands for another pattern covers. */
export type Coverage = 'all' | 'none' | 'some';

/**
 * How much of what `action` stands for a pattern covers, decided as for permissions
 * (articles/role-based-access-control/conditions-format.md#actionmatches).
 */
export function coverageOf(action: string, pattern: string): Coverage {
  const wanted = actionPattern(action);
  const given = actionPattern(pattern);
  if (patternIncludes(given, wanted)) return 'all';
  return patternsIntersect(wanted, given) ? 'some' : 'none';
}
