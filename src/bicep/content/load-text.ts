import { escapeText, literal } from '../lowering/arm/arm-expression.ts';
import type { LoadedValue } from '../program/bicep-model.ts';
import { base64Of } from './base64.ts';
import { type Loading, pathOf, textOf } from './load-arguments.ts';

const textLengthMax = 131_072;
/** Base64 makes four characters of three bytes. */
const bytesMax = (textLengthMax / 4) * 3;

const problem: LoadedValue = { kind: 'problem' };

/** articles/azure-resource-manager/bicep/bicep-functions-files.md#loadtextcontent */
export function loadText(loading: Loading): LoadedValue {
  const content = textOf(loading, loading.call.args[1], textLengthMax);
  return content === undefined ? problem : textValue(content.text, loading);
}

/** articles/azure-resource-manager/bicep/bicep-functions-files.md#loadfileasbase64 */
export function loadBase64(loading: Loading): LoadedValue {
  const { model, contents } = loading;
  const at = loading.call.args[0]!;
  const path = pathOf(loading, at);
  if (path === undefined) return problem;
  const file = contents.bytes(model.path, path);
  if ('problem' in file) {
    model.report('LG7112', { path, problem: file.problem }, at);
    return problem;
  }
  if (file.bytes.length > bytesMax) {
    model.report('LG7113', { path, limit: bytesMax, unit: 'bytes' }, at);
    return problem;
  }
  return textValue(base64Of(file.bytes), loading);
}

/** A text as a value that stands where it is loaded. */
export function textValue(text: string, { call, model }: Loading): LoadedValue {
  const { start, end } = call;
  return {
    kind: 'loaded',
    node: { kind: 'scalar', source: model.source, start, end, value: escapeText(text) },
    expression: literal(text),
  };
}
