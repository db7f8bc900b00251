import type { JsonNode } from '../../kernel/index.ts';
import type { LoadedValue } from '../program/bicep-model.ts';
import type { ExpressionSyntax } from '../syntax/index.ts';
import { selectNodes } from './json-path.ts';
import { parseJsonPath } from './json-path-parser.ts';
import { constantOf, type Loading, textOf } from './load-arguments.ts';
import { nodeExpression, templateNode } from './loaded-node.ts';

const dataLengthMax = 1_048_576;

const problem: LoadedValue = { kind: 'problem' };

/** articles/azure-resource-manager/bicep/bicep-functions-files.md#loadjsoncontent, #loadyamlcontent */
export function loadData(loading: Loading, format: 'JSON' | 'YAML', code: string): LoadedValue {
  const { call, model, contents } = loading;
  const [at, selector, encoding] = call.args;
  const content = textOf(loading, encoding, dataLengthMax);
  if (content === undefined) return problem;
  const parsed = format === 'JSON' ? contents.json(content) : contents.yaml(content);
  if ('problem' in parsed) {
    model.report('LG7114', { path: content.path, format, problem: parsed.problem, code }, at!);
    return problem;
  }
  const root = parsed.root === undefined ? undefined : selected(parsed.root, selector, loading);
  return root === undefined
    ? problem
    : { kind: 'loaded', node: templateNode(root), expression: nodeExpression(root) };
}

/** What a path leads to: the one value, or all of several. */
function selected(
  root: JsonNode,
  selector: ExpressionSyntax | undefined,
  loading: Loading,
): JsonNode | undefined {
  if (selector === undefined) return root;
  const path = constantOf(loading, selector);
  if (path === undefined) return undefined;
  const parsed = parseJsonPath(path);
  const nodes = parsed.kind === 'problem' ? parsed : selectNodes(root, parsed.steps);
  if (!('problem' in nodes) && nodes.length > 0) {
    const [only] = nodes;
    if (nodes.length === 1) return only;
    const { source, start, end } = root;
    return { kind: 'array', source, start, end, items: nodes };
  }
  const why = 'problem' in nodes ? nodes.problem : 'no value is there';
  loading.model.report('LG7115', { path, problem: why }, selector);
  return undefined;
}
