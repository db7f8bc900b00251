import { describe, expect, it } from 'vitest';
import { defaultLimits, type JsonNode, plainValue, spanOf } from '../../kernel/index.ts';
import { parseYaml } from './yaml-node.ts';

function read(text: string): unknown {
  const parsed = parseYaml('values.yaml', text, defaultLimits);
  if ('problem' in parsed) return { problem: parsed.problem };
  return parsed.root === undefined ? undefined : plainValue(parsed.root);
}

describe('a YAML file', () => {
  it.each<[string, unknown]>([
    ['a: 1\nb: [x, true, ~]\nc:\n  d: 1.5', { a: 1, b: ['x', true, null], c: { d: 1.5 } }],
    ["'1': '2'\n3: 4", { '1': '2', '3': 4 }],
    ['- 9007199254740993', [9007199254740993n]],
    ['a: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
    ['when: 2026-01-01', { when: '2026-01-01' }],
    ['text: |\n  one\n  two\n', { text: 'one\ntwo\n' }],
    ['', undefined],
  ])('%j', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each<[string, RegExp]>([
    ['a: [1', /^line 1: /],
    ['a: 1\na: 2', /^line 2: Map keys must be unique/],
    ['a: 1\n---\nb: 2', /^line 2: .*multiple documents/],
    ['? [a]\n: 1', /^line 1: the name of a property is not a plain text$/],
    ['__proto__: 1', /^line 1: the name of a property is not a plain text$/],
    ['a: .nan', /^line 1: JSON has no number like this$/],
    ['a: *nowhere', /^line 1: nothing is called `nowhere`$/],
    ['a: &x [*x]', /nested too deeply$/],
    [`a: ${'['.repeat(100_000)}`, /nested too deeply$|^line 1: /],
    [
      `a: &a [1,1,1,1,1,1,1,1,1]\n${[...'bcdefgh'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`).join('\n')}`,
      /has more than 200000 values$/,
    ],
  ])('%# is refused', (text, problem) => {
    expect((read(text) as { problem: string }).problem).toMatch(problem);
  });

  it('keeps the places of its values', () => {
    const parsed = parseYaml('values.yaml', 'a:\n  b: text\n', defaultLimits);
    const root = 'root' in parsed ? parsed.root : undefined;
    const inner: JsonNode | undefined =
      root?.kind === 'object' && root.properties[0]?.value.kind === 'object'
        ? root.properties[0].value.properties[0]?.value
        : undefined;
    expect(inner && spanOf(inner)).toMatchObject({ start: 8, end: 12 });
  });
});
