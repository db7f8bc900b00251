import type { ValueObject } from '../../kernel/index.ts';
import { managementGroupId } from './generated-id.ts';

const scope = `${managementGroupId('alz')}/providers/Microsoft.Authorization`;

/** The id of a custom definition of the generated estate. */
export function definitionId(name: string): string {
  return `${scope}/policyDefinitions/${name}`;
}

/** The id of the initiative of the generated estate. */
export const guardrailsId = `${scope}/policySetDefinitions/contoso-guardrails`;

/**
 * The definitions and the initiative that the generated company has written itself
 * (articles/governance/policy/concepts/definition-structure-basics.md, initiative-definition-structure.md).
 */
export function customPolicies(): ValueObject[] {
  return [
    allowedLocations(),
    groupHasOwner(),
    storageEncryptsTransfer(),
    vaultKeepsRecords(),
    accessIsReviewed(),
    guardrails(),
  ];
}

function allowedLocations(): ValueObject {
  return definition('contoso-allowed-locations', 'Resources are in approved regions', 'Indexed', {
    parameters: {
      allowedLocations: {
        type: 'Array',
        metadata: { displayName: 'Approved regions', strongType: 'location' },
      },
      effect: effectParameter('Deny', ['Audit', 'Deny', 'Disabled']),
    },
    policyRule: {
      if: {
        allOf: [
          { field: 'location', exists: true },
          { field: 'location', notIn: "[parameters('allowedLocations')]" },
          { field: 'location', notEquals: 'global' },
        ],
      },
      then: { effect: "[parameters('effect')]" },
    },
  });
}

function groupHasOwner(): ValueObject {
  return definition('contoso-group-has-owner', 'Resource groups name their owner', 'All', {
    parameters: { effect: effectParameter('Audit', ['Audit', 'Deny', 'Disabled']) },
    policyRule: {
      if: {
        allOf: [
          { field: 'type', equals: 'Microsoft.Resources/subscriptions/resourceGroups' },
          { field: "tags['owner']", exists: false },
        ],
      },
      then: { effect: "[parameters('effect')]" },
    },
  });
}

function storageEncryptsTransfer(): ValueObject {
  const name = 'contoso-storage-encrypts-transfer';
  return definition(name, 'Storage accounts accept encrypted connections only', 'Indexed', {
    parameters: { effect: effectParameter('Deny', ['Audit', 'Deny', 'Disabled']) },
    policyRule: {
      if: {
        allOf: [
          { field: 'type', equals: 'Microsoft.Storage/storageAccounts' },
          { field: 'Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly', notEquals: true },
        ],
      },
      then: { effect: "[parameters('effect')]" },
    },
  });
}

function vaultKeepsRecords(): ValueObject {
  return definition('contoso-vault-keeps-records', 'Key vaults send their logs to a workspace', 'Indexed', {
    parameters: { effect: effectParameter('AuditIfNotExists', ['AuditIfNotExists', 'Disabled']) },
    policyRule: {
      if: { field: 'type', equals: 'Microsoft.KeyVault/vaults' },
      then: {
        effect: "[parameters('effect')]",
        details: {
          type: 'Microsoft.Insights/diagnosticSettings',
          existenceCondition: { field: 'Microsoft.Insights/diagnosticSettings/workspaceId', exists: true },
        },
      },
    },
  });
}

function accessIsReviewed(): ValueObject {
  return definition(
    'contoso-access-is-reviewed',
    'Access to a subscription is reviewed every quarter',
    'All',
    {
      parameters: {},
      policyRule: {
        if: { field: 'type', equals: 'Microsoft.Resources/subscriptions' },
        then: { effect: 'Manual', details: { defaultState: 'Unknown' } },
      },
    },
  );
}

function definition(name: string, displayName: string, mode: string, rule: ValueObject): ValueObject {
  return {
    id: definitionId(name),
    type: 'Microsoft.Authorization/policyDefinitions',
    name,
    properties: {
      displayName,
      policyType: 'Custom',
      mode,
      metadata: { category: 'Contoso', version: '1.0.0' },
      version: '1.0.0',
      ...rule,
    },
  };
}

function effectParameter(defaultValue: string, allowedValues: string[]): ValueObject {
  return { type: 'String', metadata: { displayName: 'Effect' }, allowedValues, defaultValue };
}

function guardrails(): ValueObject {
  return {
    id: guardrailsId,
    type: 'Microsoft.Authorization/policySetDefinitions',
    name: 'contoso-guardrails',
    properties: {
      displayName: 'Guardrails of Contoso',
      policyType: 'Custom',
      metadata: { category: 'Contoso', version: '1.0.0' },
      version: '1.0.0',
      parameters: { transferEffect: effectParameter('Deny', ['Audit', 'Deny', 'Disabled']) },
      policyDefinitionGroups: [
        { name: 'operation', displayName: 'Operation', category: 'Contoso' },
        { name: 'access', displayName: 'Access', category: 'Contoso' },
      ],
      policyDefinitions: [
        member('owners', 'contoso-group-has-owner', 'operation'),
        {
          ...member('transfer', 'contoso-storage-encrypts-transfer', 'operation'),
          parameters: { effect: { value: "[parameters('transferEffect')]" } },
        },
        member('records', 'contoso-vault-keeps-records', 'operation'),
        member('reviews', 'contoso-access-is-reviewed', 'access'),
      ],
    },
  };
}

function member(reference: string, name: string, group: string): ValueObject {
  return {
    policyDefinitionReferenceId: reference,
    policyDefinitionId: definitionId(name),
    parameters: {},
    groupNames: [group],
  };
}
