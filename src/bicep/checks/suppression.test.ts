import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../kernel/index.ts';
import { parseBicep } from '../syntax/index.ts';
import { check, shown } from './checked.case.ts';
import { withoutSuppressed } from './suppression.ts';

const notes = (text: string) =>
  check(text)
    .filter(({ level }) => level === 'note')
    .map(({ message }) => /`([^`]+)`/.exec(message)?.[1]);

describe('pragmas', () => {
  it('silence a rule in the next line', () => {
    expect(notes('param a string\nparam b string')).toEqual(['a', 'b']);
    expect(notes('#disable-next-line no-unused-params\nparam a string\nparam b string')).toEqual(['b']);
    expect(notes('#disable-next-line no-unused-vars\nparam a string')).toEqual(['a']);
    expect(notes('#disable-next-line BCP081 no-unused-params // why\nparam a string')).toEqual([]);
    expect(notes('#disable-next-line LG7298\nparam a string')).toEqual([]);
  });

  it('silence a rule from one line to another', () => {
    const text =
      'param a string\n#disable-diagnostics no-unused-params\nparam b string\n#restore-diagnostics no-unused-params\nparam c string';
    expect(notes(text)).toEqual(['a', 'c']);
  });

  it('leave errors', () => {
    expect(check('#disable-next-line BCP057\noutput a string = missing').map(shown)).toEqual([
      'LG7201 BCP057 44-51',
    ]);
  });
});

describe('suppression', () => {
  const lines = fc.array(
    fc.constantFrom(
      'var x = 1',
      '#disable-next-line r',
      '#disable-diagnostics r',
      '#restore-diagnostics r',
      '#disable-next-line other',
    ),
    { maxLength: 12 },
  );

  it('follows the lines: the line before, else the last pragma that opens or closes a range', () => {
    fc.assert(
      fc.property(lines, (list) => {
        const tree = parseBicep('main.bicep', list.join('\n'));
        const at = (index: number) => list.slice(0, index).join('\n').length + (index === 0 ? 0 : 1);
        const found = list.flatMap((line, index) => {
          if (line.startsWith('#')) return [];
          const span = { source: tree.source, start: at(index), end: at(index) + 1 };
          return [diagnostic('LG7298', { what: 'variable', name: String(index), rule: 'r' }, span)];
        });
        const expected = found.filter((_, nth) => {
          const index = list.flatMap((line, one) => (line.startsWith('#') ? [] : [one]))[nth] ?? 0;
          const range = list.slice(0, index).findLast((line) => /^#(disable-d|restore)/.test(line));
          return list[index - 1] !== '#disable-next-line r' && !range?.startsWith('#disable');
        });
        expect(withoutSuppressed(found, tree)).toEqual(expected);
      }),
    );
  });
});
