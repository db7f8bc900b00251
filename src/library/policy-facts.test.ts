import { describe, expect, it } from 'vitest';
import { parseJson } from '../kernel/index.ts';
import { builtInId, builtInJson, definitionJson } from './policies.case.ts';
import { policyFactsOf } from './policy-facts.ts';
import { policyItemsOf } from './policy-item.ts';

function factsOf(text: string, file = 'folder/file.json') {
  return policyFactsOf(policyItemsOf(parseJson(file, text).root)[0]!, file);
}

describe('policy facts', () => {
  it('of a built-in definition', () => {
    expect(factsOf(builtInJson)).toEqual({
      kind: 'definition',
      id: builtInId,
      name: '564feb30-bf6a-4854-b4bb-0d2d2d1e6c66',
      displayName: '[Deprecated]: Old',
      category: 'Network',
      mode: 'Indexed',
      policyType: 'BuiltIn',
      version: '2.0.1',
      versions: ['2.0.1', '1.0.0'],
      deprecated: true,
    });
  });

  it('of a custom definition, which has no id yet', () => {
    expect(factsOf(definitionJson('Deny-One'))).toMatchObject({
      id: undefined,
      name: 'Deny-One',
      version: '1.2.0',
      deprecated: false,
    });
  });

  it('gives a built-in definition the id that it has by its name', () => {
    const facts = factsOf('{"name":"n","properties":{"policyType":"BuiltIn","policyRule":{}}}');
    expect(facts.id).toBe('/providers/Microsoft.Authorization/policyDefinitions/n');
    const set = factsOf('{"name":"n","properties":{"policyType":"BuiltIn","policyDefinitions":[]}}');
    expect(set.id).toBe('/providers/Microsoft.Authorization/policySetDefinitions/n');
  });

  it.each([
    ['{"id":"/a/b/Name","policyRule":{}}', 'x.json', 'Name'],
    ['{"policyRule":{}}', 'a/Deny-Two.json', 'Deny-Two'],
    ['{"policyRule":{}}', 'Deny-Three.alz_policy_definition.json', 'Deny-Three'],
    ['{"policyRule":{}}', 'Enforce.1.0.0.JSONC', 'Enforce.1.0.0'],
  ])('names %s in %s', (text, file, name) => {
    expect(factsOf(text, file).name).toBe(name);
  });

  it('knows deprecation from the metadata', () => {
    expect(factsOf('{"properties":{"metadata":{"deprecated":true},"policyRule":{}}}').deprecated).toBe(true);
  });
});
