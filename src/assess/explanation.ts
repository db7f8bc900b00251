import { type Finding, formatPath, formatPlace, textOfValue, type Value } from '../kernel/index.ts';
import type { LeafTrace, TraceNode } from '../policy/index.ts';
import { locate } from '../template/index.ts';
import type { DeploymentEvaluation } from './evaluate-deployment.ts';
import { printValue } from './reason.ts';
import { relatedTypeName } from './related-type-name.ts';
import { remediationDeployment } from './remediation-deployment.ts';
import { shownName } from './shown-name.ts';

/**
 * The whole evaluation behind a finding as text: every condition, what it looked at, what it found and wanted, where that is in the source. One line a
 * condition, indented by nesting; `+` true, `-` false, `?` unknown, `!` error.
 */
export function explain(finding: Finding, item: DeploymentEvaluation): string {
  const { evaluation, assigned } = item;
  const { definition } = assigned.policy;
  const lines = [
    `${finding.policy.displayName}`,
    `  policy      ${definition.id || definition.name}${definition.version === '' ? '' : ` version ${definition.version}`}`,
    `  effect      ${assigned.policy.effectText}${assigned.enforced ? '' : ' (the assignment is not enforced)'}`,
    ...(assigned.initiative === undefined
      ? []
      : [`  initiative  ${assigned.initiative.displayName} (${assigned.reference?.referenceId ?? ''})`]),
    ...(assigned.assignment.scope === '' ? [] : [`  assigned at ${assigned.assignment.scope}`]),
    ...parameterLines(item),
    `  resource    ${shownName(item.resource.displayName)} (${item.resource.subject.type})`,
    `  declared at ${formatPlace(locate(item.resource.expanded.instance, []).place)}`,
    `  verdict     ${evaluation.verdict}: ${finding.message}`,
    ...finding.unknownBecause.map((cause) => `  waits for   ${cause}`),
    '',
  ];
  if (evaluation.condition !== undefined) lines.push('if', ...traceLines(evaluation.condition, item, 1));
  if (evaluation.existence !== undefined) lines.push('', ...existenceLines(item));
  for (const one of item.alterations) {
    lines.push(
      `${one.operation} ${one.field}: ${one.outcome}${one.reason === undefined ? '' : ` (${one.reason})`}`,
    );
  }
  const deployed = remediationDeployment(item);
  if (deployed.length > 0) lines.push('', 'the policy would deploy', ...deployed.map((line) => `  ${line}`));
  return `${lines.join('\n')}\n`;
}

function parameterLines({ assigned }: DeploymentEvaluation): string[] {
  const names = [...assigned.policy.definition.parameters.values()];
  return names.flatMap((parameter) => {
    const value = assigned.policy.parameters.get(parameter.name.toLowerCase());
    return value === undefined
      ? []
      : [`  parameter   ${parameter.name} = ${printValue(value, [parameter.name])}`];
  });
}

const marks = { true: '+', false: '-', unknown: '?', error: '!' } as const;

function traceLines(node: TraceNode, item: DeploymentEvaluation, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (node.kind === 'leaf') return leafLines(node, item, depth);
  return [
    `${indent}${marks[node.outcome]} ${node.kind}`,
    ...node.children.flatMap((child) => traceLines(child, item, depth + 1)),
  ];
}

const shownValueCountMax = 12;

function leafLines(leaf: LeafTrace, item: DeploymentEvaluation, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const head = `${indent}${marks[leaf.outcome]} ${leaf.expressionKind.toLowerCase()} ${leaf.expression} ${leaf.operator} ${leaf.target === undefined ? '' : printValue(leaf.target)}`;
  const detail = leaf.found.slice(0, shownValueCountMax).map(({ value, path, outcome }, index) => {
    const isCount = leaf.expressionKind === 'Count' && index === 0;
    const where = path.length === 0 ? '' : ` at ${formatPath(path)}${placeText(item, path)}`;
    return `${indent}    ${marks[outcome]} ${isCount ? 'counted' : 'found'} ${found(value, path)}${where}`;
  });
  const more =
    leaf.found.length > shownValueCountMax
      ? [`${indent}    and ${leaf.found.length - shownValueCountMax} more`]
      : [];
  const problem = leaf.problem === undefined ? [] : [`${indent}    cannot be evaluated: ${leaf.problem}`];
  const waits = leaf.unknownBecause.map((cause) => `${indent}    waits for ${cause.name}`);
  const members = leaf.members.flatMap((member) => traceLines(member, item, depth + 2));
  return [head, ...detail, ...more, ...problem, ...waits, ...members];
}

function found(value: Value | undefined, path: readonly (string | number)[]): string {
  return value === undefined ? 'nothing' : printValue(value, path);
}

function placeText({ resource }: DeploymentEvaluation, path: readonly (string | number)[]): string {
  const location = locate(resource.expanded.instance, path);
  return location.exact ? ` (${formatPlace(location.place)})` : '';
}

function existenceLines(item: DeploymentEvaluation): string[] {
  const { existence } = item.evaluation;
  if (existence?.query === undefined)
    return existence?.problem === undefined ? [] : [`cannot be evaluated: ${existence.problem}`];
  const { name, scope, relation } = existence.query;
  const named = name === undefined ? '' : ` named ${textOfValue(name)}`;
  const where =
    relation === 'child' || relation === 'extension'
      ? 'of this resource'
      : `in the ${scope === 'subscription' ? 'subscription' : 'resource group'}`;
  const lines = [
    `looks for ${relatedTypeName(item)}${named} ${where}: ${existence.candidates.length} in this deployment${existence.complete ? '' : ', others may exist outside it'}`,
  ];
  for (const { subject, trace } of existence.candidates) {
    lines.push(`  ${trace === undefined ? '+' : marks[trace.outcome]} ${textOfValue(subject.name)}`);
    if (trace !== undefined) lines.push(...traceLines(trace, item, 2));
  }
  return lines;
}
