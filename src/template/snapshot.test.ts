import { expect, it } from 'vitest';
import { expandTemplate } from './expand-for-test.ts';
import { snapshotOf } from './snapshot.ts';

it('prints what bicep snapshot prints', () => {
  const expansion = expandTemplate(
    {
      parameters: { p: { type: 'string' }, s: { type: 'securestring', defaultValue: 'hidden' } },
      resources: [
        {
          type: 'A.B/c',
          name: 'x',
          apiVersion: '2024-01-01',
          dependsOn: ['y'],
          properties: { p: "[parameters('p')]", s: "[concat('a', parameters('s'))]", l: '[[x]', n: null },
        },
        { type: 'A.B/c', name: "[parameters('p')]" },
      ],
      outputs: { o: { type: 'string', value: "[reference('x').endpoint]" } },
    },
    { target: { subscriptionId: 's', resourceGroup: 'g' } },
  );
  const snapshot = snapshotOf(expansion);
  expect(snapshot).toEqual({
    predictedResources: [
      {
        id: '/subscriptions/s/resourceGroups/g/providers/A.B/c/x',
        type: 'A.B/c',
        name: 'x',
        apiVersion: '2024-01-01',
        properties: { p: "[parameters('p')]", s: "[concat('a', parameters('s'))]", l: '[[x]', n: null },
      },
      {
        id: "[format('/subscriptions/s/resourceGroups/g/providers/A.B/c/{0}', parameters('p'))]",
        type: 'A.B/c',
        name: "[parameters('p')]",
        apiVersion: null,
      },
    ],
    diagnostics: [expect.stringMatching(/^main\.json:1:\d+ warning LG2009: the parameter `p` has no value/)],
    outputs: { o: "[reference('x').endpoint]" },
  });
  expect(JSON.stringify(snapshot)).not.toContain('hidden');
});
