import { expect, test } from 'vitest';
import { Unknown, type ValueObject } from '../kernel/index.ts';
import { compilePolicy } from './compile-policy.ts';
import { toEvaluationDetails } from './evaluation-details.ts';

function detailsOf(condition: ValueObject, resource: ValueObject) {
  return toEvaluationDetails(
    compilePolicy({ if: condition, then: { effect: 'audit' } }).evaluate({ type: 'a/b', ...resource }),
  );
}

test('is what Azure returns', () => {
  expect(detailsOf({ field: 'tags.env', notEquals: 'prod' }, { tags: { Env: 'dev' } })).toEqual({
    evaluationResult: 'non-compliant',
    evaluatedExpressions: [
      {
        result: 'True',
        expressionKind: 'Field',
        expression: 'tags.env',
        path: 'tags.Env',
        expressionValue: 'dev',
        targetValue: 'prod',
        operator: 'NotEquals',
      },
    ],
  });
});

test('has one entry for each element of an array', () => {
  const { evaluatedExpressions } = detailsOf(
    { field: 'properties.ports[*]', in: [22, 80] },
    { properties: { ports: [22, 443] } },
  );
  expect(
    evaluatedExpressions.map(({ result, path, expressionValue }) => [result, path, expressionValue]),
  ).toEqual([
    ['True', 'properties.ports[0]', 22],
    ['False', 'properties.ports[1]', 443],
  ]);
});

test('has the number of a count', () => {
  const { evaluatedExpressions } = detailsOf(
    {
      count: { field: 'properties.ports[*]', where: { field: 'properties.ports[*]', equals: 22 } },
      greater: 0,
    },
    { properties: { ports: [22, 443] } },
  );
  expect(evaluatedExpressions).toMatchObject([
    {
      result: 'True',
      expressionKind: 'Count',
      expression: 'properties.ports[*]',
      expressionValue: 1,
      targetValue: 0,
    },
  ]);
});

test('has the outcomes that Azure does not have', () => {
  const unknown = detailsOf({ field: 'kind', equals: 'x' }, { kind: new Unknown("parameters('kind')") });
  expect(unknown.evaluatedExpressions).toMatchObject([
    { result: 'Unknown', expressionValue: "[parameters('kind')]" },
  ]);
  const error = detailsOf({ value: "[int('x')]", equals: 1 }, {});
  expect(error).toMatchObject({
    evaluationResult: 'error',
    evaluatedExpressions: [{ result: 'Error', expressionKind: 'Value' }],
  });
  expect(error.reason).toContain('int');
});

test('prints no secret', () => {
  const secret = new Unknown('hunter2', { secret: true, type: 'string', prefix: 'hunter' });
  const details = detailsOf(
    {
      anyOf: [
        { field: 'properties.p', equals: 'x' },
        { field: 'properties', containsKey: 'y' },
        { value: "[field('properties.p')]", like: 'a' },
      ],
    },
    { properties: { p: secret } },
  );
  expect(details.evaluatedExpressions.length).toBeGreaterThan(0);
  expect(JSON.stringify(details)).not.toContain('hunter');
});

test('tells of related resources', () => {
  const { evaluate } = compilePolicy({
    if: { field: 'type', equals: 'a/b' },
    then: {
      effect: 'auditIfNotExists',
      details: { type: 'a/b/c', existenceCondition: { field: 'kind', equals: 'k' } },
    },
  });
  const related = [
    { type: 'a/b/c', id: '/1', kind: 'x' },
    { type: 'a/b/c', id: '/2', kind: 'k' },
  ];
  const details = (some: typeof related) =>
    toEvaluationDetails(evaluate({ type: 'a/b' }, { related: some })).ifNotExistsDetails;
  expect(details(related)).toEqual({ resourceId: '/2', totalResources: 2 });
  expect(details(related.slice(0, 1))).toEqual({ resourceId: null, totalResources: 1 });
});
