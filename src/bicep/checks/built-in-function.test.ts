import { describe, expect, it } from 'vitest';
import { builtInFunction, builtInFunctionNames } from './built-in-function.ts';
import { decoratorRule, decoratorRuleNames } from './decorator-rule.ts';
import { unsupportedFunction } from './unsupported-function.ts';

describe('functions of the language', () => {
  it('are read from their signatures', () => {
    expect(builtInFunction('padLeft')).toEqual({
      name: 'padLeft',
      argumentsMin: 2,
      argumentsMax: 3,
      parameters: [['string', 'int'], ['int'], ['string']],
      returns: 'string',
      namespace: 'sys',
    });
    expect(builtInFunction('format')).toMatchObject({ argumentsMin: 1, argumentsMax: Infinity });
    expect(builtInFunction('tenant')).toMatchObject({ argumentsMin: 0, argumentsMax: 0, namespace: 'az' });
    expect(builtInFunction('listKeys')).toMatchObject({ argumentsMin: 2, argumentsMax: 3, namespace: 'az' });
    expect(builtInFunction('padleft')).toBeUndefined();
  });

  it('all have a plain signature', () => {
    const kinds = ['any', 'lambda', 'unknown', 'null', 'bool', 'int', 'string', 'array', 'object'];
    for (const name of builtInFunctionNames()) {
      const { parameters, returns, argumentsMin, argumentsMax } = builtInFunction(name) ?? {};
      expect([...(parameters ?? []).flat(), returns].filter((kind) => !kinds.includes(kind ?? ''))).toEqual(
        [],
      );
      expect(argumentsMin).toBeLessThanOrEqual(argumentsMax ?? -1);
      expect(unsupportedFunction(name)).toBeUndefined();
    }
  });
});

it('decorators take no fewer arguments than they must', () => {
  for (const name of decoratorRuleNames()) {
    const { argumentsMin, argumentsMax, argument } = decoratorRule(name) ?? {};
    expect(argumentsMin).toBeLessThanOrEqual(argumentsMax ?? -1);
    expect(argument !== undefined && argumentsMax === 0).toBe(false);
  }
});
