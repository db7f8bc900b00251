import { type Binding, unwrapped } from '../binding/index.ts';
import type { CallSyntax, MethodCallSyntax } from '../syntax/index.ts';
import { type BuiltInFunction, builtInFunction } from './built-in-function.ts';

/** The function of the language that a call means: by its name, or behind `sys.` or `az.`. */
export function calledFunction(
  call: CallSyntax | MethodCallSyntax,
  binding: Binding,
): BuiltInFunction | undefined {
  const name = call.name.name;
  if (call.kind === 'call') return isShadowed(call, binding) ? undefined : builtInFunction(name);
  const namespace = namespaceOf(call, binding);
  const found = namespace === undefined ? undefined : builtInFunction(name);
  return found?.namespace === namespace ? found : undefined;
}

/** The namespace that a function is called of. */
export function namespaceOf(call: MethodCallSyntax, binding: Binding): 'sys' | 'az' | undefined {
  const symbol = binding.symbolOf.get(unwrapped(call.target));
  return symbol?.kind === 'namespace' ? symbol.name : undefined;
}

/** Whether something that the file declares has the name of the function. */
function isShadowed(call: CallSyntax, binding: Binding): boolean {
  return binding.symbolOf.has(call) || binding.names.has(call.name.name);
}
