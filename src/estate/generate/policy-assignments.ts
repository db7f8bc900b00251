import type { ValueObject } from '../../kernel/index.ts';
import { definitionId, guardrailsId } from './custom-policies.ts';
import { managementGroupId } from './generated-id.ts';

/** The id of the assignment of the guardrails. */
export const guardrailsAssignmentId = assignmentId('landingzones', 'contoso-guardrails');

/** The assignments of the generated company's own policies (articles/governance/policy/concepts/assignment-structure.md). */
export function policyAssignments(): ValueObject[] {
  return [
    assignment('alz', 'contoso-locations', {
      displayName: 'Approved regions',
      policyDefinitionId: definitionId('contoso-allowed-locations'),
      parameters: { allowedLocations: { value: ['westeurope', 'northeurope'] } },
      notScopes: [managementGroupId('sandbox')],
      nonComplianceMessages: [{ message: 'Only regions of the European Union are approved' }],
    }),
    assignment('landingzones', 'contoso-guardrails', {
      displayName: 'Guardrails of Contoso',
      policyDefinitionId: guardrailsId,
      parameters: { transferEffect: { value: 'Audit' } },
    }),
    assignment('platform', 'contoso-guardrails-platform', {
      displayName: 'Guardrails of Contoso, tried on the platform',
      policyDefinitionId: guardrailsId,
      enforcementMode: 'DoNotEnforce',
    }),
    assignment('decommissioned', 'contoso-no-storage', {
      displayName: 'Storage of decommissioned workloads encrypts transfer',
      policyDefinitionId: definitionId('contoso-storage-encrypts-transfer'),
      parameters: { effect: { value: 'Audit' } },
    }),
  ];
}

function assignment(group: string, name: string, properties: ValueObject): ValueObject {
  return {
    id: assignmentId(group, name),
    type: 'Microsoft.Authorization/policyAssignments',
    name,
    properties: {
      scope: managementGroupId(group),
      enforcementMode: 'Default',
      notScopes: [],
      parameters: {},
      metadata: {},
      ...properties,
    },
  };
}

function assignmentId(group: string, name: string): string {
  return `${managementGroupId(group)}/providers/Microsoft.Authorization/policyAssignments/${name}`;
}
