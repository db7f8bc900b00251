import { describe, expect, test } from 'vitest';
import type { Value, ValueObject } from '../kernel/index.ts';
import { noAliases } from './alias-table.ts';
import { parseAssignment } from './assignment.ts';
import { parseDefinition } from './definition.ts';
import { evaluatePolicy } from './evaluate-policy.ts';
import { parseInitiative } from './initiative.ts';
import { PolicyPlan } from './plan/policy-plan.ts';
import { planAnswers } from './plan/type-plan.ts';
import {
  nameOfId,
  type PolicyCatalogue,
  type ResolvedAssignment,
  resolveAssignment,
} from './policy-catalogue.ts';
import { policySubject } from './policy-subject.ts';

const definition = {
  name: 'tag',
  properties: {
    displayName: 'tag',
    version: '1.2.0',
    parameters: {
      tagName: { type: 'String' },
      effect: { type: 'String', defaultValue: 'audit', allowedValues: ['audit', 'deny', 'disabled'] },
    },
    policyRule: {
      if: { field: "[concat('tags[', parameters('tagName'), ']')]", exists: false },
      then: { effect: "[parameters('effect')]" },
    },
  },
};
const initiative = {
  name: 'tags',
  properties: {
    parameters: { first: { type: 'String' }, enforce: { type: 'Boolean', defaultValue: false } },
    policyDefinitions: [
      reference('one', {
        tagName: "[parameters('first')]",
        effect: "[if(parameters('enforce'), 'deny', 'audit')]",
      }),
      reference('two', { tagName: 'owner' }),
    ],
  },
};

function reference(id: string, parameters: Record<string, Value>): ValueObject {
  return {
    policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/TAG',
    policyDefinitionReferenceId: id,
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }])),
  };
}

const catalogue: PolicyCatalogue = {
  definition(id) {
    const parsed = nameOfId(id) === 'tag' ? parseDefinition(definition) : undefined;
    return parsed !== undefined && 'definition' in parsed ? parsed.definition : undefined;
  },
  initiative(id) {
    const parsed = nameOfId(id) === 'tags' ? parseInitiative(initiative) : undefined;
    return typeof parsed === 'object' ? parsed : undefined;
  },
};

function assign(properties: ValueObject, definitionId = 'tags'): ResolvedAssignment {
  const assignment = parseAssignment({
    name: 'a',
    properties: { policyDefinitionId: definitionId, parameters: { first: { value: 'env' } }, ...properties },
  });
  if (typeof assignment === 'string') throw new Error(assignment);
  return resolveAssignment(assignment, catalogue);
}

/** The effects that say something on a resource, in both engines. */
function effectsOn({ policies }: ResolvedAssignment, body: ValueObject): string[] {
  const subject = policySubject(body);
  const options = { resolver: { aliases: noAliases } };
  return policies.flatMap(({ policy, reference: { referenceId } = { referenceId: '' } }) => {
    const { verdict } = evaluatePolicy(policy, subject, options);
    const plan = new PolicyPlan([policy], options).forType(subject.type);
    const answer = plan.evaluate(subject)[0] ?? planAnswers.notApplicable;
    expect(answer === planAnswers.notApplicable).toBe(verdict === 'not-applicable');
    return verdict === 'not-applicable' ? [] : [`${referenceId} ${policy.effect.name} ${verdict}`];
  });
}

const east = { type: 'a/b', location: 'East US' };
const west = { type: 'a/b', location: 'westus' };

describe('an initiative', () => {
  test('hands its parameters to its definitions', () => {
    const resolved = assign({ parameters: { first: { value: 'env' }, enforce: { value: true } } });
    expect(resolved.diagnostics).toEqual([]);
    expect(effectsOn(resolved, { ...east, tags: { env: 'x' } })).toEqual([
      'one deny compliant',
      'two audit non-compliant',
    ]);
  });

  test.each<[string, ValueObject, string[]]>([
    ['a parameter without a value', { parameters: {} }, ['LG3005', 'LG3001', 'LG3005']],
    ['a parameter of another type', { parameters: { first: { value: 5 } } }, ['LG3007', 'LG3007']],
    [
      'a parameter that it does not declare',
      { parameters: { first: { value: 'x' }, fisrt: { value: 'x' } } },
      ['LG3009'],
    ],
  ])('%s', (_, properties, codes) => {
    expect(assign(properties).diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});

describe('an override', () => {
  const override = (value: string, ...selectors: ValueObject[]) => ({
    kind: 'policyEffect',
    value,
    selectors,
  });
  const references = (...list: string[]) => ({ kind: 'policyDefinitionReferenceId', in: list });
  const locations = (...list: string[]) => ({ kind: 'resourceLocation', in: list });

  test.each<[string, ValueObject[], string[], string[]]>([
    ['is for every definition', [override('deny')], ['one deny', 'two deny'], ['one deny', 'two deny']],
    [
      'is for the definitions it selects',
      [override('deny', references('ONE'))],
      ['one deny', 'two audit'],
      ['one deny', 'two audit'],
    ],
    ['disables a definition', [override('disabled', references('one'))], ['two audit'], ['two audit']],
    [
      'is for the locations it selects',
      [override('deny', locations('eastus'))],
      ['one deny', 'two deny'],
      ['one audit', 'two audit'],
    ],
    [
      'disables in one location only',
      [override('disabled', references('two'), locations('eastus'))],
      ['one audit'],
      ['one audit', 'two audit'],
    ],
    [
      'counts when it is the last that matches',
      [override('deny'), override('audit', references('two'))],
      ['one deny', 'two audit'],
      ['one deny', 'two audit'],
    ],
    [
      'counts by location too',
      [override('deny'), override('disabled', locations('eastus'))],
      [],
      ['one deny', 'two deny'],
    ],
    [
      'of a version is no effect',
      [{ kind: 'policyVersion', value: '2.0.0' }],
      ['one audit', 'two audit'],
      ['one audit', 'two audit'],
    ],
  ])('%s', (_, overrides, inEast, inWest) => {
    const resolved = assign({ overrides });
    const isOfVersion = overrides.some(({ kind }) => kind === 'policyVersion');
    expect(resolved.diagnostics.map(({ code }) => code)).toEqual(isOfVersion ? ['LG3014'] : []);
    expect(effectsOn(resolved, east)).toEqual(inEast.map((one) => `${one} non-compliant`));
    expect(effectsOn(resolved, west)).toEqual(inWest.map((one) => `${one} non-compliant`));
  });
});

describe('resource selectors', () => {
  const selector = (...selectors: ValueObject[]) => ({ name: 's', selectors });
  const location = (operator: string, ...list: string[]) => ({ kind: 'resourceLocation', [operator]: list });
  const type = (operator: string, ...list: string[]) => ({ kind: 'resourceType', [operator]: list });
  const withoutLocation = { kind: 'resourceWithoutLocation', in: ['subscriptionLevelResources'] };

  test.each<[string, ValueObject[], number, number]>([
    ['none', [], 2, 2],
    ['a location', [selector(location('in', 'eastus'))], 2, 0],
    ['not a location', [selector(location('notIn', 'East US'))], 0, 2],
    ['a type', [selector(type('in', 'A/B'))], 2, 2],
    ['all selectors of one', [selector(type('in', 'a/b'), location('in', 'westus'))], 0, 2],
    ['any of several', [selector(location('in', 'westus')), selector(location('in', 'eastus'))], 2, 2],
    ['one without selectors', [selector()], 2, 2],
    ['no location', [selector(withoutLocation)], 0, 0],
  ])('%s', (_, resourceSelectors, inEast, inWest) => {
    const resolved = assign({ resourceSelectors });
    expect([effectsOn(resolved, east).length, effectsOn(resolved, west).length]).toEqual([inEast, inWest]);
  });

  test('of resources at a subscription', () => {
    const resolved = assign({ resourceSelectors: [selector(withoutLocation)] });
    expect(effectsOn(resolved, { type: 'a/b', id: '/subscriptions/s/providers/a/b/c' }).length).toBe(2);
    expect(
      effectsOn(resolved, { type: 'a/b', id: '/subscriptions/s/resourcegroups/g/providers/a/b/c' }).length,
    ).toBe(0);
  });

  test('that say nothing of the resource leave the verdict open', () => {
    const resolved = assign({ resourceSelectors: [selector({ kind: 'userPrincipalId', in: ['x'] })] });
    expect(effectsOn(resolved, east)).toEqual(['one audit unknown', 'two audit unknown']);
  });
});

test.each<[string, ValueObject, boolean, string | undefined]>([
  ['Default', {}, true, undefined],
  ['DoNotEnforce', { enforcementMode: 'DoNotEnforce' }, false, undefined],
  ['a message for all', { nonComplianceMessages: [{ message: 'm' }] }, true, 'm'],
  [
    'a message for one',
    { nonComplianceMessages: [{ message: 'm' }, { message: 'o', policyDefinitionReferenceId: 'One' }] },
    true,
    'o',
  ],
  [
    'a placeholder',
    { enforcementMode: 'DoNotEnforce', nonComplianceMessages: [{ message: 'it {enforcementMode}' }] },
    false,
    'it should',
  ],
])('%s', (_, properties, enforced, message) => {
  expect(assign(properties).policies[0]).toMatchObject({ enforced, message });
});

test('a version that is not here is said', () => {
  const versions = ['1.*.*', '1.2.*', '1.1.*', '2.*.*', '1.*.*-preview'];
  const codes = versions.map((definitionVersion) =>
    assign({ definitionVersion, parameters: { tagName: { value: 'x' } } }, 'tag').diagnostics.map(
      ({ code }) => code,
    ),
  );
  expect(codes).toEqual([[], [], ['LG3010'], ['LG3010'], ['LG3010']]);
});
