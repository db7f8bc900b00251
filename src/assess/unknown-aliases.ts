import { type Diagnostic, diagnostic, fold, suggest } from '../kernel/index.ts';
import { type AliasTable, traceLeaves } from '../policy/index.ts';
import type { DeploymentEvaluation } from './evaluate-deployment.ts';

/** The aliases that an evaluation could not be decided for, because nobody knows them: slips of the pen, or newer than the facts. */
export function unknownAliases(
  { assigned, evaluation, resource }: DeploymentEvaluation,
  aliases: AliasTable,
): Diagnostic[] {
  if (evaluation.verdict !== 'unknown' || evaluation.condition === undefined) return [];
  const { definition } = assigned.policy;
  const names = new Set<string>();
  for (const { outcome, expression } of traceLeaves(evaluation.condition)) {
    const isAlias = /^[\w.]+\/[^\s'"()]+$/.test(expression);
    if (outcome === 'unknown' && isAlias && !aliases.has(fold(expression))) names.add(expression);
  }
  return [...names].map((alias) => {
    const known = aliases.namesOf(fold(resource.subject.type));
    const suggestion = suggest(
      alias,
      known,
      'correct it, or refresh the aliases with landguard facts import',
    );
    return diagnostic('LG3003', { alias, suggestion }, definition.displayName || definition.name);
  });
}
