import { describe, expect, it } from 'vitest';
import { answerFacts, contextOfHead, listOf } from './answer.ts';

describe('listOf', () => {
  it.each([
    ['a list', [1, 2], [1, 2]],
    ['an answer of Azure Resource Manager', { value: [1], nextLink: 'x' }, [1]],
    ['an answer of Resource Graph', { count: 1, data: [{ a: 1 }] }, [{ a: 1 }]],
    [
      'an answer of Resource Graph as a table',
      { data: { columns: [{ name: 'id' }, { name: 'kind' }], rows: [['/a', null], ['/b']] } },
      [
        { id: '/a', kind: null },
        { id: '/b', kind: null },
      ],
    ],
  ])('finds the list in %s', (_, value, list) => {
    expect(listOf(value)).toEqual(list);
  });

  it.each([
    ['a resource with a list called value', { id: '/x', value: [1] }],
    ['an object without a list', { value: 'x', data: { columns: [] } }],
    ['a text', 'x'],
    ['null', null],
  ])('finds none in %s', (_, value) => {
    expect(listOf(value)).toBeUndefined();
  });
});

describe('answerFacts', () => {
  it.each([
    [
      'the REST answer of Resource Graph',
      { totalRecords: 7, count: 2, $skipToken: 't', data: [] },
      { count: 2, total: 7, hasMore: true },
    ],
    [
      'what az prints of it',
      { total_records: 7, count: 7, skip_token: null, data: [] },
      { count: 7, total: 7, hasMore: false },
    ],
    [
      'a page of Azure Resource Manager',
      { nextLink: 'https://management.azure.com/x', value: [] },
      { count: 5, total: undefined, hasMore: true },
    ],
    ['its last page', { nextLink: '', value: [] }, { count: 5, total: undefined, hasMore: false }],
    [
      'a page of Microsoft Graph',
      { '@odata.nextLink': 'x', value: [] },
      { count: 5, total: undefined, hasMore: true },
    ],
  ])('reads %s', (_, answer, facts) => {
    expect(answerFacts(answer, 5)).toEqual(facts);
  });
});

describe('contextOfHead', () => {
  it('reads what the part before a list says', () => {
    expect(contextOfHead('{"@odata.context":"https://graph/$metadata#users","value":[')).toBe(
      'https://graph/$metadata#users',
    );
  });

  it.each([undefined, '{"value":[', '{"@odata.context":7,"value":[', '{"@odata.context" "value":['])(
    'finds nothing in %s',
    (head) => {
      expect(contextOfHead(head)).toBeUndefined();
    },
  );
});
