import { childNode, fold, type JsonNode, type ObjectNode, stringOf } from '../kernel/index.ts';

/** What a policy library holds. */
export type PolicyKind =
  | 'definition'
  | 'initiative'
  | 'assignment'
  | 'exemption'
  | 'archetype'
  | 'archetypeOverride'
  | 'architecture'
  | 'defaults'
  | 'role'
  | 'metadata';

/**
 * What an object is, by its content: files of policies have no common naming. Azure's own shapes are
 * articles/governance/policy/concepts/{definition-structure-basics,initiative-definition-structure,assignment-structure}.md; those of
 * the Azure Landing Zones library are the JSON schemas in its `schemas` folder.
 */
export function policyKindOf(node: JsonNode | undefined): PolicyKind | undefined {
  if (node?.kind !== 'object') return undefined;
  const schema = fold(stringOf(childNode(node, '$schema')) ?? '');
  // A JSON schema of policies names the same properties as a policy.
  if (schema.includes('json-schema.org')) return undefined;
  const type = stringOf(childNode(node, 'type'));
  const byType = type === undefined ? undefined : resourceTypes.get(fold(type));
  if (byType !== undefined && childNode(node, 'properties')?.kind === 'object') return byType;
  const properties = propertiesOf(node);
  return shapes.find(({ matches }) => matches({ node, properties, schema }))?.kind;
}

/** The `properties` of a resource, or the object itself where they are written without that envelope. */
export function propertiesOf(node: ObjectNode): ObjectNode {
  const properties = childNode(node, 'properties');
  return properties?.kind === 'object' ? properties : node;
}

const resourceTypes: ReadonlyMap<string, PolicyKind> = new Map([
  ['microsoft.authorization/policydefinitions', 'definition'],
  ['microsoft.authorization/policysetdefinitions', 'initiative'],
  ['microsoft.authorization/policyassignments', 'assignment'],
  ['microsoft.authorization/policyexemptions', 'exemption'],
  ['microsoft.authorization/roledefinitions', 'role'],
]);

interface Shape {
  readonly kind: PolicyKind;
  matches(given: { node: ObjectNode; properties: ObjectNode; schema: string }): boolean;
}

const shapes: readonly Shape[] = [
  { kind: 'definition', matches: ({ properties }) => has(properties, 'policyRule', 'object') },
  { kind: 'initiative', matches: ({ properties }) => has(properties, 'policyDefinitions', 'array') },
  { kind: 'assignment', matches: ({ properties }) => isText(properties, 'policyDefinitionId') },
  {
    kind: 'exemption',
    matches: ({ properties }) =>
      isText(properties, 'policyAssignmentId') && isText(properties, 'exemptionCategory'),
  },
  { kind: 'archetypeOverride', matches: ({ node }) => isText(node, 'base_archetype') },
  {
    kind: 'archetype',
    matches: ({ node }) =>
      has(node, 'policy_assignments', 'array') && has(node, 'policy_definitions', 'array'),
  },
  { kind: 'architecture', matches: ({ node }) => has(node, 'management_groups', 'array') },
  {
    kind: 'defaults',
    matches: ({ node, schema }) => has(node, 'defaults', 'array') && schema.includes('default_policy_values'),
  },
  {
    kind: 'role',
    matches: ({ properties }) => isText(properties, 'roleName') && has(properties, 'permissions', 'array'),
  },
  { kind: 'metadata', matches: ({ schema }) => schema.includes('library_metadata') },
];

function has(node: ObjectNode, name: string, kind: JsonNode['kind']): boolean {
  return childNode(node, name)?.kind === kind;
}

function isText(node: ObjectNode, name: string): boolean {
  return stringOf(childNode(node, name)) !== undefined;
}
