import { expect, test } from 'vitest';
import type { EscalationStep } from './escalation-step.ts';
import { readEscalationRules } from './read-escalation-rules.ts';
import { StepShelf } from './step-shelf.ts';

const { rules } = readEscalationRules({
  rules: [
    {
      id: 'r',
      title: 't',
      severity: 'low',
      on: 'scope',
      needs: [{ control: ['a/b'] }],
      yields: 'anyRole',
      source: 's',
    },
  ],
});

function step(effort: number, rests: readonly string[], rest: Partial<EscalationStep> = {}): EscalationStep {
  const [rule] = rules;
  if (rule === undefined) throw new Error('there is no rule');
  return {
    from: { kind: 'principal', id: 'p' },
    to: { kind: 'anyRole', id: '/subscriptions/s' },
    rule,
    effort,
    evidence: rests.map((id) => ({
      kind: 'assignment',
      id,
      what: id,
      actions: [],
      permissions: [],
      isRemovable: true,
    })),
    activations: [],
    conditions: [],
    gaps: [],
    ...rest,
  };
}

function kept(...steps: readonly EscalationStep[]): readonly string[] {
  const shelf = new StepShelf();
  for (const one of steps) shelf.add(one);
  expect(shelf.size).toBe(shelf.steps.length);
  return shelf.steps.map(({ effort, evidence }) => `${effort} ${evidence.map(({ id }) => id).join()}`);
}

test('leaves out what rests on more and takes no less, whichever comes first', () => {
  expect(kept(step(1, ['a']), step(1, ['a', 'b']), step(2, ['A']))).toEqual(['1 a']);
  expect(kept(step(2, ['A']), step(1, ['a', 'b']), step(1, ['a']))).toEqual(['1 a']);
});

test('keeps what rests on something else, and the shorter way that rests on more', () => {
  expect(kept(step(1, ['a']), step(1, ['b']))).toEqual(['1 a', '1 b']);
  expect(kept(step(2, ['a']), step(1, ['a', 'b']))).toEqual(['2 a', '1 a,b']);
});

test('keeps a way without a condition, an approval or a gap beside one with it', () => {
  expect(kept(step(1, ['a'], { conditions: ['if'] }), step(2, ['a']))).toHaveLength(2);
  const activations = [{ assignmentId: 'e', needsMfa: false, approvers: ['x'] }];
  expect(kept(step(1, ['a'], { activations }), step(2, ['a']))).toHaveLength(2);
  expect(kept(step(2, ['a'], { conditions: ['if'] }), step(1, ['a']))).toEqual(['1 a']);
});

test('keeps steps to different nodes', () => {
  expect(kept(step(1, ['a']), step(1, ['a'], { to: { kind: 'tenant', id: '/' } }))).toHaveLength(2);
});
