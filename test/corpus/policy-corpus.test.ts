import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { fold, isObject, type Value, type ValueObject } from '../../src/kernel/index.ts';
import { loadAliases } from '../../src/library/index.ts';
import { type Condition, leavesOf } from '../../src/policy/condition.ts';
import {
  type BoundPolicy,
  bindPolicy,
  nameOfId,
  type PolicyCatalogue,
  type PolicyDefinition,
  type PolicyInitiative,
  PolicyPlan,
  parseAssignment,
  parseDefinition,
  parseInitiative,
  policySubject,
  resolveAssignment,
} from '../../src/policy/index.ts';
import { describeShared, sharedPath } from '../shared-folder.ts';

/** Why policies of the corpus are not evaluated, and how many each reason takes. */
const notEvaluated: Readonly<Record<string, number>> = {
  "Microsoft-managed control: the result is Microsoft's own audit": 832,
  'manual: the state comes from an attestation': 557,
  'guest configuration: judged by the agent inside the machine': 213,
  'Kubernetes mode: judged by the policy add-on inside the cluster': 85,
  'Defender assessment: the result is computed by Microsoft Defender for Cloud': 67,
  'data-plane mode: judged by the resource provider on the objects inside the resource': 48,
  'acts on deletions only': 5,
  'acts on the identity of a request: it has no result for resources': 1,
};

/** The one definition whose effect has no default: it cannot be in force without an assignment. */
const withoutEffect = ['19539b54-c61e-4196-9a38-67598701be90'];

describeShared('the policies of Azure and of Azure Landing Zones', 'corpus/azure-policy', () => {
  const definitions: PolicyDefinition[] = [];
  const initiatives: PolicyInitiative[] = [];
  const policies: BoundPolicy[] = [];
  const unusable: string[] = [];

  beforeAll(() => {
    for (const [file, json] of jsonFiles(
      'corpus/azure-policy/policyDefinitions',
      ...alz('policy_definitions'),
    )) {
      const parsed = parseDefinition(json);
      if ('problem' in parsed) unusable.push(`${file}: ${parsed.problem.problem}`);
      else definitions.push(parsed.definition);
    }
    for (const [file, json] of jsonFiles(
      'corpus/azure-policy/policySetDefinitions',
      ...alz('policy_set_definitions'),
    )) {
      const parsed = parseInitiative(json);
      if (typeof parsed === 'string') unusable.push(`${file}: ${parsed}`);
      else initiatives.push(parsed);
    }
  });

  test('parse', () => {
    expect(unusable).toEqual([]);
    expect(definitions.length).toBe(3594 + 149 + 143);
    expect(initiatives.length).toBe(181 + 42 + 16);
  });

  test('bind', () => {
    const unbound: string[] = [];
    for (const definition of definitions) {
      const { policy } = bindPolicy(definition);
      if (policy === undefined) unbound.push(definition.name);
      else policies.push(policy);
    }
    expect(unbound).toEqual(withoutEffect);
  });

  test('are evaluated, but for those that only Azure can', () => {
    const counts: Record<string, number> = {};
    for (const { notEvaluable } of policies)
      if (notEvaluable !== undefined) counts[notEvaluable] = (counts[notEvaluable] ?? 0) + 1;
    console.table(counts);
    expect(counts).toEqual(notEvaluated);
  });

  test('compile for every resource type that they are about', () => {
    const { ifTypes, relatedTypes } = JSON.parse(
      readFileSync(sharedPath('corpus/compliance/related-types.json'), 'utf8'),
    ) as Record<string, Record<string, number>>;
    const types = new Set([...Object.keys(ifTypes!), ...Object.keys(relatedTypes!)].map(fold));
    const plan = new PolicyPlan(policies, { resolver: { aliases: loadAliases('facts') } });
    let pairs = 0;
    for (const type of types)
      pairs += plan.forType(type).evaluate(policySubject({ type, name: 'a/b' })).length;
    console.log(`${types.size} types, ${pairs} pairs of a policy and a type`);
    expect(types.size).toBeGreaterThan(400);
    expect(pairs).toBeGreaterThan(10_000);
  });

  test('use aliases that are in the alias table', () => {
    const aliases = loadAliases('facts');
    const missingOf = (some: readonly PolicyDefinition[]) => {
      const used = some.flatMap(({ rule }) => [
        ...aliasesOf(rule.condition),
        ...aliasesOf(rule.existenceCondition),
      ]);
      return [...new Set(used)].filter((name) => !aliases.has(name)).toSorted();
    };
    const evaluated = policies.filter(({ notEvaluable }) => notEvaluable === undefined);
    const missing = missingOf(evaluated.map(({ definition }) => definition));
    console.log(
      `aliases of evaluated policies that are not in the table: ${missing.length}\n${missing.join('\n')}`,
    );
    expect({ all: missingOf(definitions).length, evaluated: missing.length }).toEqual({
      all: 60,
      evaluated: 22,
    });
  });

  test('are found by every initiative and assignment', () => {
    const catalogue = catalogueOf(definitions, initiatives);
    const assignments = jsonFiles(...alz('policy_assignments'), 'corpus/alz/slz/policy_assignments').map(
      ([file, json]) => {
        const assignment = parseAssignment(json);
        if (typeof assignment === 'string') throw new Error(`${file}: ${assignment}`);
        return assignment;
      },
    );
    expect(assignments.length).toBe(102);
    const missing = new Set<string>();
    const unresolved = new Set<string>();
    for (const assignment of assignments) {
      const { policies: assigned, diagnostics } = resolveAssignment(assignment, catalogue);
      if (assigned.length === 0) unresolved.add(assignment.name);
      for (const { code, message } of diagnostics) if (code === 'LG3008') missing.add(message);
    }
    for (const { displayName, references } of initiatives)
      for (const { definitionId } of references)
        if (catalogue.definition(definitionId) === undefined) missing.add(`${displayName}: ${definitionId}`);
    expect([...missing]).toEqual([]);
    expect([...unresolved]).toEqual([]);
  });
});

function alz(folder: string): string[] {
  return ['alz', 'amba'].map((library) => `corpus/alz/${library}/${folder}`);
}

function jsonFiles(...folders: string[]): [string, ValueObject][] {
  return folders.flatMap((folder) =>
    readdirSync(sharedPath(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name): [string, ValueObject] => {
        const json = JSON.parse(readFileSync(join(sharedPath(folder), name), 'utf8')) as Value;
        if (!isObject(json)) throw new Error(`${name} is no object`);
        return [name, json];
      }),
  );
}

function catalogueOf(
  definitions: readonly PolicyDefinition[],
  initiatives: readonly PolicyInitiative[],
): PolicyCatalogue {
  const byName = <T extends { id: string; name: string }>(list: readonly T[]) =>
    new Map(list.flatMap((one) => [[fold(one.name), one] as const, [nameOfId(one.id), one] as const]));
  const definitionsByName = byName(definitions);
  const initiativesByName = byName(initiatives);
  return {
    definition: (id) => (/policysetdefinitions/i.test(id) ? undefined : definitionsByName.get(nameOfId(id))),
    initiative: (id) => (/policydefinitions/i.test(id) ? undefined : initiativesByName.get(nameOfId(id))),
  };
}

/** The aliases that a condition names; those that it computes are left out. */
function aliasesOf(condition: Condition | undefined): string[] {
  if (condition === undefined) return [];
  return [...leavesOf(condition)].flatMap(({ left }) => {
    const field = left.kind === 'field' || left.kind === 'fieldCount' ? left.field : undefined;
    const name = field?.kind === 'literal' ? String(field.value) : '';
    return name.includes('/') && !/^tags[.[]/i.test(name) ? [fold(name)] : [];
  });
}
