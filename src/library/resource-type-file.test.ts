import { describe, expect, it } from 'vitest';
import { decideIndexed, packResourceType, unpackResourceType } from './resource-type-file.ts';

describe('resource types', () => {
  it.each(['TL-2024-01-01', 'FN-', '??I', 'TLD2024-01-01-preview', '?L-'])(
    'reads and writes %s',
    (packed) => {
      expect(packResourceType(unpackResourceType(packed))).toBe(packed);
    },
  );

  // The reasons are in facts/SOURCES.md.
  it.each([
    ['a/b', 'TL-', true],
    ['a/b', 'T?-', true],
    ['a/b', 'TN-', true],
    ['a/b', 'FL-', false],
    ['a/b', '?L-', undefined],
    ['a/b', '?LI', true],
    ['a/b/c', 'TL-', true],
    ['a/b/c', 'T?-', true],
    ['a/b/c', 'TN-', false],
    ['a/b/c', 'TLD', false],
    ['a/b/c', 'FLI', false],
    ['a/b/c', '??I', true],
    ['a/b/c', '?NI', undefined],
    ['a/b/c', '??-', undefined],
  ])('the approximation %s %s: %s', (type, packed, isIndexed) => {
    expect(decideIndexed(type, unpackResourceType(packed), false)).toBe(isIndexed);
  });

  it.each([
    ['a/b', 'TL-', true],
    ['a/b/c', 'TL-', true],
    ['a/b', 'TN-', false],
    ['a/b', 'T?-', false],
    ['a/b', 'FN-', false],
    ['a/b', '??-', undefined],
    ['microsoft.resources/subscriptions', 'TL-', false],
  ])('what Azure states %s %s: %s', (type, packed, isIndexed) => {
    expect(decideIndexed(type, unpackResourceType(packed), true)).toBe(isIndexed);
  });
});
