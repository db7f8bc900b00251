import { describe, expect, it } from 'vitest';
import type { LeafTrace, TraceNode } from '../policy/index.ts';
import { decisiveLeaves } from './decisive-leaves.ts';

type Outcome = TraceNode['outcome'];

function leaf(expression: string, outcome: Outcome): LeafTrace {
  return {
    kind: 'leaf',
    outcome,
    expressionKind: 'Field',
    expression,
    operator: 'equals',
    target: 'x',
    found: [],
    problem: undefined,
    unknownBecause: [],
    members: [],
    pointer: '',
  };
}

function junction(kind: 'allOf' | 'anyOf' | 'not', outcome: Outcome, ...children: TraceNode[]): TraceNode {
  return { kind, outcome, children, pointer: '' };
}

describe('the leaves that an outcome rests on', () => {
  it.each<[string, TraceNode, 'true' | 'unknown', string[]]>([
    ['all of an allOf', junction('allOf', 'true', leaf('a', 'true'), leaf('b', 'true')), 'true', ['a', 'b']],
    [
      'the true ones of an anyOf',
      junction('anyOf', 'true', leaf('a', 'false'), leaf('b', 'true')),
      'true',
      ['b'],
    ],
    ['turned around by not', junction('not', 'true', leaf('a', 'false')), 'true', ['!a']],
    [
      'the false ones of an allOf under not',
      junction('not', 'true', junction('allOf', 'false', leaf('a', 'true'), leaf('b', 'false'))),
      'true',
      ['!b'],
    ],
    [
      'as they are under two nots',
      junction('not', 'true', junction('not', 'false', leaf('a', 'true'))),
      'true',
      ['a'],
    ],
    [
      'the unknown ones where the outcome is unknown',
      junction('allOf', 'unknown', leaf('a', 'true'), junction('not', 'unknown', leaf('b', 'unknown'))),
      'unknown',
      ['!b'],
    ],
  ])('are %s', (_, trace, outcome, expected) => {
    const leaves = decisiveLeaves(trace, outcome);
    expect(leaves.map((one) => `${one.wantsTruth ? '!' : ''}${one.leaf.expression}`)).toEqual(expected);
  });
});
