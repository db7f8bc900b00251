import { describe, expect, it } from 'vitest';
import { childNode, placeOf, spanOf, stringOf } from '../kernel/index.ts';
import { builtInId, definitionJson, initiativeJson, policyFiles } from './policies.case.ts';
import type { PolicySource } from './policy-source.ts';

const template = `{
  "$schema": "https://schema.management.azure.com/schemas/2019-08-01/managementGroupDeploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    ${definitionJson('In-Template').replaceAll('"[parameters', '"[[parameters')}
  ]
}`;

const commented = `// A comment, which Azure tolerates too.\n${definitionJson('Commented', { policyType: 'Custom', big: 0 }).replace('"big": 0', '"big": 12345678901234567890,')}`;

/** The files that {@link policySourceContract} expects to find. */
export const contractFiles: Readonly<Record<string, string>> = {
  ...policyFiles,
  'template.json': template,
  'commented.jsonc': commented,
  'scoped.json': JSON.stringify({
    id: '/providers/Microsoft.Management/managementGroups/mg/providers/Microsoft.Authorization/policyDefinitions/Scoped',
    ...JSON.parse(definitionJson('Scoped')),
  }),
};

/** What holds for every implementation of PolicySource. */
export function policySourceContract(name: string, open: () => PolicySource | Promise<PolicySource>): void {
  describe(`${name} is a policy source`, async () => {
    const source = await open();
    const customId = (type: string, one: string) =>
      `/providers/Microsoft.Management/managementGroups/x/providers/Microsoft.Authorization/${type}/${one}`;

    it('has an entry for each policy object', () => {
      expect(source.entries.map((entry) => `${entry.kind} ${entry.name}`).sort()).toEqual([
        'archetype root',
        'architecture alz',
        'assignment Assign-Baseline',
        'definition 564feb30-bf6a-4854-b4bb-0d2d2d1e6c66',
        'definition Commented',
        'definition Deny-One',
        'definition In-Template',
        'definition Scoped',
        'initiative Baseline',
      ]);
    });

    it.each([
      ['an id', builtInId],
      ['an id in another casing', builtInId.toUpperCase()],
      ['a name', '564feb30-bf6a-4854-b4bb-0d2d2d1e6c66'],
    ])('finds a built-in definition by %s', (_, id) => {
      expect(source.definition(id)?.id).toBe(builtInId);
    });

    it('finds a definition without an id at any management group or subscription', () => {
      expect(source.definition(customId('policyDefinitions', 'deny-one'))?.name).toBe('Deny-One');
      expect(
        source.definition('/subscriptions/s/providers/Microsoft.Authorization/policyDefinitions/Deny-One')
          ?.name,
      ).toBe('Deny-One');
      expect(source.definition('DENY-ONE')?.name).toBe('Deny-One');
      expect(source.initiative(customId('policySetDefinitions', 'Baseline'))?.name).toBe('Baseline');
    });

    it.each([
      [
        'a custom definition under the id of a built-in one',
        '/providers/Microsoft.Authorization/policyDefinitions/Deny-One',
      ],
      [
        'a built-in definition at a management group',
        customId('policyDefinitions', '564feb30-bf6a-4854-b4bb-0d2d2d1e6c66'),
      ],
      ['a definition at another scope than its own', customId('policyDefinitions', 'Scoped')],
      ['an initiative among the definitions', 'Baseline'],
      ['what is not there', 'Nope'],
      ['keys of objects', '__proto__'],
      ['nothing', ''],
    ])('does not find %s', (_, id) => {
      expect(source.definition(id)).toBeUndefined();
    });

    it('has assignments, archetypes, exemptions and the architecture', () => {
      expect(source.assignments().map((entry) => entry.name)).toEqual(['Assign-Baseline']);
      expect(source.archetypes().map((entry) => entry.name)).toEqual(['root']);
      expect(source.exemptions()).toEqual([]);
      expect(source.architecture()?.name).toBe('alz');
      expect(source.architecture('ALZ')?.name).toBe('alz');
      expect(source.architecture('other')).toBeUndefined();
    });

    it('knows the facts of a definition', () => {
      expect(source.definition('Deny-One')).toMatchObject({
        kind: 'definition',
        id: undefined,
        displayName: 'Display Deny-One',
        category: 'Test',
        mode: 'All',
        version: '1.2.0',
        versions: [],
        deprecated: false,
      });
      expect(source.definition(builtInId)).toMatchObject({
        versions: ['2.0.1', '1.0.0'],
        deprecated: true,
        policyType: 'BuiltIn',
      });
    });

    it('gives the value and the document', () => {
      const entry = source.definition('Deny-One')!;
      expect(entry.value()).toEqual(JSON.parse(policyFiles['definitions/Deny-One.json']!));
      expect(stringOf(childNode(entry.document().root, 'name'))).toBe('Deny-One');
      expect(source.initiative('Baseline')?.value()).toEqual(JSON.parse(initiativeJson));
    });

    it('keeps the file and the positions in it', () => {
      const entry = source.definition('In-Template')!;
      const place = placeOf(spanOf(childNode(entry.document().root, 'name')!));
      expect(entry.file).toMatch(/(^|[/:])template\.json$/);
      expect(place).toMatchObject({ file: entry.file, line: 6 });
    });

    it('undoes the escapes of a template', () => {
      const entry = source.definition('In-Template')!;
      expect(entry.value()).toEqual(JSON.parse(definitionJson('In-Template')));
    });

    it('reads comments and integers of 64 bits', () => {
      const value = source.definition('Commented')!.value() as { properties: { big: unknown } };
      expect(value.properties.big).toBe(12345678901234567890n);
    });

    it('gives a new value at every call', () => {
      const entry = source.definition('Deny-One')!;
      entry.value().name = 'changed';
      expect(entry.value().name).toBe('Deny-One');
    });
  });
}
