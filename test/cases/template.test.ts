import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isObject, parseJson, Unknown, type Value, type ValueObject } from '../../src/kernel/index.ts';
import { type Expansion, expand, readParameterFile, type TargetFacts } from '../../src/template/index.ts';

/** One case of test/cases/template/*.yaml; README.md there explains it. */
interface TemplateCase {
  readonly name: string;
  readonly scope?: 'deployment' | 'subscriptionDeployment' | 'managementGroupDeployment' | 'tenantDeployment';
  readonly template: object;
  readonly parameters?: object;
  readonly target?: TargetFacts;
  readonly now?: string;
  readonly linked?: Readonly<Record<string, object>>;
  readonly expect: {
    readonly resources?: readonly object[];
    readonly outputs?: object;
    readonly diagnostics?: readonly string[];
  };
}

const folder = new URL('./template/', import.meta.url);
const usualTarget: TargetFacts = {
  tenantId: 't',
  managementGroup: 'mg',
  subscriptionId: 's',
  resourceGroup: 'g',
  resourceGroupLocation: 'westeurope',
  location: 'westeurope',
  deploymentName: 'd',
};

function runCase({ scope, template, parameters, target, now, linked }: TemplateCase): Expansion {
  const $schema = `https://schema.management.azure.com/schemas/2019-04-01/${scope ?? 'deployment'}Template.json#`;
  return expand(documentOf('main.json', { $schema, contentVersion: '1.0.0.0', resources: [], ...template }), {
    target: target ?? usualTarget,
    parameters: parameters ? readParameterFile(documentOf('main.parameters.json', parameters).root) : [],
    ...(now === undefined ? {} : { now }),
    readLinked: (_, path) =>
      linked?.[path] ? documentOf(path, linked[path]) : { problem: 'there is no such file' },
  });
}

function documentOf(path: string, content: object) {
  return parseJson(path, JSON.stringify(content));
}

/** What a case can say of a resource: its body, and what surrounds it. */
function described(resource: Expansion['resources'][number]): ValueObject {
  return {
    ...resource.body,
    id: resource.id,
    uncertain: resource.uncertain !== undefined,
    path: resource.deploymentPath.join('/'),
    scopeKind: resource.scope.kind,
  };
}

/**
 * Asserts that `actual` has what `expected` says. `{ unknown: <kind of cause> }` stands for an unknown, `{ unknown: any }` for one
 * of any cause, `absent` for a property that must not be there.
 */
function expectLike(actual: Value | undefined, expected: unknown, path: string): void {
  if (isObject(expected) && 'unknown' in expected) {
    expect(actual, path).toBeInstanceOf(Unknown);
    const { unknown: kind, ...facts } = expected;
    const kinds = (actual as Unknown).causes.map((cause) => cause.kind);
    if (kind !== 'any') expect(kinds, path).toContain(kind);
    expect(actual, path).toMatchObject(facts);
  } else if (expected === 'absent') {
    expect(actual, path).toBeUndefined();
  } else if (Array.isArray(expected)) {
    expect(Array.isArray(actual) ? actual.length : actual, `the length of ${path}`).toBe(expected.length);
    for (const [at, item] of expected.entries()) expectLike((actual as Value[])[at], item, `${path}[${at}]`);
  } else if (isObject(expected)) {
    expect(isObject(actual) || String(actual), path).toBe(true);
    for (const [key, member] of Object.entries(expected))
      expectLike((actual as ValueObject)[key], member, `${path}.${key}`);
  } else {
    expect(actual instanceof Unknown ? actual.toString() : actual, path).toBe(expected);
  }
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  describe(file.replace('.yaml', ''), () => {
    const cases = parse(readFileSync(new URL(file, folder), 'utf8'), { merge: true }) as TemplateCase[];
    it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
      const expansion = runCase(one);
      const { resources, outputs, diagnostics = [] } = one.expect;
      expect(expansion.diagnostics.map((entry) => `${entry.code} ${entry.message}`)).toEqual(
        diagnostics.map((code) => expect.stringMatching(new RegExp(`^${code}`))),
      );
      if (resources !== undefined) expectLike(expansion.resources.map(described), resources, 'resources');
      const values = Object.entries(expansion.outputs).map(([name, output]) => [
        name,
        (output as ValueObject).value!,
      ]);
      if (outputs !== undefined) expectLike(Object.fromEntries(values), outputs, 'outputs');
    });
  });
}
