import type { VariableSymbol } from '../../binding/index.ts';
import type { ForSyntax } from '../../syntax/index.ts';
import { call } from '../arm/arm-expression.ts';
import type { Entry } from '../arm/node-builder.ts';
import { copyLoop } from '../expression/lower-value.ts';
import type { ImportClosure } from '../import/import-closure.ts';
import { type Locals, type LoweringContext, noLocals } from '../lowering-context.ts';
import { atTurn } from '../resource/loop-locals.ts';

/** The variables of a template: values of files that were read, those of the file, and those that it imports. Loops are in `copy`. */
export function lowerVariables(closure: ImportClosure, cx: LoweringContext): Entry[] {
  const own = cx.model.binding.variables.filter((one) => !cx.inlined.has(one));
  const made = [...own.map((one) => lowerVariable(one, one.name, cx)), ...closure.variables(cx)];
  const loops = made.filter((one) => one.isLoop);
  const [first] = loops;
  return [
    ...(first === undefined
      ? []
      : [
          {
            name: 'copy',
            value: cx.nodes.array(
              first.entry.value,
              loops.map((one) => one.entry.value),
            ),
          },
        ]),
    ...closure.loaded(),
    ...made.filter((one) => !one.isLoop).map((one) => one.entry),
  ];
}

/** A variable as a template has it; that of a loop is an item of `copy`. */
export interface LoweredVariable {
  readonly entry: Entry;
  readonly isLoop: boolean;
}

export function lowerVariable(
  { declaration }: VariableSymbol,
  name: string,
  cx: LoweringContext,
): LoweredVariable {
  const { value } = declaration;
  const place = declaration.name;
  if (value.kind === 'for')
    return {
      entry: { name, place, value: copyLoop(value, name, localsOf(value, name, cx), cx) },
      isLoop: true,
    };
  return { entry: { name, place, value: cx.value(value, noLocals) }, isLoop: false };
}

/** The loop of an imported variable is called as the variable is called here. */
function localsOf(loop: ForSyntax, name: string, cx: LoweringContext): Locals {
  if (cx.model.binding.loopNames.get(loop) === name) return noLocals;
  return atTurn(loop, call('copyIndex', name), noLocals, cx);
}
