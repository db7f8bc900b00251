/** Whether a text is meant as the address of a git repository, not as a path. */
export function looksLikeGitAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:(\/\/|:)/i.test(text) || scpForm.test(text);
}

/**
 * Why git must not be given this address; `undefined` when it may. Only https, ssh and file are used: `ext::` and other remote
 * helpers run commands (gitremote-helpers(7)), http and git are not encrypted.
 */
export function gitAddressProblem(address: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
  if (/[\u0000-\u0020\u007f]/.test(address)) return 'the address has blanks or control characters';
  if (address.startsWith('-')) return 'the address begins with `-`';
  if (/^[a-z0-9+.-]+::/i.test(address)) return 'addresses with `::` run a program and are not used';
  if (scpForm.test(address)) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) return 'it is not the address of a git repository';
  if (!['https:', 'ssh:', 'file:'].includes(url.protocol))
    return 'only https, ssh and file addresses are used';
  if (url.password !== '' || (url.protocol === 'https:' && url.username !== '')) {
    return 'the address holds a password or token, which would be kept in the library; use the credential helper of git';
  }
  if (url.hostname.startsWith('-')) return 'the host begins with `-`';
  if (url.protocol === 'https:' && /\.(zip|tar|tgz|tar\.gz)$/i.test(url.pathname)) {
    return 'archives are not downloaded; download it and give the file';
  }
  return undefined;
}

// user@host:path, without a slash before the colon, as in git-clone(1); one letter before it would be a drive of Windows.
const scpForm = /^[a-z0-9_][a-z0-9_.-]*@[a-z0-9][a-z0-9.-]*:[^:]+$/i;
