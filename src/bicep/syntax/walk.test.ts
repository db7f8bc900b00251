import { describe, expect, it } from 'vitest';
import { samples } from './sample.case.ts';
import { parseValid, show } from './show.case.ts';
import { childrenOf } from './syntax-node.ts';
import { walk } from './walk.ts';

describe('walk', () => {
  it('enters and leaves in the order of the file', () => {
    const steps: string[] = [];
    walk(parseValid('var a = b + f(1)'), {
      enter: (node) => {
        steps.push(`+${node.kind}`);
        return undefined;
      },
      leave: (node) => {
        steps.push(`-${node.kind}`);
      },
    });
    const expected =
      '+file +variable +name -name +binary +reference -reference +call +name -name +integer -integer -call -binary -variable -file';
    expect(steps.join(' ')).toBe(expected);
  });

  it('passes over the children where it is told to', () => {
    const kinds: string[] = [];
    walk(parseValid('var a = f(b)\nvar c = d'), {
      enter: (node) => {
        kinds.push(node.kind);
        return node.kind !== 'call';
      },
    });
    expect(kinds).toEqual(['file', 'variable', 'name', 'call', 'variable', 'name', 'reference']);
  });

  it.each(Object.entries(samples))('meets every name and reference of %s, in order', (path, text) => {
    const starts: number[] = [];
    const names = new Set<string>();
    walk(parseValid(text, path), {
      enter: (node) => {
        starts.push(node.start);
        if (node.kind === 'name' || node.kind === 'reference') names.add(show(node));
        return undefined;
      },
    });
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    const declared = [...text.matchAll(/^ *(?:param|var|resource|module|type|func|output) (\w+)/gm)].map(
      (match) => match[1] ?? '',
    );
    expect(declared.length).toBeGreaterThan(4);
    expect(declared.filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('childrenOf', () => {
  it('leaves out what is not given', () => {
    const [declaration] = parseValid('param a string').declarations;
    expect(declaration && childrenOf(declaration).map((node) => node.kind)).toEqual(['name', 'typeName']);
  });
});
