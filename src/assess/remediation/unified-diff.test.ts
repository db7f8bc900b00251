import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../files/temporary-folder.case.ts';
import { editedText, Source, type TextEdit } from '../../kernel/index.ts';
import { unifiedDiff } from './unified-diff.ts';

const lines = Array.from({ length: 30 }, (_, index) => `  "line${index}": ${index},`);
const source = new Source('a.json', ['{', ...lines, '  "end": true', '}', ''].join('\n'));
const replace = (old: string, text: string): TextEdit => {
  const start = source.text.indexOf(old);
  return { source, start, end: start + old.length, text };
};

describe('a unified diff', () => {
  it('shows a change with the lines around it', () => {
    expect(unifiedDiff(source, [replace('"line5": 5', '"line5": 50')])?.split('\n')).toEqual([
      '--- a/a.json',
      '+++ b/a.json',
      '@@ -4,7 +4,7 @@',
      ` ${lines[2]}`,
      ` ${lines[3]}`,
      ` ${lines[4]}`,
      '-  "line5": 5,',
      '+  "line5": 50,',
      ` ${lines[6]}`,
      ` ${lines[7]}`,
      ` ${lines[8]}`,
    ]);
  });

  it('is none without a change', () => {
    expect(unifiedDiff(source, [replace('"line5": 5', '"line5": 5')])).toBeUndefined();
  });

  it('is what git applies', () => {
    const line = fc.nat(29);
    const edit = fc.tuple(line, fc.constantFrom('x', 'two\n  lines', ''));
    fc.assert(
      fc.property(fc.uniqueArray(edit, { selector: ([at]) => at, minLength: 1, maxLength: 5 }), (wanted) => {
        const edits = wanted.map(([at, text]) => replace(`"line${at}": ${at},`, text));
        const diff = unifiedDiff(source, edits);
        const folder = temporaryFolder({ 'a.json': source.text, 'a.patch': `${diff}\n` });
        execFileSync('git', ['apply', 'a.patch'], { cwd: folder, stdio: 'ignore' });
        expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(editedText(source, edits));
      }),
      { numRuns: 25 },
    );
  });

  const secret = new Source(
    'b.json',
    ['{', '  "a": 1,', '  "adminPassword": "not-a-real-one",', '  "b": 2,', '  "c": 3', '}'].join('\n'),
  );
  const edit = (old: string, text: string): TextEdit => {
    const start = secret.text.indexOf(old);
    return { source: secret, start, end: start + old.length, text };
  };

  it('leaves out lines around a change that hold a secret', () => {
    const diff = unifiedDiff(secret, [edit('"b": 2', '"b": 20')]);
    expect(diff).toContain('+  "b": 20,');
    expect(diff).not.toContain('not-a-real-one');
    expect(diff).not.toContain('"a"');
  });

  it('is none where a changed line holds a secret, before or after', () => {
    expect(unifiedDiff(secret, [edit('not-a-real-one', 'another-one')])).toBeUndefined();
    expect(unifiedDiff(secret, [edit('"b": 2', '"clientSecret": "not-a-real-one"')])).toBeUndefined();
  });
});
