import { expect, it } from 'vitest';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { PublishedDiagnostics } from './published-diagnostics.ts';

const one = (message: string, line = 0): Diagnostic => ({
  message,
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
});

function publishing() {
  const sent: PublishDiagnosticsParams[] = [];
  const published = new PublishedDiagnostics((params) => sent.push(params));
  const say = (said: Record<string, Diagnostic[]>, version?: number) => {
    sent.length = 0;
    published.publish(new Map(Object.entries(said)), (uri) => (uri === 'open' ? version : undefined));
    return sent.map(({ uri, version: of, diagnostics }) => [
      uri,
      of,
      diagnostics.map(({ message }) => message),
    ]);
  };
  return say;
}

it('says what is new, and clears what is no longer said', () => {
  const say = publishing();
  expect(say({ open: [one('a')], other: [one('b')] }, 1)).toEqual([
    ['open', 1, ['a']],
    ['other', undefined, ['b']],
  ]);
  expect(say({ open: [one('a')], other: [one('b')] }, 1)).toEqual([]);
  expect(say({ open: [one('a')], other: [one('c')] }, 1)).toEqual([['other', undefined, ['c']]]);
  expect(say({ open: [one('a')] }, 1)).toEqual([['other', undefined, []]]);
  expect(say({ open: [one('a')] }, 1)).toEqual([]);
});

it('answers each version of an open document, and says nothing of a file without mistakes that is not open', () => {
  const say = publishing();
  expect(say({ open: [], other: [] }, 1)).toEqual([['open', 1, []]]);
  expect(say({ open: [], other: [] }, 2)).toEqual([['open', 2, []]]);
});

it('says the same once, in the order of the text', () => {
  expect(publishing()({ open: [one('b', 2), one('a', 2), one('c', 1), one('b', 2)] }, 1)).toEqual([
    ['open', 1, ['c', 'a', 'b']],
  ]);
});
