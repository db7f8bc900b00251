import { describe, expect, it } from 'vitest';
import { defaultLimits, Unknown, type Value } from '../kernel/index.ts';
import { EvaluationLimitError, EvaluationMeter } from './evaluation-meter.ts';
import { measureValue } from './value-measure.ts';

describe('measureValue', () => {
  it.each<[string, Value, number, number]>([
    ['a scalar', 5, 1, 0],
    ['a text', 'x'.repeat(80), 11, 0],
    ['an empty array', [], 1, 1],
    ['an object', { a: 1, b: [2] }, 4, 2],
    ['an unknown', new Unknown('x'), 1, 0],
  ])('measures %s', (_, value, size, depth) => {
    expect(measureValue(value, 10)).toEqual({ size, depth });
  });

  it('counts shared parts each time, but looks at them once', () => {
    let value: Value = ['x'];
    for (let at = 0; at < 100; at++) value = [value, value];
    expect(measureValue(value, 512).size).toBeGreaterThan(2 ** 100);
  });

  it('looks no deeper than it may', () => {
    let value: Value = [];
    for (let at = 0; at < 100_000; at++) value = [value];
    expect(measureValue(value, 512).depth).toBe(Infinity);
  });
});

describe('EvaluationMeter', () => {
  const meter = () =>
    new EvaluationMeter({ ...defaultLimits, evaluationCountMax: 10, evaluationDepthMax: 2 });

  it('spends a budget', () => {
    const spent = meter();
    spent.spend(10);
    expect(() => spent.spend(1)).toThrow(new EvaluationLimitError(10, 'evaluations'));
    expect(() => meter().admit('x'.repeat(1000))).toThrow('10 evaluations');
    expect(() => meter().admit('short')).not.toThrow();
  });

  it('counts a value that is handed on once, and what shares parts each time', () => {
    const spent = meter();
    const value: Value = Array.from({ length: 63 }, () => 1);
    for (let at = 0; at < 100; at++) spent.admit(value);
    expect(() => spent.admit([value, value])).toThrow('10 evaluations');
  });

  it('bounds what waits for something else, and forgets it when that fails', () => {
    const nested = meter();
    const three = () => nested.nested(() => nested.nested(() => nested.nested(() => 1)));
    expect(three).toThrow('2 levels of nested evaluation');
    expect(three).toThrow('2 levels of nested evaluation');
    expect(nested.nested(() => nested.nested(() => 1))).toBe(1);
  });
});
