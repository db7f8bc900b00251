import type { EstateFinding, EstateReport } from '../../kernel/index.ts';
import { plainText } from '../plain-text.ts';
import { jsonLine } from './json-line.ts';
import { ownerName, policyName } from './posture-text.ts';
import { dayText } from './trend-text.ts';

const markup = /[<>&]/g;

/**
 * The findings for the script of the page: JSON in which nothing can end the element that holds it or begin another.
 * Policies repeat, so that each is written once.
 */
export function findingData({ findings }: EstateReport): string {
  const policies = new Map<string, object>();
  const places = new Map<string, number>();
  const rows = findings.map((finding) => {
    const key = JSON.stringify([finding.policy, finding.effect]);
    let place = places.get(key);
    if (place === undefined) {
      place = places.size;
      places.set(key, place);
      policies.set(key, policyOf(finding));
    }
    return { ...rowOf(finding), policy: place };
  });
  const json = jsonLine(harmless({ policies: [...policies.values()], findings: rows }));
  return json.replace(markup, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

function policyOf({ policy, effect }: EstateFinding): object {
  const { id, description, category, version } = policy;
  return { title: policyName(policy), id, description, category, version, effect };
}

function rowOf(finding: EstateFinding): object {
  const { resource } = finding;
  return {
    state: finding.state,
    severity: finding.severity,
    name: resource.name,
    type: resource.type,
    id: resource.id,
    owner: ownerName(finding.owner),
    ownerSource: finding.ownerSource || undefined,
    message: finding.message,
    remediation: finding.remediation,
    controls: finding.controls.length === 0 ? undefined : finding.controls.join(', '),
    assignment: finding.assignment,
    exemption: finding.exemption,
    lifecycle: finding.lifecycle,
    firstSeen: finding.firstSeen && dayText(finding.firstSeen),
    lastSeen: finding.lastSeen && dayText(finding.lastSeen),
    fingerprint: finding.fingerprint,
  };
}

/** Every text in a value made harmless, at any depth. */
function harmless(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(harmless);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, harmless(one)]));
}
