import { describe, expect, it } from 'vitest';
import type { ExpressionSyntax } from '../syntax/index.ts';
import { type ArmExpression, call, literal } from './arm/arm-expression.ts';
import { LoweringMeter, type LoweringStop } from './lowering-meter.ts';

function syntax(): ExpressionSyntax {
  return { kind: 'null', start: 0, end: 4 };
}

describe('a meter', () => {
  it('lets the same expression be made again, but not in itself', () => {
    const meter = new LoweringMeter();
    const stops: LoweringStop[] = [];
    const place = syntax();
    const stopped = (why: LoweringStop) => {
      stops.push(why);
      return literal('stopped');
    };
    const make = (inner: () => ArmExpression) => meter.expression(place, inner, stopped);
    expect(make(() => literal(1))).toEqual(literal(1));
    expect(make(() => literal(2))).toEqual(literal(2));
    expect(stops).toEqual([]);
    expect(
      make(() =>
        call(
          'f',
          make(() => literal(3)),
        ),
      ),
    ).toEqual(call('f', 'stopped'));
    expect(stops).toEqual(['cycle']);
  });

  it('counts a part each time that it is written', () => {
    const meter = new LoweringMeter();
    const doubled = (times: number): ArmExpression => {
      const inner = times === 0 ? literal('x') : doubled(times - 1);
      return call('concat', inner, inner);
    };
    const made = (expression: ArmExpression) => {
      const stops: LoweringStop[] = [];
      meter.expression(
        syntax(),
        () => expression,
        (why) => {
          stops.push(why);
          return expression;
        },
      );
      return stops;
    };
    expect(made(doubled(8))).toEqual([]);
    const shared = Array.from({ length: 40 }).reduce<ArmExpression>(
      (inner) => call('concat', inner, inner),
      literal('x'),
    );
    expect(made(shared)).toEqual(['limit']);
    expect(made(literal('x'))).toEqual([]);
  });

  it('ends what is too deep, and begins anew behind it', () => {
    const meter = new LoweringMeter();
    let stops = 0;
    const deep = (levels: number): number =>
      levels === 0
        ? 0
        : meter.value(
            syntax(),
            () => 1 + deep(levels - 1),
            () => {
              stops++;
              return 0;
            },
          );
    expect(deep(100)).toBe(100);
    expect(deep(100_000)).toBeLessThan(1_000);
    expect(stops).toBe(1);
    expect(deep(100)).toBe(100);
    expect(stops).toBe(1);
  });
});
