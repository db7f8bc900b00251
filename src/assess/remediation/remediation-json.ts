import type { JointReport } from './joint-text.ts';
import type { Remediation } from './remediation.ts';
import type { RemediationReport } from './remediation-text.ts';
import { shownChange, withoutSecrets } from './shown-change.ts';

/** A remediation as plain JSON, without secrets. */
export function remediationJson(
  fingerprint: string,
  { policy, resource, type, remediation, az, code }: RemediationReport,
  joint: JointReport | undefined,
): object {
  return {
    fingerprint,
    policy,
    resource: { id: resource, type },
    remediation: shown(remediation),
    az,
    ...(code === undefined
      ? {}
      : {
          code: {
            holds: code.holds,
            places: code.places.map((one) => ({ ...one, change: shownChange(one.change) })),
            diffs: code.diffs,
          },
        }),
    ...(joint === undefined
      ? {}
      : {
          all: {
            policies: joint.policies,
            ...joint.result,
            changes: joint.result.changes.map(shownChange),
            az: joint.az,
          },
        }),
  };
}

function shown(remediation: Remediation): object {
  switch (remediation.kind) {
    case 'unknown':
      return remediation;
    case 'change':
      return { ...remediation, changes: remediation.changes.map(shownChange) };
    case 'related': {
      const { body, changes } = remediation;
      return { ...remediation, body: withoutSecrets(body), changes: changes.map(shownChange) };
    }
    case 'deployment': {
      const resources = remediation.resources.map((one) => ({ ...one, body: withoutSecrets(one.body) }));
      return { ...remediation, resources };
    }
    default:
      return remediation satisfies never;
  }
}
