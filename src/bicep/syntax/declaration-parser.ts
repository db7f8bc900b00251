import { suggest } from '../../kernel/index.ts';
import type { DeclarationSyntax } from './declaration-syntax.ts';
import { readDecorators } from './decorator-parser.ts';
import { expectations } from './expectation.ts';
import { fileDeclarations, parameterFileDeclarations } from './file-declarations.ts';
import { type DeclarationHead, type DeclarationReader, Grammar } from './grammar.ts';
import { NestingProblem } from './nesting.ts';
import { readNestedResource } from './resource-declaration.ts';
import type { UnreadableSyntax } from './syntax-range.ts';
import type { BicepDialect } from './syntax-tree.ts';
import { templateDeclarations } from './template-declarations.ts';
import type { TokenCursor } from './token-cursor.ts';

const readers: Readonly<Record<BicepDialect, ReadonlyMap<string, DeclarationReader>>> = {
  bicep: new Map(Object.entries({ ...templateDeclarations, ...fileDeclarations })),
  bicepparam: new Map(Object.entries({ ...parameterFileDeclarations, ...fileDeclarations })),
};

/** Reads the declarations of a file; a broken one costs one. No tree is deeper than a small multiple of `depthMax`. */
export function readDeclarations(
  cursor: TokenCursor,
  dialect: BicepDialect,
  depthMax: number,
): readonly DeclarationSyntax[] {
  return new DeclarationParser(cursor, dialect, depthMax).declarations();
}

class DeclarationParser {
  readonly #cursor: TokenCursor;
  readonly #dialect: BicepDialect;
  readonly #grammar: Grammar;

  constructor(cursor: TokenCursor, dialect: BicepDialect, depthMax: number) {
    this.#cursor = cursor;
    this.#dialect = dialect;
    this.#grammar = new Grammar(cursor, depthMax, readNestedResource);
  }

  declarations(): readonly DeclarationSyntax[] {
    const declarations: DeclarationSyntax[] = [];
    this.#cursor.skipNewline();
    while (this.#cursor.kind !== 'end') {
      declarations.push(this.#declaration());
      this.#endOfLine();
    }
    return declarations;
  }

  #declaration(): DeclarationSyntax {
    const cursor = this.#cursor;
    const { position, start } = cursor;
    this.#grammar.expressions.reset();
    try {
      const decorators = readDecorators(cursor, this.#grammar.expressions);
      const reader = cursor.kind === 'identifier' ? readers[this.#dialect].get(cursor.textAt(0)) : undefined;
      if (reader === undefined) return this.#unknown({ decorators, start });
      return reader(this.#grammar, { decorators, start });
    } catch (error) {
      if (!(error instanceof NestingProblem)) throw error;
      cursor.reportToken('LG7014', { limit: this.#grammar.nesting.limit });
      const reached = cursor.position;
      cursor.position = position;
      cursor.skipToDeclaration(reached);
      return { kind: 'unreadable', start, end: cursor.end };
    }
  }

  #endOfLine(): void {
    const cursor = this.#cursor;
    const isNextDeclaration = cursor.isLineStart && (cursor.kind === '@' || cursor.beginsDeclaration());
    if (isNextDeclaration || cursor.kind === 'end' || cursor.takeIf('newline')) return;
    cursor.report(expectations.endOfLine);
    cursor.skipToDeclaration();
  }

  #unknown({ decorators, start }: DeclarationHead): UnreadableSyntax {
    const cursor = this.#cursor;
    const last = decorators.at(-1);
    if (last !== undefined && cursor.kind !== 'identifier') {
      if (last.expression.kind !== 'unreadable') cursor.reportRange('LG7013', { bcp: 'BCP132' }, last);
    } else {
      const bcp = this.#dialect === 'bicep' ? 'BCP007' : 'BCP337';
      cursor.reportToken('LG7010', { bcp, advice: this.#adviceOn(cursor.textAt(0)) });
    }
    cursor.skipToDeclaration();
    return { kind: 'unreadable', start, end: Math.max(start, cursor.end) };
  }

  #adviceOn(word: string): string {
    const other = this.#dialect === 'bicep' ? 'bicepparam' : 'bicep';
    if (readers[other].has(word)) return `\`${word}\` belongs in a .${other} file`;
    const words = [...readers[this.#dialect].keys()];
    return suggest(
      word,
      words,
      `a declaration begins with ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
    );
  }
}
