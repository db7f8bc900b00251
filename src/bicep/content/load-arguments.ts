import { suggest } from '../../kernel/index.ts';
import type { BicepModel } from '../program/bicep-model.ts';
import type { CallSyntax, ExpressionSyntax, MethodCallSyntax } from '../syntax/index.ts';
import { constantText } from './constant-text.ts';
import type { FileContents, TextContent } from './file-contents.ts';
import { pathProblem } from './relative-path.ts';
import { encodingNames } from './text-encoding.ts';

/** A call of a `load...` function that is being answered. What is wrong with an argument is reported at it, and its value is `undefined` then. */
export interface Loading {
  readonly call: CallSyntax | MethodCallSyntax;
  readonly model: BicepModel;
  readonly contents: FileContents;
}

/** The text of the file that the first argument names. */
export function textOf(
  loading: Loading,
  encodingAt: ExpressionSyntax | undefined,
  lengthMax: number,
): TextContent | undefined {
  const { call, model, contents } = loading;
  const at = call.args[0]!;
  const path = pathOf(loading, at);
  const encoding = encodingAt === undefined ? 'utf-8' : encodingOf(loading, encodingAt);
  if (path === undefined || encoding === undefined) return undefined;
  const content = contents.text(model.path, path, encoding);
  if ('problem' in content) {
    model.report('LG7112', { path, problem: content.problem }, at);
    return undefined;
  }
  if (content.text.length > lengthMax) {
    model.report('LG7113', { path, limit: lengthMax, unit: 'characters' }, at);
    return undefined;
  }
  if (encodingAt !== undefined && content.marked !== undefined && content.marked !== encoding)
    model.report('LG7117', { found: content.marked }, encodingAt);
  return content;
}

function encodingOf(loading: Loading, at: ExpressionSyntax): string | undefined {
  const encoding = constantOf(loading, at);
  if (encoding === undefined || encodingNames.includes(encoding)) return encoding;
  const otherwise = `use one of ${encodingNames.join(', ')}`;
  loading.model.report(
    'LG7116',
    { encoding, suggestion: suggest(encoding, [...encodingNames], otherwise) },
    at,
  );
  return undefined;
}

/** The path that an argument states. */
export function pathOf(loading: Loading, at: ExpressionSyntax): string | undefined {
  const path = constantOf(loading, at);
  const wrong = path === undefined ? undefined : pathProblem(path);
  if (path !== undefined && wrong !== undefined) loading.model.report('LG7111', { path, problem: wrong }, at);
  return wrong === undefined ? path : undefined;
}

/** The text of an argument that has to be known. */
export function constantOf({ call, model }: Loading, at: ExpressionSyntax): string | undefined {
  const text = constantText(at, model.binding);
  if (text === undefined) model.report('LG7110', { name: call.name.name }, at);
  return text;
}
