import { call, printArm } from '../lowering/arm/arm-expression.ts';
import type { LoadedValue } from '../program/bicep-model.ts';
import { constantOf, type Loading } from './load-arguments.ts';
import { textValue } from './load-text.ts';

const problem: LoadedValue = { kind: 'problem' };

/** articles/azure-resource-manager/bicep/bicep-functions-parameters-file.md#readenvironmentvariable */
export function readVariable(loading: Loading): LoadedValue {
  const { call, model, contents } = loading;
  const [at, second] = call.args;
  const name = constantOf(loading, at!);
  const otherwise = second === undefined ? undefined : constantOf(loading, second);
  if (name === undefined || (second !== undefined && otherwise === undefined)) return problem;
  const value = contents.environmentVariable(name) ?? otherwise;
  if (value !== undefined) return textValue(value, loading);
  model.report('LG7119', { name }, at!);
  return problem;
}

/** An input that the tool gives which deploys: it is the external input of that kind. */
export function readInput(loading: Loading, kind: string): LoadedValue {
  const name = constantOf(loading, loading.call.args[0]!);
  if (name === undefined) return problem;
  const { model, call: syntax } = loading;
  const expression = call('externalInput', kind, name);
  const { start, end } = syntax;
  return {
    kind: 'loaded',
    node: { kind: 'scalar', source: model.source, start, end, value: `[${printArm(expression)}]` },
    expression,
  };
}
