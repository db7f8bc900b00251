import { cut, plainText } from './plain-text.ts';

const special = /[\\`*_[\]<>|~$&#@]|:(?=\/\/)|(?<=www)\./gi;
const invisibleBreak = '&#8203;';

/**
 * Escapes text for GitHub-flavoured Markdown and HTML, as character references, which are never syntax
 * (CommonMark 0.31 §2.5; GFM 0.29 §6.9 for links without brackets). Mentions and issue references are found after
 * that in what is displayed; an invisible space stops them.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(special, (character) => {
    const reference = `&#${character.charCodeAt(0)};`;
    return character === '@' || character === '#' ? reference + invisibleBreak : reference;
  });
}

/** Text from outside for a cell or a line: harmless, and no longer than `lengthMax` before it is escaped. */
export function markdownText(text: string, lengthMax = 300): string {
  return escapeMarkdown(cut(plainText(text), lengthMax));
}
