import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeGithubData, escapeGithubProperty, githubCommand } from './github-command.ts';

/** As the runner does it, in its order. */
function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  const colons = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':');
  return colons.replaceAll('%2C', ',').replaceAll('%25', '%');
}

const text = fc
  .array(fc.constantFrom('%', '\r', '\n', ':', ',', '%25', '%0A', '%3A', '=', 'a'))
  .map((parts) => parts.join(''));

describe('githubCommand', () => {
  it('is undone by the runner', () => {
    fc.assert(fc.property(text, (value) => unescapeData(escapeGithubData(value)) === value));
    fc.assert(fc.property(text, (value) => unescapeProperty(escapeGithubProperty(value)) === value));
  });

  it('is one line whose properties end where they should', () => {
    fc.assert(
      fc.property(text, text, (title, message) => {
        const command = githubCommand('error', { file: 'a', title: `t${title}` }, message);
        expect(command).toMatch(/^::error file=a,title=[^\r\n:,]*::[^\r\n]*\n$/);
        expect(unescapeProperty(/title=(.*?)::/.exec(command)![1]!)).toBe(`t${title}`);
      }),
    );
  });

  it('leaves out what has no value', () => {
    expect(githubCommand('notice', { file: undefined, title: '' }, 'x')).toBe('::notice::x\n');
  });
});
