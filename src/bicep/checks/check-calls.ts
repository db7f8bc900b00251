import type { CallSyntax, FunctionDeclaration, MethodCallSyntax } from '../syntax/index.ts';
import type { ParameterKind } from './built-in-function.ts';
import { calledFunction } from './called-function.ts';
import type { CheckedFile } from './check.ts';
import { describeType, isNone, type PlainKind, plainOf } from './plain-type.ts';

/** Calls with too few or too many arguments, or with arguments that are plainly of another type. */
export function checkCalls(file: CheckedFile): void {
  for (const node of file.nodes) {
    if (node.kind !== 'call' && node.kind !== 'methodCall') continue;
    if (node.args.some((arg) => arg.kind === 'unreadable') || file.parentOf(node)?.kind === 'decorator')
      continue;
    const symbol = node.kind === 'call' ? file.binding.symbolOf.get(node) : undefined;
    if (symbol?.kind === 'function') checkUserCall(node, symbol.declaration, file);
    else checkBuiltInCall(node, file);
  }
}

function checkBuiltInCall(call: CallSyntax | MethodCallSyntax, file: CheckedFile): void {
  const called = calledFunction(call, file.binding);
  if (called === undefined) return;
  const { argumentsMin, argumentsMax, parameters } = called;
  if (!checkCount(call, argumentsMin, argumentsMax, file)) return;
  for (const [index, arg] of call.args.entries()) {
    const wanted = parameters[index] ?? parameters.at(-1) ?? [];
    if (arg.kind === 'lambda') {
      if (!wanted.includes('lambda') && !wanted.includes('any')) reportArgument('lambda', wanted, arg, file);
      continue;
    }
    if (wanted.includes('any') || wanted.includes('unknown') || wanted.length === 0) continue;
    const type = file.types.of(arg);
    if (isNone(type, ...wanted.filter((kind): kind is PlainKind => kind !== 'lambda' && kind !== 'any')))
      reportArgument(describeType(type), wanted, arg, file);
  }
}

function checkUserCall(
  call: CallSyntax | MethodCallSyntax,
  declared: FunctionDeclaration,
  file: CheckedFile,
): void {
  const { parameters } = declared;
  const required = parameters.findLastIndex(({ type }) => type.kind !== 'nullableType') + 1;
  if (!checkCount(call, required, parameters.length, file)) return;
  for (const [index, arg] of call.args.entries()) {
    const parameter = parameters[index];
    const wanted = parameter === undefined ? undefined : file.types.declared(parameter.type).kind;
    if (wanted === undefined || wanted === 'unknown' || arg.kind === 'lambda') continue;
    const type = file.types.of(arg);
    if (isNone(type, wanted)) reportArgument(describeType(type), [wanted], arg, file);
  }
}

function reportArgument(
  actual: string,
  wanted: readonly ParameterKind[],
  place: CallSyntax['args'][number],
  file: CheckedFile,
): void {
  const expected = wanted.map((kind) =>
    kind === 'lambda' ? kind : describeType(plainOf(kind as PlainKind)),
  );
  file.report('LG7210', { actual, expected: expected.join(' or ') }, place);
}

function checkCount(
  call: CallSyntax | MethodCallSyntax,
  min: number,
  max: number,
  file: CheckedFile,
): boolean {
  const count = call.args.length;
  if (count >= min && count <= max) return true;
  const place = { start: call.name.end, end: call.end };
  file.report('LG7209', { name: call.name.name, expected: countText(min, max), count }, place);
  return false;
}

/** `2`, `2 to 3` or `at least 1`. */
export function countText(min: number, max: number): string {
  if (min === max) return String(min);
  return max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`;
}
