import { describe, expect, it } from 'vitest';
import { fold, isObject, type ValueObject } from '../../kernel/index.ts';
import {
  isInForce,
  type PolicyDefinition,
  parseAssignment,
  parseDefinition,
  parseExemption,
  parseInitiative,
  resolveAssignment,
} from '../../policy/index.ts';
import { estateMoment, generated } from './generated-estate.case.ts';
import { at } from './weakness-signs.case.ts';

const estate = generated(8000);
const ofType = (name: string) => estate.filter(({ type }) => fold(String(type)).endsWith(`/${name}`));
const byId = new Map(estate.map((object) => [fold(String(object.id)), object]));

function definitionOf(id: string): PolicyDefinition | undefined {
  const object = byId.get(fold(id));
  const parsed = object === undefined ? undefined : parseDefinition(object);
  return parsed !== undefined && 'definition' in parsed ? parsed.definition : undefined;
}

const catalogue = {
  definition: definitionOf,
  initiative: (id: string) => {
    const object = byId.get(fold(id));
    const parsed =
      object?.type === 'Microsoft.Authorization/policySetDefinitions' ? parseInitiative(object) : '';
    return typeof parsed === 'string' ? undefined : parsed;
  },
};

describe('policies of a generated estate', () => {
  it('are definitions that landguard reads', () => {
    const definitions = ofType('policydefinitions');
    expect(definitions).toHaveLength(5);
    expect(definitions.map((one) => parseDefinition(one)).filter((parsed) => 'problem' in parsed)).toEqual(
      [],
    );
  });

  it.each(ofType('policyassignments').map((one) => [String(one.name), one] as const))(
    'are assigned by %s, each of them',
    (_, assignment) => {
      const parsed = parseAssignment(assignment);
      if (typeof parsed === 'string') throw new Error(parsed);
      const { policies, diagnostics } = resolveAssignment(parsed, catalogue);
      expect(diagnostics).toEqual([]);
      expect(policies).toHaveLength(parsed.definitionId.includes('policySetDefinitions') ? 4 : 1);
      expect([parsed.scope, ...parsed.notScopes].filter((scope) => !byId.has(fold(scope)))).toEqual([]);
    },
  );

  it('are assigned with a scope left out, and one only tried', () => {
    const parsed = ofType('policyassignments').map((one) => parseAssignment(one));
    const assignments = parsed.filter((one) => typeof one !== 'string');
    expect(assignments.filter(({ notScopes }) => notScopes.length > 0)).toHaveLength(1);
    expect(assignments.filter(({ enforcementMode }) => enforcementMode === 'DoNotEnforce')).toHaveLength(1);
  });
});

describe('exemptions of a generated estate', () => {
  const exemptions = ofType('policyexemptions').map((one) => {
    const parsed = parseExemption(String(one.id), one);
    if (typeof parsed === 'string') throw new Error(parsed);
    return parsed;
  });

  it('are waivers, mitigated, and expired', () => {
    expect(new Set(exemptions.map(({ category }) => category))).toEqual(new Set(['Waiver', 'Mitigated']));
    const expired = exemptions.filter((one) => !isInForce(one, estateMoment));
    expect(expired.length).toBeGreaterThan(0);
    expect(expired.length).toBeLessThan(exemptions.length);
  });

  it('and attestations are for what is assigned, where it is in force', () => {
    const assignment = ofType('policyassignments').find(
      ({ name }) => name === 'contoso-guardrails',
    ) as ValueObject;
    const members = at(
      byId.get(fold(String(at(assignment, 'properties.policyDefinitionId')))) ?? {},
      'properties.policyDefinitions',
    );
    const references = (Array.isArray(members) ? members : []).map(
      (member) => isObject(member) && member.policyDefinitionReferenceId,
    );
    for (const { assignmentId, referenceIds, scope } of exemptions) {
      expect(assignmentId).toBe(fold(String(assignment.id)));
      expect(references).toEqual(expect.arrayContaining([...referenceIds]));
      const chain = at(byId.get(fold(scope)) ?? {}, 'properties.managementGroupAncestorsChain');
      expect(JSON.stringify(chain)).toContain('"landingzones"');
    }
    const attestations = ofType('attestations');
    expect(attestations.length).toBeGreaterThan(0);
    for (const one of attestations) {
      expect(fold(String(at(one, 'properties.policyAssignmentId')))).toBe(fold(String(assignment.id)));
      expect(references).toContain(at(one, 'properties.policyDefinitionReferenceId'));
    }
  });
});
