const problems: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  ELOOP: 'its symbolic links go in a circle',
  ENAMETOOLONG: 'its path is too long',
  EBUSY: 'another program is using it',
};

/** What the operating system refused, in the words of a diagnostic. `named` is the path that the diagnostic says already. */
export function operatingProblem(error: unknown, named?: string): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  const problem = code === undefined ? undefined : problems[code];
  if (problem === undefined) return error.message.replaceAll(/\s+/g, ' ');
  return path === undefined || path === named ? problem : `${problem}: \`${path}\``;
}
