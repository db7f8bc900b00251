import { readBodyValue } from './body-parser.ts';
import type { BodySyntax, ResourceDeclaration } from './declaration-syntax.ts';
import { readDecorators } from './decorator-parser.ts';
import { expectations } from './expectation.ts';
import type { DeclarationHead, Grammar } from './grammar.ts';
import { isNestedResource } from './nested-resource.ts';
import type { UnreadableSyntax } from './syntax-range.ts';

/** `resource name 'type@version' existing = body`. */
export function readResource(grammar: Grammar, head: DeclarationHead): ResourceDeclaration {
  const { cursor } = grammar;
  const name = grammar.name(expectations.resourceName);
  const type = grammar.text(expectations.resourceType);
  const isExisting = cursor.isWord('existing');
  if (isExisting) cursor.take();
  const body = readBody(grammar, true);
  return { kind: 'resource', ...head, name, type, isExisting, body, end: cursor.end };
}

/** `= { ... }`, `= if (condition) { ... }` or `= [for item in items: ...]`. */
export function readBody(grammar: Grammar, mayHoldResources: boolean): BodySyntax {
  const { cursor } = grammar;
  cursor.expect('=');
  if (cursor.isWord('if', 1)) cursor.skipNewline();
  return readBodyValue(cursor, grammar.expressions, mayHoldResources);
}

/** A resource in the body of another; nothing when a declaration of the file stands here, behind a body that is not closed. */
export function readNestedResource(grammar: Grammar): ResourceDeclaration | UnreadableSyntax | undefined {
  const { cursor, expressions } = grammar;
  const { position, start } = cursor;
  const decorators = readDecorators(cursor, expressions);
  if (isNestedResource(cursor)) {
    grammar.nesting.enter();
    const resource = readResource(grammar, { decorators, start });
    grammar.nesting.leave();
    return resource;
  }
  if (cursor.beginsDeclaration()) {
    cursor.position = position;
    return undefined;
  }
  const last = decorators.at(-1);
  if (last !== undefined && last.expression.kind !== 'unreadable') {
    cursor.reportRange('LG7013', { bcp: 'BCP153' }, last);
  }
  return { kind: 'unreadable', start, end: cursor.end };
}
