import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DefenderScore } from '../kernel/index.ts';
import { DefenderScoreTally } from './defender-score.ts';

const type = 'Microsoft.Security/secureScores/secureScoreControls';
type Control = readonly [name: string, max: number, healthy: number, unhealthy: number];

function scoreOf(...controls: readonly Control[]): DefenderScore | undefined {
  const tally = new DefenderScoreTally();
  for (const [displayName, max, healthyResourceCount, unhealthyResourceCount] of controls) {
    const score = { max, current: 0, percentage: 0 };
    tally.add(type, {
      properties: { displayName, score, healthyResourceCount, unhealthyResourceCount },
    });
  }
  return tally.score;
}

describe('the secure score', () => {
  it('can be done again by hand', () => {
    expect(
      scoreOf(['Enable MFA', 10, 5, 3], ['Secure management ports', 8, 4, 0], ['Encrypt', 4, 0, 0]),
    ).toEqual({
      value: (100 * 14.25) / 18,
      current: 14.25,
      max: 18,
      controls: [
        { name: 'Encrypt', max: 4, current: 0, healthy: 0, unhealthy: 0 },
        { name: 'Enable MFA', max: 10, current: 6.25, healthy: 5, unhealthy: 3 },
        { name: 'Secure management ports', max: 8, current: 8, healthy: 4, unhealthy: 0 },
      ],
    });
  });

  it('counts a control of several subscriptions once, with the resources of all', () => {
    expect(scoreOf(['Enable MFA', 10, 1, 0], ['Enable MFA', 10, 0, 3])).toMatchObject({
      current: 2.5,
      max: 10,
    });
  });

  it('is none without data, and has no value without resources', () => {
    expect(scoreOf()).toBeUndefined();
    expect(scoreOf(['Enable MFA', 10, 0, 0])).toMatchObject({ value: undefined, max: 0 });
  });

  it.each([
    ['another type', 'Microsoft.Security/pricings', { displayName: 'x', score: { max: 1 } }],
    ['no name', type, { score: { max: 1 } }],
    ['no points', type, { displayName: 'x', score: null }],
  ])('leaves alone what has %s', (_name, other, properties) => {
    const tally = new DefenderScoreTally();
    tally.add(other, { properties });
    expect(tally.score).toBeUndefined();
  });

  it('never falls when a resource becomes healthy', () => {
    const control = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constant(4), fc.nat(20), fc.nat(20));
    fc.assert(
      fc.property(fc.array(control, { minLength: 1 }), fc.nat(), (controls, pick) => {
        const at = pick % controls.length;
        const healed = controls.map(
          ([name, max, healthy, unhealthy], index): Control =>
            index === at && unhealthy > 0
              ? [name, max, healthy + 1, unhealthy - 1]
              : [name, max, healthy, unhealthy],
        );
        const [before, after] = [scoreOf(...controls), scoreOf(...healed)];
        expect(after?.current ?? 0).toBeGreaterThanOrEqual((before?.current ?? 0) - 1e-9);
      }),
    );
  });
});
