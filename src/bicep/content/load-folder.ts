import type { JsonNode } from '../../kernel/index.ts';
import type { LoadedValue } from '../program/bicep-model.ts';
import { constantOf, type Loading, pathOf } from './load-arguments.ts';
import { nodeExpression, templateNode } from './loaded-node.ts';

const problem: LoadedValue = { kind: 'problem' };

/** articles/azure-resource-manager/bicep/bicep-functions-files.md#loaddirectoryfileinfo */
export function loadFolder(loading: Loading): LoadedValue {
  const { call, model, contents } = loading;
  const [at, second] = call.args;
  const path = pathOf(loading, at!);
  const pattern = second === undefined ? undefined : constantOf(loading, second);
  if (path === undefined || (second !== undefined && pattern === undefined)) return problem;
  const files = contents.list(model.path, path, pattern);
  if ('problem' in files) {
    model.report('LG7112', { path, problem: files.problem }, at!);
    return problem;
  }
  const place = { source: model.source, start: call.start, end: call.end };
  const text = (value: string): JsonNode => ({ kind: 'scalar', ...place, value });
  const property = (name: string, value: string) => ({
    name,
    nameStart: call.start,
    nameEnd: call.end,
    value: text(value),
  });
  const root: JsonNode = {
    kind: 'array',
    ...place,
    items: files.map(({ relativePath, baseName, extension }) => ({
      kind: 'object',
      ...place,
      properties: [
        property('relativePath', relativePath),
        property('baseName', baseName),
        property('extension', extension),
      ],
    })),
  };
  return { kind: 'loaded', node: templateNode(root), expression: nodeExpression(root) };
}
