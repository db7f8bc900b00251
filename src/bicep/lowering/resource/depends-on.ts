import type { JsonNode } from '../../../kernel/index.ts';
import type { ModuleSymbol, ResourceSymbol } from '../../binding/index.ts';
import type { SyntaxRange } from '../../syntax/index.ts';
import { type ArmExpression, call, literal, printArm } from '../arm/arm-expression.ts';
import { type Locals, type LoweringContext, noLocals } from '../lowering-context.ts';
import { moduleId } from '../module/module-reference.ts';
import type { Dependencies, Dependency } from './dependencies.ts';
import { resourceIdOf } from './deployment-scope.ts';
import { withLoop } from './loop-locals.ts';
import { symbolicNameOf } from './symbolic-name.ts';

interface Waited {
  readonly symbol: ResourceSymbol | ModuleSymbol;
  readonly key: string;
  /** The turn of a loop; `undefined` for all of it. */
  readonly index: ArmExpression | undefined;
  /** What a template without symbolic names calls it. */
  readonly id: () => ArmExpression;
}

/** The `dependsOn` of a resource or module: what it refers to, through variables and existing resources; `undefined` where there is nothing. */
export function dependsOn(
  symbol: ResourceSymbol | ModuleSymbol,
  place: SyntaxRange,
  dependencies: Dependencies,
  cx: LoweringContext,
): JsonNode | undefined {
  const visited: Visited = new Map();
  const waited = dependencies
    .of(symbol)
    .flatMap((one) => [...behind(one, noLocals, true, new Set([symbol]), visited, dependencies, cx)]);
  const whole = new Set(waited.filter((one) => one.index === undefined).map((one) => one.symbol));
  const items = new Map<string, { key: string; expression: ArmExpression }>();
  for (const one of waited) {
    const turn = whole.has(one.symbol) ? undefined : one.index;
    const expression = entry(one, turn, cx);
    items.set(printArm(expression), { key: one.key, expression });
  }
  if (items.size === 0) return undefined;
  const sorted = [...items.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return cx.nodes.array(
    place,
    sorted.map(({ expression }) => cx.nodes.expression(place, expression)),
  );
}

/** What has been followed, where no loop makes a difference: once as what is only pointed at, and once as what is used. */
type Visited = Map<Dependency['symbol'], { weak: boolean; strong: boolean }>;

/** Declarations that lead from one to the other; the expander follows no more either. */
const stepsMax = 512;

/** Whether this was followed before: variables that use each other twice would be followed along each of their many ways. */
function wasVisited({ symbol, index, isWeak }: Dependency, locals: Locals, visited: Visited): boolean {
  if (index !== undefined || locals !== noLocals) return false;
  const known = visited.get(symbol) ?? { weak: false, strong: false };
  const was = isWeak ? known.weak : known.strong;
  visited.set(symbol, { weak: known.weak || isWeak, strong: known.strong || !isWeak });
  return was;
}

/** Follows a dependency to what a deployment can wait for. */
function* behind(
  dependency: Dependency,
  locals: Locals,
  isOwnTurn: boolean,
  seen: ReadonlySet<unknown>,
  visited: Visited,
  dependencies: Dependencies,
  cx: LoweringContext,
): Iterable<Waited> {
  const { symbol, index } = dependency;
  if (seen.has(symbol) || seen.size > stepsMax || wasVisited(dependency, locals, visited)) return;
  const turn = index === undefined ? undefined : cx.arm(index, locals);
  const usesTurn = turn !== undefined && usesCopyIndex(turn);
  if (symbol.kind === 'module') {
    const kept = usesTurn && !isOwnTurn ? undefined : turn;
    yield {
      symbol,
      key: symbol.name,
      index: kept,
      id: () => moduleId({ module: symbol, index }, locals, cx),
    };
    return;
  }
  if (symbol.kind === 'resource' && isWaitedFor(symbol, dependency, cx)) {
    const kept = usesTurn && !isOwnTurn ? undefined : turn;
    const target = { resource: symbol, index };
    yield {
      symbol,
      key: symbolicNameOf(symbol),
      index: kept,
      id: () => resourceIdOf(symbol, withLoop(target, locals, cx), cx),
    };
    return;
  }
  const inner = symbol.kind === 'resource' ? withLoop({ resource: symbol, index }, locals, cx) : locals;
  for (const next of dependencies.of(symbol))
    yield* behind(next, inner, isOwnTurn && usesTurn, new Set([...seen, symbol]), visited, dependencies, cx);
}

/** An existing resource is part of a template only by its symbolic name. */
function isWaitedFor(symbol: ResourceSymbol, { isWeak }: Dependency, cx: LoweringContext): boolean {
  if (!symbol.declaration.isExisting) return true;
  return cx.symbolicNames && !isWeak && !cx.inlined.has(symbol);
}

function entry({ symbol, id }: Waited, turn: ArmExpression | undefined, cx: LoweringContext): ArmExpression {
  const name = symbol.kind === 'module' ? symbol.name : symbolicNameOf(symbol);
  if (cx.symbolicNames) return turn === undefined ? literal(name) : call('format', `${name}[{0}]`, turn);
  return symbol.loop !== undefined && turn === undefined ? literal(name) : id();
}

function usesCopyIndex(expression: ArmExpression): boolean {
  if (expression.kind === 'literal') return false;
  return expression.name === 'copyIndex' || [...expression.args, ...expression.path].some(usesCopyIndex);
}
