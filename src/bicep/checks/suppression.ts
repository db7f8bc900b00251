import type { Diagnostic } from '../../kernel/index.ts';
import type { Pragma, SyntaxTree } from '../syntax/index.ts';

/** The code that a message ends with: the compiler's, or the name of a linter rule. */
const writtenCode = /\(([A-Za-z][\w-]*)\)$/;

/**
 * The diagnostics that the file's pragmas leave (articles/azure-resource-manager/bicep/bicep-config-linter.md#silencing-false-positives).
 * As with the compiler, errors stay: only warnings and notes are silenced.
 */
export function withoutSuppressed(diagnostics: readonly Diagnostic[], tree: SyntaxTree): Diagnostic[] {
  if (tree.pragmas.length === 0) return [...diagnostics];
  return diagnostics.filter((one) => one.level === 'error' || !isSuppressed(one, tree));
}

function isSuppressed(diagnostic: Diagnostic, { pragmas, source }: SyntaxTree): boolean {
  const { span, code, message } = diagnostic;
  if (span === undefined || span.source !== source) return false;
  const names = [code, writtenCode.exec(message)?.[1]];
  const line = source.positionAt(span.start).line;
  let isDisabled = false;
  for (const pragma of pragmas) {
    const at = source.positionAt(pragma.start).line;
    if (at >= line || !isAbout(pragma, names)) continue;
    if (pragma.kind === 'disable-next-line') {
      if (at + 1 === line) return true;
    } else isDisabled = pragma.kind === 'disable-diagnostics';
  }
  return isDisabled;
}

function isAbout(pragma: Pragma, names: readonly (string | undefined)[]): boolean {
  return pragma.codes.some((code) => names.includes(code));
}
