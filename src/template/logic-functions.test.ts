import { describe, expect, it } from 'vitest';
import { evaluateText, expandTemplate } from './expand-for-test.ts';

const others = {
  parameters: {
    b: { type: 'bool' },
    c: { type: 'bool' },
    s: { type: 'string' },
    u: { type: 'string', allowedValues: ['x', 'y'] },
  },
};
const seen = (expression: string) => evaluateText(`[${expression}]`, others);

describe('a function that looks only at what it needs', () => {
  it.each([
    ["if(true(), 'a', fail('no'))", 'a'],
    ["if(parameters('b'), 'a', 'a')", 'a'],
    ['and(true(), true(), true())', true],
    ["and(true(), false(), fail('no'))", false],
    ["and(parameters('b'), false())", false],
    ['or(false(), false())', false],
    ["or(parameters('b'), parameters('c'), true())", true],
    ['coalesce(null(), null())', null],
    ["coalesce(null(), 0, fail('no'))", 0],
    ['AND(true(), OR(false(), true()))', true],
  ])('%s is %j', (expression, value) => {
    expect(seen(expression)).toBe(value);
  });

  it.each([
    ["if(parameters('b'), 'a', 'b')", { type: 'string', candidates: ['a', 'b'] }],
    ["if(parameters('b'), 'a', 1)", { type: undefined, candidates: ['a', 1] }],
    ["if(parameters('b'), 'a', parameters('u'))", { candidates: ['a', 'x', 'y'] }],
    ["if(parameters('b'), 'a', parameters('s'))", { type: 'string', candidates: undefined }],
    ["if(parameters('b'), 'a', fail('no'))", { candidates: undefined }],
    [
      "if(parameters('b'), createObject('k', 1), createObject('k', 1))",
      { type: 'object', candidates: [{ k: 1 }] },
    ],
    ["and(parameters('b'), true())", { type: 'bool', expression: "and(parameters('b'), true())" }],
    ["or(parameters('b'), fail('no'))", { type: 'bool' }],
    ["coalesce(parameters('s'), fail('no'))", { type: 'string', expression: "parameters('s')" }],
    ["coalesce(reference('x').y, 'a')", { type: undefined }],
  ])('%s is unknown, but %j', (expression, facts) => {
    expect(seen(expression)).toMatchObject(facts);
  });

  it.each([
    ["if('a', 1, 2)", 'the condition of if is a string, not a bool'],
    ["and(true(), 'a')", 'and expects bools, but argument 2 is a string'],
    ['or(false(), 1)', 'or expects bools, but argument 2 is an int'],
    ['if(true(), 1)', 'if takes 3 arguments, but got 2'],
    ['and(true())', 'and takes at least 2 arguments, but got 1'],
    ['copyIndex(1, 2, 3)', 'copyIndex takes 0 to 2 arguments, but got 3'],
    ["parameters('b', 'c')", 'parameters takes 1 argument, but got 2'],
    ['parameters(1)', 'parameters expects a name, but got an int'],
    ["resourceId('A.B/c', createArray())", 'resourceId expects strings, but got an array'],
    ['listKeys()', 'listKeys takes at least 1 argument, but got 0'],
    ['utcNow(1)', 'utcNow expects a format, but got an int'],
    ['lambda(1, 2)', 'the name of a lambda variable is an int, not a string'],
  ])('%s is refused: %s', (expression, problem) => {
    const { diagnostics } = expandTemplate({
      parameters: { b: { type: 'bool', defaultValue: true } },
      outputs: { o: { type: 'object', value: `[${expression}]` } },
    });
    expect(diagnostics.map((entry) => entry.message)).toEqual([
      `the expression cannot be evaluated: ${problem}`,
    ]);
  });
});
