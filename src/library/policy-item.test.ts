import { describe, expect, it } from 'vitest';
import { parseJson } from '../kernel/index.ts';
import {
  archetypeJson,
  architectureJson,
  assignmentJson,
  builtInJson,
  definitionJson,
  initiativeJson,
} from './policies.case.ts';
import { policyItemsOf } from './policy-item.ts';

function kindsOf(text: string): string[] {
  return policyItemsOf(parseJson('x.json', text).root).map(
    (item) => item.kind + (item.escaped ? ' escaped' : ''),
  );
}

const rule = '{"if":{},"then":{}}';
const template = (resources: string) =>
  `{"$schema":"https://schema.management.azure.com/schemas/2019-08-01/managementGroupDeploymentTemplate.json#","contentVersion":"1.0.0.0","resources":${resources}}`;

describe('policy items', () => {
  it.each([
    ['a definition', definitionJson('A'), ['definition']],
    ['a built-in definition without a type', builtInJson, ['definition']],
    ['a bare definition', `{"mode":"All","policyRule":${rule}}`, ['definition']],
    ['a definition in another casing', `{"Properties":{"PolicyRule":${rule}}}`, ['definition']],
    ['an initiative', initiativeJson, ['initiative']],
    ['a bare initiative', '{"policyDefinitions":[]}', ['initiative']],
    ['an assignment', assignmentJson, ['assignment']],
    ['an assignment without a type', '{"properties":{"policyDefinitionId":"/x"}}', ['assignment']],
    [
      'an exemption',
      '{"properties":{"policyAssignmentId":"/x","exemptionCategory":"Waiver"}}',
      ['exemption'],
    ],
    ['an archetype', archetypeJson, ['archetype']],
    ['an archetype override', '{"name":"a","base_archetype":"root"}', ['archetypeOverride']],
    ['an architecture', architectureJson, ['architecture']],
    [
      'default values',
      '{"$schema":"https://x/schemas/default_policy_values.json","defaults":[]}',
      ['defaults'],
    ],
    ['a role', '{"properties":{"roleName":"R","permissions":[]}}', ['role']],
    ['library metadata', '{"$schema":"https://x/schemas/library_metadata.json","name":"ALZ"}', ['metadata']],
    [
      'a list of the command line',
      `[${builtInJson},${initiativeJson},{"a":1}]`,
      ['definition', 'initiative'],
    ],
    ['a list of the REST interface', `{"value":[${builtInJson}]}`, ['definition']],
    [
      'a template',
      template(`[${definitionJson('A')},{"type":"Microsoft.Storage/storageAccounts"}]`),
      ['definition escaped'],
    ],
    ['a template with symbolic names', template(`{"a":${initiativeJson}}`), ['initiative escaped']],
    [
      'a nested template',
      template(
        `[{"type":"Microsoft.Resources/deployments","properties":{"template":${template(`[${assignmentJson}]`)}}}]`,
      ),
      ['assignment escaped'],
    ],
    ['a template without policies', template('[]'), []],
    [
      'a JSON schema',
      `{"$schema":"http://json-schema.org/draft-07/schema#","properties":{"policyRule":{}}}`,
      [],
    ],
    ['a package', '{"name":"x","version":"1.0.0"}', []],
    ['a parameter file', '{"parameters":{}}', []],
    ['a list of texts', '["a"]', []],
    ['a text', '"a"', []],
    ['nothing', '', []],
  ])('%s', (_, text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds);
  });

  it('knows the escaped single resources of Enterprise-Scale', () => {
    const escaped = definitionJson('A').replaceAll('"[parameters', '"[[parameters');
    expect(kindsOf(escaped)).toEqual(['definition escaped']);
  });

  it('does not take the escapes inside a deployed template for those of the file', () => {
    const deploys = definitionJson('A').replace(
      '"then": {',
      `"then": { "details": { "x": "[[concat('a')]" },`,
    );
    expect(kindsOf(deploys)).toEqual(['definition']);
  });
});
