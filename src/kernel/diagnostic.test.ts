import { describe, expect, it } from 'vitest';
import { Diagnostics, diagnostic } from './diagnostic.ts';
import { diagnosticCatalogue } from './diagnostic-catalogue.ts';
import { Source } from './span.ts';

const source = new Source('f.json', 'abc');

describe('a diagnostic', () => {
  it('fills the holes of its message and advice', () => {
    expect(diagnostic('LG2006', { name: 'x', suggestion: 'did you mean `y`?' })).toEqual({
      code: 'LG2006',
      level: 'error',
      message: 'there is no parameter `x`',
      advice: 'did you mean `y`?',
    });
  });

  it('does not fill holes in what is filled in, and cuts what is long', () => {
    expect(diagnostic('LG2006', { name: '{suggestion}', suggestion: 's' }).message).toContain(
      '`{suggestion}`',
    );
    expect(diagnostic('LG2006', { name: 'x'.repeat(1000), suggestion: 's' }).message.length).toBeLessThan(
      400,
    );
  });

  it('knows its place', () => {
    const span = { source, start: 1, end: 2 };
    expect(diagnostic('LG1007', {}, span)).toMatchObject({ span, file: 'f.json' });
    expect(diagnostic('LG1007', {}, 'g.json')).toMatchObject({ file: 'g.json' });
    expect(diagnostic('LG1007')).not.toHaveProperty('file');
  });
});

describe('Diagnostics', () => {
  it('keeps the same statement at the same place once', () => {
    const diagnostics = new Diagnostics();
    for (const start of [0, 0, 1])
      diagnostics.report('LG2020', { reference: 'r' }, { source, start, end: 2 });
    diagnostics.report('LG2020', { reference: 'other' }, { source, start: 0, end: 2 });
    expect(diagnostics.list.map((entry) => entry.span?.start)).toEqual([0, 1, 0]);
  });

  it('knows errors from warnings', () => {
    const diagnostics = new Diagnostics();
    diagnostics.report('LG2009', { name: 'x' });
    expect(diagnostics.hasErrors).toBe(false);
    diagnostics.report('LG2006', { name: 'x', suggestion: '' });
    expect(diagnostics.hasErrors).toBe(true);
  });
});

describe('the catalogue', () => {
  it.each(Object.entries(diagnosticCatalogue))(
    '%s is written as the others are',
    (code, { message, advice }) => {
      expect(code).toMatch(/^LG[1-8]\d{3}$/);
      for (const text of [message, advice]) {
        expect(text).not.toMatch(/[.\n]$/);
        expect(text.replace(/\{\w+\}/g, '').match(/[{}]/g)).toBeNull();
      }
      expect(message).toMatch(/^[a-z`{]|^.*\.yaml/);
    },
  );
});
