import { expect, it } from 'vitest';
import { parseJson, placeOf } from '../kernel/index.ts';
import { expand } from './expand.ts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

it('says what fails in a module of a registry where the module is used', () => {
  const module = parseJson(
    'br:mcr.microsoft.com/bicep/contoso/store:1.0.0',
    JSON.stringify({
      $schema: schema,
      contentVersion: '1.0.0.0',
      variables: { zones: { west: 1 } },
      resources: [],
      outputs: { zone: { type: 'int', value: "[variables('zones').east]" } },
    }),
  );
  const text = `{
  "$schema": "${schema}",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Resources/deployments",
      "apiVersion": "2022-09-01",
      "name": "store",
      "properties": { "expressionEvaluationOptions": { "scope": "inner" }, "templateLink": { "relativePath": "m" } }
    }
  ]
}`;
  const { diagnostics } = expand(parseJson('main.json', text), { readLinked: () => module });
  expect(diagnostics.map(({ code }) => code)).toEqual(['LG2004']);
  const [found] = diagnostics;
  expect(found?.message).toContain('(in br:mcr.microsoft.com/bicep/contoso/store:1.0.0)');
  expect(found?.span === undefined ? undefined : placeOf(found.span)).toMatchObject({
    file: 'main.json',
    line: 6,
  });
});
