import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver';
import { parseJson } from '../kernel/index.ts';
import { documentSymbols } from './document-symbols.ts';

const outline = (symbols: readonly DocumentSymbol[]): unknown[] =>
  symbols.map(({ name, detail, children = [] }) => {
    const head = `${name} ${detail}`.trim();
    return children.length === 0 ? head : [head, ...outline(children)];
  });
const of = (content: object) => documentSymbols(parseJson('a.json', JSON.stringify(content)));

it.each<[string, object, unknown[]]>([
  [
    'parameters and outputs',
    { parameters: { a: { type: 'int' } }, outputs: { b: { type: 'bool' } } },
    ['a int', 'b bool'],
  ],
  ['symbolic names', { resources: { st: { type: 't', name: 'n' } } }, ['st t']],
  [
    'children',
    { resources: [{ type: 't', name: 'n', resources: [{ type: 'u', name: 'm' }] }] },
    [['n t', 'm u']],
  ],
  [
    'nested templates',
    {
      resources: [
        {
          type: 'Microsoft.Resources/deployments',
          name: 'd',
          properties: { template: { variables: { v: 1 }, resources: [{ type: 't', name: 'n' }] } },
        },
      ],
    },
    [['d Microsoft.Resources/deployments', 'v', 'n t']],
  ],
  [
    'nothing of the wrong shape',
    { parameters: [1], variables: 'x', resources: [1, null], outputs: null },
    ['(no name)', '(no name)'],
  ],
])('an outline has %s', (_, content, expected) => {
  expect(outline(of(content))).toEqual(expected);
});

it('holds the name of each symbol in its range, whatever the text', () => {
  const check = (symbols: readonly DocumentSymbol[]): void => {
    for (const { range, selectionRange, children = [], name } of symbols) {
      const isBefore = (a: DocumentSymbol['range']['start'], b: DocumentSymbol['range']['start']) =>
        a.line < b.line || (a.line === b.line && a.character <= b.character);
      expect(isBefore(range.start, selectionRange.start) && isBefore(selectionRange.end, range.end)).toBe(
        true,
      );
      expect(name).not.toBe('');
      check(children);
    }
  };
  const part = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"resources"',
    '"name"',
    '"parameters"',
    '"a"',
    '\n',
    '1',
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => check(documentSymbols(parseJson('a.json', parts.join(''))))),
  );
});
