import { describe, expect, it } from 'vitest';
import { BicepProgram } from '../../src/bicep/index.ts';
import {
  isObject,
  type JsonDocument,
  plainValue,
  textOfValue,
  Unknown,
  type Value,
  type ValueObject,
} from '../../src/kernel/index.ts';
import {
  type ExpandedResource,
  expand,
  type ParameterSource,
  readParameterFile,
  type TargetFacts,
} from '../../src/template/index.ts';
import { type BicepCase, memoryFiles, readBicepCases } from './bicep-case.ts';

const target: TargetFacts = {
  tenantId: 't',
  managementGroup: 'mg',
  subscriptionId: 's',
  resourceGroup: 'g',
  resourceGroupLocation: 'westeurope',
  location: 'westeurope',
  deploymentName: 'd',
};

/** The template of a case, and the values that its parameter file gives. */
function compile({ main, bicepparam, files = {} }: BicepCase): JsonDocument & { sources: ParameterSource[] } {
  const program = new BicepProgram(memoryFiles({ ...files, 'main.bicep': main }));
  const document = program.document('main.bicep', main);
  if (bicepparam === undefined) return { ...document, sources: [] };
  const parameters = program.parameters('main.bicepparam', bicepparam);
  const diagnostics = [...document.diagnostics, ...parameters.diagnostics];
  return { ...document, diagnostics, sources: readParameterFile(parameters.root) };
}

/** Asserts that `actual` has what `expected` says. */
function expectLike(actual: Value | undefined, expected: unknown, path: string): void {
  if (expected === 'absent') expect(actual, path).toBeUndefined();
  else if (isObject(expected) && 'unknown' in expected) {
    expect(actual, path).toBeInstanceOf(Unknown);
    const kinds = (actual as Unknown).causes.map((cause) => cause.kind);
    if (expected.unknown !== 'any') expect(kinds, path).toContain(expected.unknown);
  } else if (Array.isArray(expected)) {
    expect(Array.isArray(actual) ? actual.length : actual, `the length of ${path}`).toBe(expected.length);
    for (const [at, item] of expected.entries()) expectLike((actual as Value[])[at], item, `${path}[${at}]`);
  } else if (isObject(expected)) {
    expect(isObject(actual) || String(actual), path).toBe(true);
    for (const [key, member] of Object.entries(expected))
      expectLike((actual as ValueObject)[key], member, `${path}.${key}`);
  } else expect(actual instanceof Unknown ? actual.toString() : actual, path).toBe(expected);
}

/** What a case can say of a resource: its body, and what surrounds it. */
function described(resource: ExpandedResource): ValueObject {
  return {
    ...resource.body,
    id: resource.id,
    uncertain: resource.uncertain !== undefined,
    path: resource.deploymentPath.join('/'),
    scopeKind: resource.scope.kind,
  };
}

function byName(resources: readonly object[]): Value[] {
  const text = (one: object) => {
    const { type, name } = one as ValueObject;
    return `${textOfValue(type ?? null)} ${textOfValue(name ?? null)}`;
  };
  return [...resources].sort((a, b) => (text(a) < text(b) ? -1 : 1)) as ValueObject[];
}

for (const [topic, cases] of readBicepCases()) {
  describe(topic, () => {
    it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
      const document = compile(one);
      const errors = document.diagnostics.filter((entry) => entry.level === 'error');
      expect(errors.map((entry) => `${entry.code} ${entry.message}`)).toEqual(
        (one.diagnostics ?? []).map((code) => expect.stringMatching(new RegExp(`^${code}`))),
      );
      if (one.template !== undefined && document.root !== undefined)
        expectLike(plainValue(document.root), one.template, 'template');
      const given = Object.entries(one.parameters ?? {});
      const expansion = expand(document, {
        target,
        parameters: [
          ...document.sources,
          ...given.map(([name, value]): ParameterSource => ({ kind: 'given', name, value })),
        ],
      });
      const found = expansion.diagnostics.filter(
        (entry) => entry.level === 'error' && !document.diagnostics.includes(entry),
      );
      expect(found.map((entry) => `${entry.code} ${entry.message}`)).toEqual([]);
      if (one.resources !== undefined)
        expectLike(byName(expansion.resources.map(described)), byName(one.resources), 'resources');
      const values = Object.entries(expansion.outputs).map(([name, output]) => [
        name,
        (output as ValueObject).value!,
      ]);
      if (one.outputs !== undefined) expectLike(Object.fromEntries(values), one.outputs, 'outputs');
    });
  });
}
