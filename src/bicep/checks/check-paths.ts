import type { TextSyntax } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';

/** Paths of modules and imports that no file can have (articles/azure-resource-manager/bicep/modules.md#file-reference). */
export function checkPaths(file: CheckedFile): void {
  for (const { declaration } of file.binding.modules) checkPath(declaration.path, file);
  for (const { path } of file.binding.imports) checkPath(path, file);
}

const forbidden = '"*:<>?|';

function checkPath(path: TextSyntax, file: CheckedFile): void {
  if (path.kind === 'interpolation') file.report('LG7245', { what: 'a path', bcp: 'BCP092' }, path);
  if (path.kind !== 'string' || /^(br|ts)[:/]/.test(path.value)) return;
  const problem = pathProblem(path.value);
  if (problem !== undefined) file.report('LG7242', { path: path.value, ...problem }, path);
}

/** Why no file can have a path; `undefined` where one can. */
export function pathProblem(path: string): { readonly problem: string; readonly bcp: string } | undefined {
  if (path === '') return { problem: 'is empty', bcp: 'BCP050' };
  if (path.startsWith('/')) return { problem: 'is absolute', bcp: 'BCP051' };
  if (path.includes('\\')) return { problem: 'has a `\\`', bcp: 'BCP098' };
  const character = [...path].find((one) => forbidden.includes(one));
  if (character !== undefined) return { problem: `has a \`${character}\``, bcp: 'BCP085' };
  if (path.endsWith('.') || path.endsWith(' ')) return { problem: 'ends with a dot or blank', bcp: 'BCP086' };
  return undefined;
}
