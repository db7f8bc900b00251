import { describe, expect, it } from 'vitest';
import { checked, definition, isStorage, storage, templateOf } from './assess.case.ts';
import { remediationDeployment } from './remediation-deployment.ts';

function deployed(template: unknown, effect = 'deployIfNotExists', parameters: object = {}): string[] {
  const details = {
    type: 'Microsoft.Insights/diagnosticSettings',
    roleDefinitionIds: [],
    Deployment: { properties: { mode: 'incremental', template, parameters } },
  };
  const { evaluations } = checked(templateOf([storage()]), [
    definition('one', isStorage, { effect, details }),
  ]);
  return [...evaluations.values()].flatMap(remediationDeployment);
}

const settings = (name: string) => ({
  $schema: 'https://x/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: { n: { type: 'string' } },
  resources: [{ type: 'Microsoft.Insights/diagnosticSettings', apiVersion: '2021-05-01-preview', name }],
});

describe('what a policy would deploy', () => {
  it('is its template with the parameters that it takes from the resource', () => {
    const parameters = { n: { value: "[concat(field('name'), '-logs')]" } };
    expect(deployed(settings("[parameters('n')]"), 'deployIfNotExists', parameters)).toEqual([
      'Microsoft.Insights/diagnosticSettings st-logs',
    ]);
  });

  it.each<[string, unknown, string]>([
    ['another effect', settings('a'), 'auditIfNotExists'],
    ['no template', undefined, 'deployIfNotExists'],
    ['a template that is none', 'x', 'deployIfNotExists'],
  ])('is nothing for %s', (_, template, effect) => {
    expect(deployed(template, effect)).toEqual([]);
  });
});
