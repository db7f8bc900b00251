import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';

/** Runs the examples of docs/library-use.md as a user would: plain Node, imports by the package's name. */
const examples = [...readFileSync('docs/library-use.md', 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(
  (match) => match[1]!,
);

beforeAll(() => {
  if (!existsSync('dist/policy/index.js'))
    execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
});

function runExample(example: string, before: string, after: string): unknown {
  const output = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `${before}\n${example}\n${after}`],
    { encoding: 'utf8' },
  );
  return JSON.parse(output);
}

it('evaluates a policy on a resource', () => {
  const result = runExample(
    examples[0]!,
    '',
    'console.log(JSON.stringify([evaluation.verdict, diagnostics]));',
  );
  expect(result).toEqual(['non-compliant', []]);
});

it('expands a template', () => {
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    parameters: { environment: { type: 'string' } },
    resources: [
      {
        type: 'Contoso.Web/sites',
        name: "[format('app-{0}', parameters('environment'))]",
        apiVersion: '2024-01-01',
      },
    ],
  };
  const before = `const text = ${JSON.stringify(JSON.stringify(template))};`;
  const result = runExample(
    examples[1]!,
    before,
    'console.log(JSON.stringify([resources[0].body.name, resources[0].id, outputs, diagnostics]));',
  );
  const id =
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shop/providers/Contoso.Web/sites/app-prod';
  expect(result).toEqual(['app-prod', id, {}, []]);
});
