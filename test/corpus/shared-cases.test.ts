import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  defaultLimits,
  fold,
  parseJson,
  Unknown,
  type Value,
  type ValueObject,
} from '../../src/kernel/index.ts';
import {
  type Alias,
  type AliasTable,
  aliasTable,
  bindPolicy,
  compilePolicy,
  evaluatePolicy,
  parseDefinition,
  policyFunctions,
  policySubject,
} from '../../src/policy/index.ts';
import { parameterEnvironment } from '../../src/policy/policy-environment.ts';
import { callFunction, evaluate } from '../../src/template/evaluate.ts';
import {
  deepEquals,
  EvaluationError,
  expand,
  guidOf,
  parseExpression,
  uniqueString,
} from '../../src/template/index.ts';
import { describeShared, sharedPath } from '../shared-folder.ts';

const nullRight =
  'a right side that is null fails the evaluation (reference/azure-policy.md §2.1 and §6: the Policy team says so)';
const dataUri = 'dataUri() makes data:text/plain;charset=utf8 (template-functions-string.md#datauri)';
const ids =
  'resourceId() makes ids of Azure, not the type:name of DSC (template-functions-resource.md#resourceid)';

/** The cases in which we differ, each with the documented reason. */
const differences: Readonly<Record<string, string>> = {
  'casing/equals_null_explicit': nullRight,
  'casing/equals_null_missing_field': nullRight,
  'create_object/create_object_numeric_key':
    'the keys of createObject() are strings (template-functions-object.md#createobject)',
  'index_of/index_of_unicode_case_fold':
    'case is folded ordinally, character by character: ß is not SS (template-functions-string.md#indexof)',
  'string/string_from_bool_false':
    'string() writes bools as .NET does: False (template-functions-string.md#string)',
  '[string(true)]': 'string() writes bools as .NET does: True (template-functions-string.md#string)',
  "[concat('a', 1)]": 'concat() of a string takes numbers too (template-functions-string.md#concat)',
  "[createArray(1,'a')]": 'an array may hold values of any type (template-functions-array.md#createarray)',
  "[dataUri('Hello')]": dataUri,
  "[dataUri('Hello, World!')]": dataUri,
  "[dataUri('héllo')]": dataUri,
  '[dataUri(\'{"name":"value"}\')]': dataUri,
  "[resourceId('a/b', 'c')]": ids,
  "[resourceId('a/a','b/c/d')]": ids,
  "[substring('🚀🎉🔥', 1, 1)]":
    'positions count UTF-16 units, as .NET does (template-functions-string.md#substring)',
  "[tryWhich('does_not_exist')]": 'not a function of the template language: it is one of DSC',
};

const counts: Record<string, { agreed: number; differing: string[] }> = {};

function note(file: string, id: string, agrees: boolean): void {
  counts[file] ??= { agreed: 0, differing: [] };
  const count = counts[file];
  if (agrees) count.agreed++;
  else count.differing.push(id);
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(sharedPath(`cases/${name}`), 'utf8')) as T;
}

describeShared('shared cases', 'cases', () => {
  test('policy-rules.json', () => {
    const { cases, aliasCatalogs } = read<RuleCases>('policy-rules.json');
    const catalogues = new Map(Object.entries(aliasCatalogs).map(([name, list]) => [name, catalogue(list)]));
    for (const one of cases) note('policy-rules', one.id, agreesWithRule(one, catalogues));
    expectAgreement('policy-rules');
  });

  test('policy-functions.json', () => {
    for (const one of read<{ cases: FunctionCase[] }>('policy-functions.json').cases)
      note(
        'policy-functions',
        one.id,
        agreesWith(one.expected, () => callBuiltin(one)),
      );
    expectAgreement('policy-functions');
  });

  test('arm-functions.json', () => {
    for (const { expression, error, value } of read<{ tests: ArmCase[] }>('arm-functions.json').tests)
      note(
        'arm-functions',
        expression,
        agreesWith(error ? { undefined: true } : { value }, () => outputOf(expression)),
      );
    expect(counts['arm-functions']!.differing.filter((id) => !(id in differences))).toEqual([]);
  });

  test('unique-string-and-guid.json', () => {
    const { uniqueString: strings, guid } = read<HashCases>('unique-string-and-guid.json');
    for (const { args, value } of strings)
      note('hashes', `uniqueString ${args}`, uniqueString(args) === value);
    for (const { args, value } of guid.vectors) note('hashes', `guid ${args}`, guidOf(args) === value);
    expect(counts.hashes!.differing).toEqual([]);
  });

  test('differ in no others than those stated', () => {
    const differing = Object.values(counts).flatMap((count) => count.differing);
    const agreed = Object.values(counts).reduce((sum, count) => sum + count.agreed, 0);
    for (const [file, count] of Object.entries(counts))
      console.log(`${file}: ${count.agreed} of ${count.agreed + count.differing.length}`);
    expect(differing.toSorted()).toEqual(Object.keys(differences).toSorted());
    expect(agreed / (agreed + differing.length)).toBeGreaterThanOrEqual(0.98);
  });
});

function expectAgreement(file: string): void {
  const { agreed, differing } = counts[file]!;
  expect(differing.filter((id) => !(id in differences))).toEqual([]);
  expect(agreed / (agreed + differing.length)).toBeGreaterThanOrEqual(0.98);
}

interface RuleCases {
  readonly cases: readonly RuleCase[];
  readonly aliasCatalogs: Readonly<Record<string, readonly Provider[]>>;
}

interface Provider {
  readonly namespace: string;
  readonly resourceTypes: readonly {
    readonly resourceType: string;
    readonly aliases?: readonly { name: string; defaultPath: string; paths?: Alias['versions'] }[];
  }[];
}

interface RuleCase {
  readonly id: string;
  readonly policy: Value;
  readonly parameters?: Record<string, Value>;
  readonly resource?: ValueObject;
  readonly apiVersion?: string;
  readonly aliasCatalog?: string;
  readonly context?: ValueObject;
  readonly requestContext?: ValueObject;
  readonly relatedResources?: readonly { readonly response: ValueObject | null }[];
  readonly expected: { readonly outcome: string; readonly effect?: string };
}

function catalogue(providers: readonly Provider[]): AliasTable {
  return aliasTable(
    providers.flatMap(({ namespace, resourceTypes }) =>
      resourceTypes.map(({ resourceType, aliases = [] }): [string, Alias[]] => [
        `${namespace}/${resourceType}`,
        aliases.map(({ name, defaultPath, paths }) => ({
          name,
          path: defaultPath,
          ...(paths ? { versions: paths } : {}),
        })),
      ]),
    ),
  );
}

const nowhere = '00000000-0000-0000-0000-000000000000';

function agreesWithRule(one: RuleCase, catalogues: ReadonlyMap<string, AliasTable>): boolean {
  const { outcome, effect } = evaluateRule(one, catalogues);
  return (
    outcome === one.expected.outcome && (one.expected.effect === undefined || effect === one.expected.effect)
  );
}

function evaluateRule(
  one: RuleCase,
  catalogues: ReadonlyMap<string, AliasTable>,
): { outcome: string; effect?: string } {
  const parsed = parseDefinition(one.policy);
  if ('problem' in parsed) return { outcome: 'parseError' };
  const { policy } = bindPolicy(parsed.definition, { parameters: one.parameters ?? {} });
  if (policy === undefined) return { outcome: 'not bound' };
  const { context = {}, requestContext = context.requestContext as ValueObject | undefined } = one;
  const aliases = (one.aliasCatalog && catalogues.get(one.aliasCatalog)) || aliasTable([]);
  const subject = policySubject({
    ...one.resource,
    ...(one.apiVersion ? { apiVersion: one.apiVersion } : {}),
  });
  const { verdict } = evaluatePolicy(policy, subject, {
    resolver: { aliases, unknownAliasesArePaths: true },
    context: {
      subscription: context.subscription ?? { subscriptionId: nowhere, id: `/subscriptions/${nowhere}` },
      resourceGroup: context.resourceGroup ?? { name: 'rg', location: 'eastus' },
      requestApiVersion: requestContext?.apiVersion ?? one.apiVersion ?? '2099-01-01',
      ...(typeof context.utcNow === 'string' ? { now: context.utcNow } : {}),
    },
    related: ({ type }) => ({
      resources: (one.relatedResources ?? []).flatMap(({ response }) =>
        response ? policySubject({ type, ...response }) : [],
      ),
      complete: true,
    }),
  });
  const outcomes: Readonly<Record<string, string>> = {
    'non-compliant': 'match',
    'not-evaluated': 'match',
    compliant: 'noMatch',
    'not-applicable': 'noMatch',
  };
  return { outcome: outcomes[verdict] ?? verdict, effect: policy.effectText };
}

interface Expected {
  readonly value?: Value;
  readonly undefined?: boolean;
}

interface FunctionCase {
  readonly id: string;
  readonly builtin: string;
  readonly args: Value[];
  readonly expected: Expected;
}

/** The names under which the cases know what we call otherwise. */
const otherNames: Readonly<Record<string, string>> = { int_div: 'div', int_mod: 'mod' };

function callBuiltin({ builtin, args }: FunctionCase): Value | undefined {
  const name = builtin.slice(builtin.lastIndexOf('.') + 1);
  switch (name) {
    case 'logic_all':
      return holds({ allOf: args.map((value) => ({ value, equals: true })) });
    case 'logic_any':
      return holds({ anyOf: args.map((value) => ({ value, equals: true })) });
    case 'resolve_field': {
      const [resource, field] = args as [ValueObject, string];
      const { condition } = compilePolicy({
        if: { field, exists: true },
        then: { effect: 'audit' },
      }).evaluate(resource);
      return condition?.kind === 'leaf' ? condition.found[0]?.value : undefined;
    }
    case 'get_parameter': {
      const [given, defaults, wanted] = args as [ValueObject, ValueObject, string];
      const parameters = Object.fromEntries(
        Object.entries(defaults).map(([key, defaultValue]) => [key, { defaultValue, type: 'object' }]),
      );
      const definition = {
        parameters,
        policyRule: { if: { value: 1, equals: 1 }, then: { effect: 'audit' } },
      };
      return compilePolicy(definition, { parameters: given }).policy?.parameters.get(fold(wanted));
    }
    default:
      return callPolicyFunction(otherNames[name] ?? name.replaceAll('_', ''), args);
  }
}

function holds(condition: ValueObject): boolean {
  return (
    compilePolicy({ if: condition, then: { effect: 'audit' } }).evaluate({ type: 'a/b' }).verdict ===
    'non-compliant'
  );
}

/** Functions of values are called with them; those that look at an argument only when they need it, through an expression. */
function callPolicyFunction(name: string, args: readonly Value[]): Value {
  const entry = policyFunctions.get(fold(name));
  if (entry === undefined) throw new Error(`there is no function ${name}`);
  if (!('evaluate' in entry)) {
    if (args.length < entry.argumentsMin || args.length > entry.argumentsMax)
      throw new EvaluationError('arguments');
    return callFunction(entry, entry.name, args, defaultLimits);
  }
  const parameters = new Map(args.map((value, index) => [`p${index}`, value]));
  const call = `[${entry.name}(${args.map((_, index) => `parameters('p${index}')`).join(', ')})]`;
  const expression = parseExpression(call, defaultLimits);
  if (expression.kind === 'problem') throw new Error(expression.problem);
  return evaluate(expression, parameterEnvironment(parameters));
}

function agreesWith(expected: Expected, run: () => Value | undefined): boolean {
  try {
    const result = run();
    if (result === undefined) return !('value' in expected);
    return 'value' in expected && deepEquals(result, expected.value!) === true;
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return !('value' in expected);
  }
}

interface ArmCase {
  readonly expression: string;
  readonly value: Value;
  readonly error?: boolean;
}

/** The value of an expression as the output of a template. */
function outputOf(expression: string): Value | undefined {
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [],
    outputs: { result: { type: 'object', value: expression } },
  };
  const { outputs, diagnostics } = expand(parseJson('main.json', JSON.stringify(template)));
  const { value } = outputs.result as { value: Value };
  if (value instanceof Unknown && value.causes.some(({ kind }) => kind === 'error'))
    throw new EvaluationError(diagnostics[0]?.message);
  return value;
}

interface HashCases {
  readonly uniqueString: readonly { args: string[]; value: string }[];
  readonly guid: { readonly vectors: readonly { args: string[]; value: string }[] };
}
