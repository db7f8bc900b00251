import type { TokenKind } from './token.ts';

const named: readonly TokenKind[] = ['identifier'];
/** The name may be missing, as while it is typed. */
const namedOrText: readonly TokenKind[] = ['identifier', 'string', 'stringStart'];

/** The words that begin a declaration, each with what follows it (Azure/bicep, docs/grammar.md and docs/params-file-grammar.md). */
export const declarationKeywords: ReadonlyMap<string, readonly TokenKind[]> = new Map<
  string,
  readonly TokenKind[]
>([
  ['targetScope', ['=']],
  ['metadata', named],
  ['param', named],
  ['var', named],
  ['resource', namedOrText],
  ['module', namedOrText],
  ['output', named],
  ['type', named],
  ['func', named],
  ['assert', named],
  ['test', namedOrText],
  ['import', ['{', '*', 'string']],
  ['extension', namedOrText],
  ['provider', ['string']],
  ['using', ['identifier', 'string']],
  ['extends', ['string']],
  ['extensionConfig', named],
]);
