import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Diagnostic,
  Diagnostics,
  defaultLimits,
  formatPlace,
  parseJson,
  placeOf,
  plainValue,
} from '../kernel/index.ts';
import { expand } from './expand.ts';
import { codesOf, evaluateText, expandTemplate, given, templateText } from './expand-for-test.ts';
import { readParameterFile } from './parameter-file.ts';
import { snapshotOf } from './snapshot.ts';

const good = { type: 'A.B/c', name: 'good' };

function placesOf(text: string): string[] {
  return expand(parseJson('main.json', text)).diagnostics.map(({ code, span }) => {
    return `${code} ${span === undefined ? '' : formatPlace(placeOf(span))}`;
  });
}

describe('a document that is no template', () => {
  it.each([
    ['[]', ['LG2001 main.json:1:1']],
    ['"text"', ['LG2001 main.json:1:1']],
    ['\n null', ['LG2001 main.json:2:2']],
    ['', ['LG1001 main.json:1:1']],
    ['{}', []],
    ['{"resources": 5}', ['LG2002 main.json:1:15']],
    [
      '{"parameters": [],\n"variables": "x",\n"outputs": 1, "functions": {}, "definitions": null}',
      [
        'LG2002 main.json:1:16',
        'LG2002 main.json:2:14',
        'LG2002 main.json:3:47',
        'LG2002 main.json:3:28',
        'LG2002 main.json:3:12',
      ],
    ],
  ])('%s is reported', (text, places) => {
    expect(placesOf(text).sort()).toEqual([...places].sort());
  });
});

describe('one bad part', () => {
  it.each([
    ['[concat(1]', 'LG2003', ']'],
    ["[concat('a', nope(1))]", 'LG2005', 'nope(1)'],
    ["[concat('a', createObject().x)]", 'LG2004', 'createObject().x'],
    ["[concat(parameters('p'))]", 'LG2006', "parameters('p')"],
    ["[concat(variables('v'))]", 'LG2007', "variables('v')"],
  ])('is reported at its own place: %s', (value, code, part) => {
    const text = `{"outputs": {"o": {"type": "string",\n "value": "${value}"}}}`;
    const [{ span, ...entry }] = expand(parseJson('main.json', text)).diagnostics as [Diagnostic];
    expect(entry.code).toBe(code);
    expect(text.slice(span!.start, span!.end)).toBe(part);
  });

  it('does not stop the others', () => {
    const { resources, diagnostics } = expandTemplate({
      resources: [{ type: 'A.B/c', name: '[nope()]', properties: { a: '[alsoNope()]', b: 1 } }, good],
    });
    expect(diagnostics.map((entry) => entry.code)).toEqual(['LG2005', 'LG2005']);
    expect(resources[0]!.body.properties).toMatchObject({ b: 1 });
    expect(resources[1]!.name).toBe('good');
  });

  it('suggests the function that was meant', () => {
    const { diagnostics } = expandTemplate({ outputs: { o: { type: 'string', value: "[contcat('a')]" } } });
    expect(diagnostics[0]!.advice).toBe('did you mean `concat`?');
  });
});

describe('a parameter file of the wrong shape', () => {
  it.each([
    ['[]', ['LG2002']],
    ['"x"', ['LG2002']],
    ['{"parameters": []}', ['LG2002']],
    ['{"parameters": {"a": 5, "b": {}, "c": {"value": 1}}}', ['LG2022', 'LG2022']],
    ['{"$schema": "s", "contentVersion": "1.0.0.0", "c": {"value": 1}}', []],
    ['', []],
  ])('is reported and read as far as possible: %s', (text, codes) => {
    const diagnostics = new Diagnostics();
    const sources = readParameterFile(parseJson('p.json', text).root, diagnostics);
    expect(diagnostics.list.map((entry) => entry.code)).toEqual(codes);
    expect(sources.map((source) => source.name)).toEqual(text.includes('"c"') ? ['c'] : []);
  });
});

describe('names of prototypes', () => {
  it.each([
    '[createObject().__proto__]',
    "[createObject()['__proto__']]",
    "[createObject()['constructor']]",
    "[createObject('__proto__', 1)]",
    '[json(\'{"__proto__": {"x": 1}}\')]',
    "[parameters('__proto__')]",
    "[variables('constructor')]",
    '[toString()]',
    '[__proto__()]',
  ])('%s is refused', (expression) => {
    const { diagnostics } = expandTemplate({ outputs: { o: { type: 'object', value: expression } } });
    expect(diagnostics).toHaveLength(1);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('are left out as keys, of property loops and of evaluated names too', () => {
    const text =
      '{"resources": [{"type": "A.B/c", "name": "x", "tags": {"[concat(\'__pro\', \'to__\')]": 1}, "properties": {"copy": [{"name": "__proto__", "count": 1, "input": 1}], "__proto__": {"polluted": 1}}}]}';
    const { resources, diagnostics } = expand(parseJson('main.json', text));
    expect(diagnostics.map((entry) => entry.code).sort()).toEqual(['LG1005', 'LG1005', 'LG2022']);
    expect(Object.getPrototypeOf(resources[0]!.body.properties)).toBe(Object.prototype);
    expect(resources[0]!.body).toMatchObject({ tags: {}, properties: {} });
  });

  it('are no types', () => {
    expect(codesOf(expandTemplate({ parameters: { p: { type: 'constructor', defaultValue: 1 } } }))).toEqual(
      [],
    );
  });
});

describe('what would run away', () => {
  function chain(length: number) {
    const variables: Record<string, string> = { v0: 'end' };
    for (let at = 1; at < length; at++) variables[`v${at}`] = `[variables('v${at - 1}')]`;
    return {
      variables,
      resources: [good],
      outputs: { o: { type: 'string', value: `[variables('v${length - 1}')]` } },
    };
  }

  it('may be a chain of a hundred variables', () => {
    expect(expandTemplate(chain(100))).toMatchObject({ diagnostics: [], outputs: { o: { value: 'end' } } });
  });

  const runaways: Record<string, object | string> = {
    'a chain of 20,000 variables': chain(20_000),
    'a million iterations': {
      resources: [good, { type: 'A.B/c', name: '[copyIndex()]', copy: { name: 'l', count: 1_000_000 } }],
    },
    'loops in loops in loops': {
      resources: [
        good,
        {
          type: 'A.B/c',
          name: 'x',
          properties: {
            copy: [
              {
                name: 'a',
                count: 800,
                input: {
                  copy: [{ name: 'b', count: 800, input: { copy: [{ name: 'c', count: 800, input: 1 }] } }],
                },
              },
            ],
          },
        },
      ],
    },
    'an expression of 10,000 calls in each other': {
      resources: [good],
      outputs: { o: { type: 'string', value: `[${'concat('.repeat(10_000)}'a'${')'.repeat(10_000)}]` } },
    },
    'values that double each other': {
      variables: Object.fromEntries(
        Array.from({ length: 60 }, (_, at) => [
          `v${at}`,
          at === 0 ? ['x'] : Array(2).fill(`[variables('v${at - 1}')]`),
        ]),
      ),
      resources: [good],
      outputs: { o: { type: 'array', value: "[concat(variables('v59'), createArray(1))]" } },
    },
    'arrays that double each other': {
      variables: Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [
          `v${at}`,
          at === 0 ? '[range(0, 100)]' : `[concat(variables('v${at - 1}'), variables('v${at - 1}'))]`,
        ]),
      ),
      resources: [good],
      outputs: { o: { type: 'int', value: "[length(variables('v39'))]" } },
    },
    'strings that double each other': {
      variables: Object.fromEntries(
        Array.from({ length: 60 }, (_, at) => [
          `v${at}`,
          at === 0 ? 'x' : `[concat(variables('v${at - 1}'), variables('v${at - 1}'))]`,
        ]),
      ),
      resources: [good],
      outputs: { o: { type: 'int', value: "[length(variables('v59'))]" } },
    },
    'long strings in loops': {
      resources: [
        good,
        {
          type: 'A.B/c',
          name: 'x',
          properties: {
            copy: [
              { name: 'a', count: 800, input: "[toUpper(padLeft(string(copyIndex('a')), 1000000, 'y'))]" },
            ],
          },
        },
      ],
    },
    'ranges in lambdas': {
      resources: [good],
      outputs: { o: { type: 'array', value: "[map(range(0, 10000), lambda('x', range(0, 10000)))]" } },
    },
    'parts that nest 40 times 400 deep': {
      variables: Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [
          `v${at}`,
          wrapped(at === 0 ? 'x' : `[variables('v${at - 1}')]`, 400),
        ]),
      ),
      resources: [good],
      outputs: { o: { type: 'string', value: "[string(variables('v39'))]" } },
    },
    'a lambda that nests its result': {
      resources: [good],
      outputs: {
        o: {
          type: 'array',
          value:
            "[reduce(range(0, 10000), createArray(), lambda('a', 'b', createArray(lambdaVariables('a'))))]",
        },
      },
    },
    'resources that refer to the next one': {
      resources: [
        good,
        ...Array.from({ length: 3000 }, (_, at) => ({
          type: 'A.B/c',
          name: `r${at}`,
          properties: { a: `[reference('r${at + 1}').a]` },
        })),
      ],
    },
    '100 deployments in each other': { resources: [good, nestedTimes(100)] },
  };

  it.each(Object.entries(runaways))('is bounded: %s', (_, template) => {
    const { resources, diagnostics } = expandTemplate(template);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThan(5);
    expect(resources.some((resource) => resource.name === 'good')).toBe(true);
  });

  it('does not follow candidates that double each other', () => {
    const variables = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [
        `v${at}`,
        at === 0
          ? "[if(parameters('p'), 'a', 'b')]"
          : `[if(parameters('p'), variables('v${at - 1}'), variables('v${at - 1}'))]`,
      ]),
    );
    const value = evaluateText("[variables('v99')]", { parameters: { p: { type: 'bool' } }, variables });
    expect(value).toMatchObject({ candidates: ['a', 'b'] });
  });

  it('stops at 1,000 deployments in each other by the depth of the document', () => {
    expect(codesOf(expandTemplate({ resources: [nestedTimes(1000)] }))).toEqual(['LG1003']);
  });

  it('keeps as many resources as it may', () => {
    const limits = { ...defaultLimits, resourceCountMax: 3 };
    const { resources, diagnostics } = expandTemplate({ resources: Array(5).fill(good) }, { limits });
    expect(resources).toHaveLength(3);
    expect(diagnostics.every((entry) => entry.code === 'LG2015')).toBe(true);
  });

  it('finishes 5,000 resources that refer to each other', () => {
    const resources = Array.from({ length: 5000 }, (_, at) => ({
      type: 'A.B/c',
      name: `r${at}`,
      properties: { n: at, other: `[reference(resourceId('A.B/c', 'r${(at * 7) % 5000}')).n]` },
    }));
    const started = performance.now();
    const expansion = expandTemplate({ resources });
    expect(expansion.resources.at(-1)!.body.properties).toEqual({ n: 4999, other: (4999 * 7) % 5000 });
    expect(expansion.diagnostics).toEqual([]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

function wrapped(value: unknown, depth: number): unknown {
  let result = value;
  for (let at = 0; at < depth; at++) result = { a: result };
  return result;
}

function nestedTimes(depth: number): object {
  let inner: object = good;
  for (let at = 0; at < depth; at++)
    inner = {
      type: 'Microsoft.Resources/deployments',
      name: `d${at}`,
      properties: { template: { resources: [inner] } },
    };
  return inner;
}

describe('any JSON', () => {
  const seed = {
    parameters: {
      p: { type: 'string', allowedValues: ['a'], defaultValue: "[concat('a', variables('v'))]" },
    },
    variables: { v: 'x', copy: [{ name: 'l', count: 2, input: '[copyIndex()]' }] },
    functions: [
      {
        namespace: 'n',
        members: { f: { parameters: [{ name: 'a' }], output: { value: "[parameters('a')]" } } },
      },
    ],
    resources: [
      {
        type: 'A.B/c',
        name: "[parameters('p')]",
        condition: true,
        copy: { name: 'c', count: 2 },
        scope: '/',
        properties: { copy: [{ name: 'a', count: 1, input: 1 }] },
      },
      {
        type: 'Microsoft.Resources/deployments',
        name: 'n',
        properties: {
          expressionEvaluationOptions: { scope: 'inner' },
          parameters: { q: { value: 1 } },
          template: {
            parameters: { q: { type: 'int' } },
            resources: [],
            outputs: { o: { value: "[n.f(parameters('q'))]" } },
          },
        },
      },
    ],
    outputs: {
      o: { type: 'string', value: "[reference('n').outputs.o.value]", copy: { count: 1, input: 1 } },
    },
  };

  function pathsOf(value: unknown, path: string[] = []): string[][] {
    if (typeof value !== 'object' || value === null) return [path];
    return [path, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))];
  }

  function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
    if (key === undefined) return by;
    const copy: Record<string, unknown> = Array.isArray(value)
      ? ([...value] as never)
      : { ...(value as object) };
    copy[key] = replaced(copy[key], rest, by);
    return copy;
  }

  it('in any place of a template never makes the expansion throw', () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom(
        '[',
        '[]',
        '[[]]',
        "[parameters('p')]",
        "[variables('v')]",
        "[reference('n')]",
        '[copyIndex()]',
        '[n.f(1)]',
        "[resourceId('A.B/c', 'x')]",
        '[null()]',
        -1,
        1e9,
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...pathsOf(seed)), odd), { minLength: 1, maxLength: 3 }),
        (changes) => {
          let template: unknown = seed;
          for (const [path, value] of changes) {
            if (
              path.every(
                (key, at) =>
                  at === 0 ||
                  key in
                    Object(
                      path.slice(0, at).reduce((o: never, k) => Object(o)[k] as never, template as never),
                    ),
              )
            )
              template = replaced(template, path, value);
          }
          snapshotOf(expand(parseJson('main.json', JSON.stringify(template) ?? '')));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('as a whole never makes the expansion throw', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        snapshotOf(expand(parseJson('main.json', text)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('an expansion', () => {
  it('does not depend on the order of parameters and variables', () => {
    const parameters = {
      a: { type: 'string', defaultValue: "[parameters('b')]" },
      b: { type: 'string', defaultValue: 'x' },
      c: { type: 'string' },
    };
    const variables = {
      d: "[concat(variables('e'), parameters('a'))]",
      e: "[concat(parameters('c'), 'y')]",
      f: { g: "[variables('d')]" },
    };
    const resources = [{ type: 'A.B/c', name: 'x', properties: { all: "[variables('f')]" } }];
    const expected = snapshotOf(expandTemplate({ parameters, variables, resources }));
    const ordered = <T>(object: Record<string, T>) =>
      fc
        .shuffledSubarray(Object.entries(object), { minLength: Object.keys(object).length })
        .map((list) => Object.fromEntries(list));
    fc.assert(
      fc.property(ordered<object>(parameters), ordered<unknown>(variables), (p, v) => {
        const { diagnostics: _, ...rest } = snapshotOf(
          expandTemplate({ parameters: p, variables: v, resources }),
        );
        expect(rest).toEqual({ predictedResources: expected.predictedResources, outputs: expected.outputs });
      }),
      { numRuns: 50 },
    );
  });

  const value = fc
    .jsonValue({ maxDepth: 2 })
    .filter(
      (one) =>
        one !== null &&
        !JSON.stringify(one).includes('__proto__') &&
        !JSON.stringify(one).includes('-0') &&
        !JSON.stringify(one).includes('"['),
    );

  it('is the same with a parameter as with a variable that stands for it', () => {
    fc.assert(
      fc.property(value, (one) => {
        const type = Array.isArray(one)
          ? 'array'
          : typeof one === 'object'
            ? 'object'
            : typeof one === 'string'
              ? 'string'
              : 'other';
        const others = { parameters: { p: { type } }, variables: { v: "[parameters('p')]" } };
        const options = {
          parameters: readParameterFile(parseJson('p.json', JSON.stringify({ p: { value: one } })).root),
        };
        const direct = evaluateText("[parameters('p')]", others, options);
        expect(evaluateText("[variables('v')]", others, options)).toEqual(direct);
        expect(direct).toEqual(plainValue(parseJson('v', JSON.stringify(one)).root!));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same inside a nested deployment that hands its parameters on', () => {
    const resources = [
      {
        type: 'A.B/c',
        name: "[concat('x', parameters('s'))]",
        condition: "[not(equals(parameters('s'), ''))]",
        properties: { s: "[parameters('s')]", n: "[length(parameters('l'))]" },
      },
      {
        type: 'A.B/c',
        name: "[concat('l', copyIndex())]",
        copy: { name: 'l', count: "[length(parameters('l'))]" },
        tags: { t: "[parameters('l')[copyIndex()]]" },
      },
    ];
    const parameters = { s: { type: 'string' }, l: { type: 'array' } };
    const wrapped = {
      parameters,
      resources: [
        {
          type: 'Microsoft.Resources/deployments',
          name: 'n',
          properties: {
            expressionEvaluationOptions: { scope: 'inner' },
            parameters: { s: { value: "[parameters('s')]" }, l: { value: "[parameters('l')]" } },
            template: JSON.parse(templateText({ parameters, resources })),
          },
        },
      ],
    };
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 4 }), fc.boolean(), (s, l, isGiven) => {
        const options = {
          parameters: given(isGiven ? { s, l } : { l }),
          target: { subscriptionId: 's', resourceGroup: 'g' },
        };
        const direct = snapshotOf(expandTemplate({ parameters, resources }, options));
        expect(snapshotOf(expandTemplate(wrapped, options)).predictedResources).toEqual(
          direct.predictedResources,
        );
      }),
      { numRuns: 100 },
    );
  });
});
