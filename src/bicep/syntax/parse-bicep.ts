import { type Diagnostic, defaultLimits, diagnostic, type Limits, Source } from '../../kernel/index.ts';
import { readDeclarations } from './declaration-parser.ts';
import { lex } from './lexer.ts';
import { pragmasOf } from './pragma.ts';
import { ProblemList } from './problem-list.ts';
import type { BicepDialect, SyntaxTree } from './syntax-tree.ts';
import { TokenCursor } from './token-cursor.ts';

/** Nesting of expressions and types in one declaration. Reaching it is a diagnostic; the declaration is left out. */
export const nestingDepthMax = 256;

/**
 * Parses a .bicep or .bicepparam file, told apart by the end of `path`. Everything that could be read is in the tree, whatever
 * else is wrong is in its diagnostics (LG70xx); never throws (articles/azure-resource-manager/bicep/file.md, parameter-files.md).
 */
export function parseBicep(path: string, text: string, limits: Limits = defaultLimits): SyntaxTree {
  const source = new Source(path, text);
  const dialect = path.toLowerCase().endsWith('.bicepparam') ? 'bicepparam' : 'bicep';
  const unusable = diagnoseText(source, limits);
  if (unusable !== undefined) return unreadableFile(source, dialect, unusable);
  const problems = new ProblemList(source);
  const tokens = lex(source, problems);
  const cursor = new TokenCursor(source, tokens, problems);
  const declarations = readDeclarations(cursor, dialect, nestingDepthMax);
  const pragmas = pragmasOf(source, tokens);
  const diagnostics = problems.finish();
  return {
    kind: 'file',
    dialect,
    source,
    declarations,
    tokens,
    pragmas,
    diagnostics,
    start: 0,
    end: text.length,
  };
}

function diagnoseText(source: Source, limits: Limits): Diagnostic | undefined {
  const { path, text } = source;
  if (text.length > limits.fileBytesMax) {
    return diagnostic('LG1002', { size: text.length, limit: limits.fileBytesMax }, path);
  }
  // UTF-16 without a byte order mark is valid UTF-8 with a NUL beside every letter.
  const nul = text.indexOf('\0');
  return nul === -1 ? undefined : diagnostic('LG1007', {}, { source, start: nul, end: nul + 1 });
}

function unreadableFile(source: Source, dialect: BicepDialect, problem: Diagnostic): SyntaxTree {
  const end = source.text.length;
  return {
    kind: 'file',
    dialect,
    source,
    declarations: [{ kind: 'unreadable', start: 0, end }],
    tokens: [
      { kind: 'unknown', start: 0, end },
      { kind: 'end', start: end, end },
    ],
    pragmas: [],
    diagnostics: [problem],
    start: 0,
    end,
  };
}
