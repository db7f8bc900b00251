const rule: unknown = JSON.parse(
  `{"if": {"field": "type", "equals": "Microsoft.Storage/storageAccounts"}, "then": {"effect": "[parameters('effect')]"}}`,
);

/** A small definition, as the tests write them. */
export function definitionJson(name: string, properties: Record<string, unknown> = {}): string {
  return JSON.stringify(
    {
      name,
      type: 'Microsoft.Authorization/policyDefinitions',
      properties: {
        displayName: `Display ${name}`,
        mode: 'All',
        metadata: { category: 'Test', version: '1.2.0' },
        policyRule: rule,
        ...properties,
      },
    },
    null,
    2,
  );
}

export const initiativeJson = JSON.stringify({
  name: 'Baseline',
  type: 'Microsoft.Authorization/policySetDefinitions',
  properties: {
    displayName: 'The baseline',
    policyDefinitions: [
      {
        policyDefinitionReferenceId: 'one',
        policyDefinitionId:
          '/providers/Microsoft.Management/managementGroups/placeholder/providers/Microsoft.Authorization/policyDefinitions/Deny-One',
      },
    ],
  },
});

export const assignmentJson = JSON.stringify({
  name: 'Assign-Baseline',
  type: 'Microsoft.Authorization/policyAssignments',
  properties: { policyDefinitionId: '/providers/Microsoft.Authorization/policySetDefinitions/Baseline' },
});

const builtInName = '564feb30-bf6a-4854-b4bb-0d2d2d1e6c66';
export const builtInId = `/providers/Microsoft.Authorization/policyDefinitions/${builtInName}`;
export const builtInJson = JSON.stringify({
  id: builtInId,
  name: builtInName,
  properties: {
    displayName: '[Deprecated]: Old',
    policyType: 'BuiltIn',
    mode: 'Indexed',
    version: '2.0.1',
    versions: ['2.0.1', '1.0.0'],
    metadata: { category: 'Network' },
    policyRule: rule,
  },
});

export const archetypeJson = JSON.stringify({
  name: 'root',
  policy_assignments: ['Assign-Baseline'],
  policy_definitions: [],
  policy_set_definitions: ['Baseline'],
  role_definitions: [],
});

export const architectureJson = JSON.stringify({
  name: 'alz',
  management_groups: [{ id: 'alz', parent_id: null, archetypes: ['root'] }],
});

/** The files of a small library. */
export const policyFiles: Readonly<Record<string, string>> = {
  'definitions/Deny-One.json': definitionJson('Deny-One'),
  'definitions/built-in.json': builtInJson,
  'initiatives/baseline.json': initiativeJson,
  'assignments/assign.json': assignmentJson,
  'root.alz_archetype_definition.json': archetypeJson,
  'alz.alz_architecture_definition.json': architectureJson,
};
