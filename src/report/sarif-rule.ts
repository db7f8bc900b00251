import type { Finding, Severity } from '../kernel/index.ts';
import { policyText } from './finding-text.ts';
import { escapeMarkdown } from './markdown-text.ts';
import { bySeriousness, levelOf } from './outcome.ts';
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

/** The rules of a run and where each is in the list. */
export interface SarifRules {
  readonly rules: readonly object[];
  readonly indexOf: (finding: Finding) => number;
}

/** One rule for each policy, in the order of first appearance; its level is that of its most serious finding. */
export function sarifRules(findings: readonly Finding[]): SarifRules {
  const byPolicy = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byPolicy.get(finding.policy.id);
    if (known === undefined) byPolicy.set(finding.policy.id, [finding]);
    else known.push(finding);
  }
  const indexes = new Map([...byPolicy.keys()].map((id, index) => [id, index]));
  return {
    rules: [...byPolicy.values()].map(ruleOf),
    indexOf: (finding) => indexes.get(finding.policy.id)!,
  };
}

/** The rule's id: the policy's name, which is stable where display names are not. */
export function ruleId(finding: Finding): string {
  return plainText(finding.policy.name || finding.policy.id) || 'policy';
}

function ruleOf(findings: readonly Finding[]): object {
  const finding = findings.toSorted(bySeriousness)[0]!;
  const { policy } = finding;
  const title = policyText(finding) || ruleId(finding);
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

function helpOf({ policy }: Finding, description: string, controls: readonly string[]): object {
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
