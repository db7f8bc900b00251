import { describe, expect, it } from 'vitest';
import type { ValueObject } from '../../kernel/index.ts';
import {
  type AssignedPolicy,
  aliasTable,
  compilePolicy,
  evaluatePolicy,
  policySubject,
} from '../../policy/index.ts';
import { jointRemediation } from './joint-remediation.ts';
import { jointText } from './joint-text.ts';
import { applyChanges } from './property-change.ts';

const type = 'Contoso.Shop/things';
const aliases = aliasTable([
  [type, ['a', 'b', 'c'].map((name) => ({ name: `${type}/${name}`, path: `properties.${name}` }))],
]);
const options = { resolver: { aliases } };
const body: ValueObject = { type, name: 'x', properties: { a: 0, b: 0 } };
const must = (name: string, value: number): ValueObject => ({ field: `${type}/${name}`, notEquals: value });

function assigned(rule: ValueObject): AssignedPolicy {
  const { policy } = compilePolicy({ if: rule, then: { effect: 'deny' } });
  return { policy: policy!, assignment: { id: '', scope: '' } } as AssignedPolicy;
}

function jointly(rules: readonly ValueObject[], kept: readonly ValueObject[] = []) {
  const requests = rules.map((rule) => {
    const policy = assigned(rule);
    return {
      assigned: policy,
      evaluation: evaluatePolicy(policy.policy, policySubject(body), options),
      options,
    };
  });
  return { requests, result: jointRemediation(requests, kept.map(assigned)) };
}

const patch = ({ result }: ReturnType<typeof jointly>) =>
  Object.fromEntries(result.changes.map(({ pointer, after }) => [pointer, after]));

describe('one change for several policies', () => {
  it('satisfies all of them', () => {
    const joint = jointly([must('a', 1), must('b', 2), must('a', 1)]);
    expect(patch(joint)).toEqual({ '/properties/a': 1, '/properties/b': 2 });
    expect(joint.result).toMatchObject({ satisfied: [0, 1, 2], contradictions: [], unsolved: [] });
    const changed = policySubject(applyChanges(body, joint.result.changes));
    for (const { assigned: one } of joint.requests)
      expect(evaluatePolicy(one.policy, changed, options).verdict).toBe('compliant');
  });

  it('takes the one value that suits both', () => {
    expect(
      patch(
        jointly([
          { field: `${type}/a`, notIn: [1, 2] },
          { field: `${type}/a`, notIn: [2, 3] },
        ]),
      ),
    ).toEqual({ '/properties/a': 2 });
  });

  it('breaks no policy that the resource complies with', () => {
    const either = { allOf: [must('a', 1), must('b', 1)] };
    expect(patch(jointly([either], [{ field: `${type}/a`, equals: 1 }]))).toEqual({ '/properties/b': 1 });
  });

  it('names policies that contradict each other, and serves the others', () => {
    const joint = jointly([must('a', 1), must('b', 2), must('a', 3)]);
    expect(joint.result).toMatchObject({
      satisfied: [0, 1],
      contradictions: [{ position: 2, against: 0 }],
      unsolved: [],
    });
    expect(patch(joint)).toEqual({ '/properties/a': 1, '/properties/b': 2 });
    const text = jointText({
      policies: ['A', 'B', 'C'],
      result: joint.result,
      az: { commands: ['az x'], missing: ['y'] },
    });
    expect(text).toContain('  contradiction: C does not go with A');
    expect(text.slice(-2)).toEqual(['  az x', '  # y']);
  });

  it('says what only the others together rule out', () => {
    const joint = jointly([
      must('a', 1),
      must('b', 1),
      {
        anyOf: [
          {
            allOf: [
              { field: `${type}/a`, equals: 1 },
              { field: `${type}/b`, equals: 1 },
            ],
          },
          must('c', 1),
        ],
      },
    ]);
    expect(joint.result.contradictions).toEqual([{ position: 2, against: undefined }]);
    expect(
      jointText({ policies: ['A', 'B', 'C'], result: joint.result, az: { commands: [], missing: [] } }),
    ).toContain('  contradiction: C does not go with the others');
  });

  it('says for which nothing is found at all', () => {
    const joint = jointly([must('a', 1), { field: 'type', equals: type }]);
    expect(joint.result).toMatchObject({ satisfied: [0], unsolved: [1], contradictions: [] });
  });
});
