/** What is wrong with a path from one file to another, with the code that the compiler has for it; `undefined` where nothing is. */
export function pathProblem(path: string): string | undefined {
  if (path === '') return 'it is empty (BCP050)';
  if (path.startsWith('/')) return 'it is not relative to the file (BCP051)';
  if (path.includes('\\')) return 'folders are separated by `/` (BCP098)';
  if (/["*:<>?|]/.test(path)) return 'it holds one of the characters " * : < > ? | (BCP085)';
  return undefined;
}
