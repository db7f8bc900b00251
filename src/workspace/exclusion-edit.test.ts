import { describe, expect, it } from 'vitest';
import { editedText, Source } from '../kernel/index.ts';
import { addExclusions } from './add-exclusions.ts';
import { readConfig } from './config.ts';

const exclusion = { policy: 'storage-tls', fingerprint: '0123456789012345', reason: 'Say "why": # here' };

async function edited(text: string): Promise<string | undefined> {
  const source = new Source('landguard.yaml', text);
  const edit = await addExclusions(source, [exclusion]);
  return edit && editedText(source, [edit]);
}

describe('an exclusion is added to landguard.yaml', () => {
  const entry = (indent = '  ', end = '\n') =>
    [
      `${indent}- policy: storage-tls`,
      `${indent}  fingerprint: "0123456789012345"`,
      `${indent}  reason: "Say \\"why\\": # here"`,
      '',
    ].join(end);

  it.each([
    ['an empty file', '', `exclusions:\n${entry()}`],
    ['a file without exclusions', 'failOn: high\n', `failOn: high\nexclusions:\n${entry()}`],
    ['a file without a last line break', 'failOn: high', `failOn: high\nexclusions:\n${entry()}`],
    ['a file of comments', '# ours\n', `# ours\nexclusions:\n${entry()}`],
    ['a file with CRLF', 'failOn: high\r\n', `failOn: high\r\nexclusions:\r\n${entry('  ', '\r\n')}`],
    [
      'a list, behind its last item',
      'exclusions:\n  - policy: a # one\n    reason: b # two\nfailOn: high\n',
      `exclusions:\n  - policy: a # one\n    reason: b # two\n${entry()}failOn: high\n`,
    ],
    [
      'a list without indentation',
      'exclusions:\n- reason: >\n    long\n    text\n- reason: b',
      `exclusions:\n- reason: >\n    long\n    text\n- reason: b\n${entry('')}`,
    ],
    [
      'a list that ends with a block of text',
      'exclusions:\n  - reason: |\n      text\n',
      `exclusions:\n  - reason: |\n      text\n${entry()}`,
    ],
  ])('to %s', async (_, text, expected) => {
    const result = await edited(text);
    expect(result).toBe(expected);
    const { config, diagnostics } = readConfig('landguard.yaml', result!);
    expect(diagnostics).toEqual([]);
    expect(config.exclusions?.at(-1)).toEqual(exclusion);
  });

  it.each([
    ['a broken file', 'a: [\n'],
    ['a list in brackets', 'exclusions: [{ reason: a }]\n'],
    ['no list', 'exclusions: a\n'],
    ['an empty list', 'exclusions:\n'],
    ['a file in braces', '{ failOn: high }\n'],
    ['a file that is a list', '- a\n'],
  ])('but not to %s', async (_, text) => {
    expect(await edited(text)).toBeUndefined();
  });
});
