import { describe, expect, it } from 'vitest';
import { StepRates } from './step-rates.ts';

describe('the rate of a step', () => {
  it('counts what this run has done', () => {
    const rates = new StepRates();
    expect(rates.rateOf({ step: 'resources', done: 5000, total: 10_000 }, 0)).toBeUndefined();
    expect(rates.rateOf({ step: 'resources', done: 5500, total: 10_000 }, 500)).toBeUndefined();
    expect(rates.rateOf({ step: 'resources', done: 6000, total: 10_000 }, 2000)).toEqual({
      perSecond: 500,
      secondsLeft: 8,
    });
  });

  it('is measured for each step on its own', () => {
    const rates = new StepRates();
    rates.rateOf({ step: 'a', done: 0, total: 10 }, 0);
    expect(rates.rateOf({ step: 'b', done: 5, total: undefined }, 5000)).toBeUndefined();
    expect(rates.rateOf({ step: 'b', done: 15, total: undefined }, 10_000)).toEqual({
      perSecond: 2,
      secondsLeft: undefined,
    });
    expect(rates.rateOf({ step: 'a', done: 0, total: 10 }, 9000)).toBeUndefined();
  });
});
