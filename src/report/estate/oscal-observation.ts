import { type EstateFinding, type FindingResource, fold } from '../../kernel/index.ts';
import { uuidOf } from '../uuid-v5.ts';
import { oscalMarkup, oscalMoment, oscalProp } from './oscal-text.ts';
import { policyName } from './posture-text.ts';
import { stateWord } from './state-word.ts';

/** The uuid of landguard as the tool that observes. */
export function toolUuid(version: string): string {
  return uuidOf('tool', version);
}

/** The uuid of an observation in a result. */
export function observationUuid(result: string, { fingerprint, policy, resource }: EstateFinding): string {
  return uuidOf('observation', result, fingerprint, fold(policy.id), fold(resource.id));
}

/** A finding of landguard as an `observation`: what a policy found on a resource. */
export function oscalObservation(
  finding: EstateFinding,
  result: string,
  assessedAt: string,
  version: string,
): object {
  const { resource, remediation, exemption } = finding;
  const remarks = [remediation, exemption && `Exemption: ${exemption}`].filter((text) => text);
  return {
    uuid: observationUuid(result, finding),
    title: oscalMarkup(policyName(finding.policy)),
    description: oscalMarkup(`${resource.name} is ${stateWord(finding.state)}: ${finding.message}`),
    props: [
      ...oscalProp('state', finding.state),
      ...oscalProp('severity', finding.severity),
      ...oscalProp('effect', finding.effect),
      ...oscalProp('policy', finding.policy.id),
      ...oscalProp('assignment', finding.assignment),
      ...oscalProp('owner', finding.owner),
      ...oscalProp('lifecycle', finding.lifecycle),
      ...oscalProp('first-seen', finding.firstSeen),
      ...oscalProp('fingerprint', finding.fingerprint),
    ],
    methods: ['TEST'],
    types: ['finding'],
    origins: [{ actors: [{ type: 'tool', 'actor-uuid': toolUuid(version) }] }],
    subjects: [{ 'subject-uuid': resourceUuid(resource), type: 'inventory-item' }],
    collected: oscalMoment(assessedAt),
    ...(remarks.length > 0 && { remarks: oscalMarkup(remarks.join('. ')) }),
  };
}

/** The resources of findings as `inventory-item`s, each once. */
export function inventoryItems(findings: readonly EstateFinding[]): object[] {
  const byUuid = new Map(findings.map(({ resource }) => [resourceUuid(resource), resource]));
  return [...byUuid].map(([uuid, { id, name, type }]) => ({
    uuid,
    description: oscalMarkup(`${name} (${type})`),
    props: [...oscalProp('resource-id', id), ...oscalProp('resource-type', type)],
  }));
}

function resourceUuid({ id }: FindingResource): string {
  return uuidOf('resource', fold(id));
}
