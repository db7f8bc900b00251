import type { Finding } from '../kernel/index.ts';
import { originName, owningOrigin, resourceText, sentenceOf } from './finding-text.ts';
import { levelOf, outcomeOf } from './outcome.ts';
import { cut, plainText } from './plain-text.ts';
import { codeFlows, physicalLocation, relatedLocations } from './sarif-location.ts';
import { unlinked } from './sarif-message.ts';
import { ruleId } from './sarif-rule.ts';

const messageLengthMax = 1024;

/**
 * One result (SARIF 2.1.0 §3.27). Undecided ones keep the kind `fail`: §3.27.9 allows any other kind only with the
 * level `none`, which code scanning does not show as a note. Their message and `properties.verdict` tell them apart.
 */
export function sarifResult(finding: Finding, ruleIndex: number): object {
  const { resource, assignment } = finding;
  return {
    ruleId: ruleId(finding),
    ruleIndex,
    kind: 'fail',
    level: levelOf(finding),
    message: { text: messageOf(finding) },
    locations: [
      {
        physicalLocation: physicalLocation(finding.place),
        logicalLocations: [
          {
            name: plainText(resource.name),
            fullyQualifiedName: plainText(resource.id),
            kind: 'resource',
          },
        ],
      },
    ],
    partialFingerprints: { 'landguard/v1': plainText(finding.fingerprint) },
    ...(finding.origins.length > 0 && {
      relatedLocations: relatedLocations(finding.origins),
      codeFlows: codeFlows(finding.origins, finding.place),
    }),
    properties: {
      verdict: finding.verdict,
      effect: plainText(finding.effect),
      severity: finding.severity,
      resourceType: plainText(resource.type),
      ...(assignment !== undefined && {
        assignment: plainText(assignment.id),
        assignmentScope: plainText(assignment.scope),
      }),
      ...(finding.remediation !== undefined && { remediation: plainText(finding.remediation) }),
    },
  };
}

const prefixes = { undecided: 'undecided: ', error: 'error: ', 'not-evaluated': 'not evaluated: ' };

function messageOf(finding: Finding): string {
  const outcome = outcomeOf(finding);
  const prefix = outcome === 'denied' || outcome === 'non-compliant' ? '' : prefixes[outcome];
  const text = unlinked(`${prefix}${resourceText(finding)}: ${sentenceOf(finding)}`);
  return `${cut(text, messageLengthMax - linkLengthMax)}${linkToOrigin(finding)}`;
}

const linkLengthMax = 200;

function linkToOrigin(finding: Finding): string {
  const origin = owningOrigin(finding);
  if (origin === undefined) return '';
  const name = cut(originName(origin)!, linkLengthMax / 2).replace(/[\\[\]]/g, '\\$&');
  return `, from [${name}](${finding.origins.indexOf(origin) + 1})`;
}
