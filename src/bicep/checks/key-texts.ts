import { type BicepSymbol, type Binding, unwrapped } from '../binding/index.ts';
import type { ExpressionSyntax } from '../syntax/index.ts';
import { calledFunction } from './called-function.ts';

/** The texts that an index can be; `open` where it can be any, `undefined` where that is not plain. */
export type KeyTexts = readonly string[] | 'open' | undefined;

const textCountMax = 64;

/** Follows an index through variables, conditions and written lists. What a parameter decides is open. */
export function keyTexts(
  expression: ExpressionSyntax,
  binding: Binding,
  seen = new Set<BicepSymbol>(),
): KeyTexts {
  const syntax = unwrapped(expression);
  switch (syntax.kind) {
    case 'string':
      return [syntax.value];
    case 'interpolation':
      return joined(
        syntax.segments,
        syntax.expressions.map((one) => keyTexts(one, binding, seen)),
      );
    case 'ternary':
      return either(keyTexts(syntax.whenTrue, binding, seen), keyTexts(syntax.whenFalse, binding, seen));
    case 'reference': {
      const symbol = binding.symbolOf.get(syntax);
      if (symbol?.kind === 'parameter') return isPlainText(symbol.declaration.type) ? 'open' : undefined;
      if (symbol?.kind !== 'variable' || seen.has(symbol)) return undefined;
      return keyTexts(symbol.declaration.value, binding, new Set([...seen, symbol]));
    }
    case 'index': {
      const items = writtenItems(syntax.target, binding);
      const at = unwrapped(syntax.index);
      const item = at.kind === 'integer' ? items?.[Number(at.value)] : undefined;
      return item === undefined ? undefined : keyTexts(item, binding, seen);
    }
    case 'call':
      return ofCall(syntax, binding, seen);
    default:
      return undefined;
  }
}

function ofCall(
  syntax: ExpressionSyntax & { kind: 'call' },
  binding: Binding,
  seen: Set<BicepSymbol>,
): KeyTexts {
  const name = calledFunction(syntax, binding)?.name;
  const [first] = syntax.args;
  if (name === 'any') return 'open';
  if (first === undefined || (name !== 'first' && name !== 'last')) return undefined;
  const item = writtenItems(first, binding)?.at(name === 'first' ? 0 : -1);
  return item === undefined ? undefined : keyTexts(item, binding, seen);
}

/** The items of a list that is written, itself or in a variable. */
function writtenItems(
  expression: ExpressionSyntax,
  binding: Binding,
): readonly ExpressionSyntax[] | undefined {
  const syntax = unwrapped(expression);
  const symbol = syntax.kind === 'reference' ? binding.symbolOf.get(syntax) : undefined;
  const list = symbol?.kind === 'variable' ? unwrapped(symbol.declaration.value) : syntax;
  if (list.kind !== 'array') return undefined;
  const items = list.items.filter((item) => item.kind !== 'spread');
  return items.length === list.items.length ? items : undefined;
}

function isPlainText(type: { readonly kind: string; readonly name?: unknown }): boolean {
  return type.kind === 'typeName' && type.name === 'string';
}

function either(first: KeyTexts, second: KeyTexts): KeyTexts {
  if (first === undefined || second === undefined) return undefined;
  return first === 'open' || second === 'open' ? 'open' : [...first, ...second].slice(0, textCountMax);
}

function joined(segments: readonly string[], holes: readonly KeyTexts[]): KeyTexts {
  let texts: readonly string[] = [segments[0] ?? ''];
  for (const [index, hole] of holes.entries()) {
    if (hole === undefined || hole === 'open') return hole;
    const tail = segments[index + 1] ?? '';
    texts = texts.flatMap((text) => hole.map((part) => text + part + tail)).slice(0, textCountMax);
  }
  return texts;
}
