import type { FindingPolicy, Severity } from '../kernel/index.ts';
import { escapeMarkdown } from './markdown-text.ts';
import type { Level } from './outcome.ts';
import { cut, plainText } from './plain-text.ts';

const nameLengthMax = 255;
const descriptionLengthMax = 1024;
const tagCountMax = 10;

/** The scores that GitHub turns into severities ("SARIF support for code scanning", security-severity). */
const securitySeverities: Readonly<Record<Severity, string | undefined>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: undefined,
};

/** What a rule is made of: any finding, of a check or of an estate. */
export interface RuleSource {
  readonly policy: FindingPolicy;
  readonly controls: readonly string[];
  readonly severity: Severity;
}

/** How findings are ranked: their level, and which of two is more serious. */
export interface Ranking<F> {
  readonly levelOf: (finding: F) => Level;
  readonly bySeriousness: (a: F, b: F) => number;
}

/** The rules of a run and where each is in the list. */
export interface SarifRules {
  readonly rules: readonly object[];
  readonly indexOf: (finding: RuleSource) => number;
}

/** One rule for each policy, in the order of first appearance; its level is that of its most serious finding. */
export function sarifRules<F extends RuleSource>(findings: readonly F[], ranking: Ranking<F>): SarifRules {
  const byPolicy = new Map<string, F[]>();
  for (const finding of findings) {
    const known = byPolicy.get(finding.policy.id);
    if (known === undefined) byPolicy.set(finding.policy.id, [finding]);
    else known.push(finding);
  }
  const indexes = new Map([...byPolicy.keys()].map((id, index) => [id, index]));
  return {
    rules: [...byPolicy.values()].map((group) => ruleOf(group, ranking)),
    indexOf: (finding) => indexes.get(finding.policy.id)!,
  };
}

/** The rule's id: the policy's name, which is stable where display names are not. */
export function ruleId({ policy }: RuleSource): string {
  return plainText(policy.name || policy.id) || 'policy';
}

function ruleOf<F extends RuleSource>(
  findings: readonly F[],
  { levelOf, bySeriousness }: Ranking<F>,
): object {
  const finding = findings.toSorted(bySeriousness)[0]!;
  const { policy } = finding;
  const title = plainText(policy.displayName || policy.name || policy.id) || ruleId(finding);
  const description = plainText(policy.description) || title;
  const controls = [...new Set(findings.flatMap((each) => each.controls))].map(plainText);
  const securitySeverity = securitySeverities[finding.severity];
  return {
    id: ruleId(finding),
    name: cut(title, nameLengthMax),
    shortDescription: { text: cut(title, descriptionLengthMax) },
    fullDescription: { text: cut(description, descriptionLengthMax) },
    help: helpOf(finding, description, controls),
    defaultConfiguration: { level: levelOf(finding) },
    properties: {
      tags: tagsOf(policy.category, controls),
      precision: 'high',
      ...(securitySeverity === undefined
        ? { 'problem.severity': 'recommendation' }
        : { 'security-severity': securitySeverity }),
    },
  };
}

function helpOf({ policy }: RuleSource, description: string, controls: readonly string[]): object {
  const facts = [
    ['Policy', `${policy.id}${policy.version === '' ? '' : ` ${policy.version}`}`],
    ['Category', policy.category],
    ['Controls', controls.join(', ')],
  ].filter(([, value]) => value !== '') as [string, string][];
  return {
    text: [description, ...facts.map(([name, value]) => `${name}: ${plainText(value)}`)].join('\n'),
    markdown: [
      escapeMarkdown(description),
      '',
      ...facts.map(([name, value]) => `- **${name}**: ${escapeMarkdown(plainText(value))}`),
    ].join('\n'),
  };
}

function tagsOf(category: string, controls: readonly string[]): string[] {
  const tags = ['security', 'azure-policy', plainText(category), ...controls].filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, tagCountMax);
}
