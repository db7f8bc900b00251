import { type JsonNode, suggest } from '../../kernel/index.ts';
import { unwrapped } from '../binding/index.ts';
import { base64Of } from '../content/base64.ts';
import { constantText } from '../content/constant-text.ts';
import type { FileContents, TextContent } from '../content/file-contents.ts';
import { selectNodes } from '../content/json-path.ts';
import { parseJsonPath } from '../content/json-path-parser.ts';
import { nodeExpression, templateNode } from '../content/loaded-node.ts';
import { pathProblem } from '../content/relative-path.ts';
import { encodingNames } from '../content/text-encoding.ts';
import { escapeText, literal } from '../lowering/arm-expression.ts';
import type { CallSyntax, ExpressionSyntax, MethodCallSyntax } from '../syntax/index.ts';
import type { BicepModel, LoadedValue } from './bicep-model.ts';

const textLengthMax = 131_072;
const dataLengthMax = 1_048_576;
/** Base64 makes four characters of three bytes. */
const bytesMax = (textLengthMax / 4) * 3;

type Loader = (loading: Loading) => LoadedValue;

/** A loader by the name of its function, with how many arguments that takes. */
const loaders: ReadonlyMap<string, { readonly argumentsMax: number; readonly load: Loader }> = new Map([
  ['loadTextContent', { argumentsMax: 2, load: loadText }],
  ['loadFileAsBase64', { argumentsMax: 1, load: loadBase64 }],
  ['loadJsonContent', { argumentsMax: 3, load: (loading) => loadData(loading, 'JSON', 'BCP186') }],
  ['loadYamlContent', { argumentsMax: 3, load: (loading) => loadData(loading, 'YAML', 'BCP340') }],
  ['loadDirectoryFileInfo', { argumentsMax: 2, load: loadFolder }],
  ['readEnvironmentVariable', { argumentsMax: 2, load: readVariable }],
]);

/** Whether a function of this name may be one that is answered where a file is compiled. */
export function isAnsweredByCompiler(name: string): boolean {
  return loaders.has(name);
}

const problem: LoadedValue = { kind: 'problem' };

/**
 * The value of a call that the compiler answers by reading a file (articles/azure-resource-manager/bicep/bicep-functions-files.md);
 * `undefined` for every other call. What JSON and YAML files hold keeps its place in them: that is where it is written and where it has
 * to be changed. A text stands where it is loaded, since its lines are no values. What is wrong is reported at the argument.
 */
export function loadContent(
  call: CallSyntax | MethodCallSyntax,
  model: BicepModel,
  contents: FileContents,
): LoadedValue | undefined {
  const loader = loaders.get(call.name.name);
  if (loader === undefined || !isOfLanguage(call, model)) return undefined;
  if (loader.load === readVariable && model.binding.tree.dialect === 'bicep') return undefined;
  const { argumentsMax, load } = loader;
  const found = call.args.length;
  if (found < 1 || found > argumentsMax) {
    const expected = argumentsMax === 1 ? '1 argument' : `1 to ${argumentsMax} arguments`;
    model.report('LG7118', { name: call.name.name, expected, found }, call);
    return problem;
  }
  return load({ call, model, contents });
}

/** `load...` or `sys.load...`, not a function of that name in an import. */
function isOfLanguage(call: CallSyntax | MethodCallSyntax, model: BicepModel): boolean {
  if (call.kind === 'call') return true;
  const target = unwrapped(call.target);
  return target.kind === 'reference' && model.binding.symbolOf.get(target)?.kind === 'namespace';
}

interface Loading {
  readonly call: CallSyntax | MethodCallSyntax;
  readonly model: BicepModel;
  readonly contents: FileContents;
}

function loadText(loading: Loading): LoadedValue {
  const content = textOf(loading, loading.call.args[1], textLengthMax);
  return content === undefined ? problem : textValue(content.text, loading);
}

function loadBase64(loading: Loading): LoadedValue {
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

function loadData(loading: Loading, format: 'JSON' | 'YAML', code: string): LoadedValue {
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

function loadFolder(loading: Loading): LoadedValue {
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

/** articles/azure-resource-manager/bicep/bicep-functions-parameters-file.md#readenvironmentvariable */
function readVariable(loading: Loading): LoadedValue {
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

function textValue(text: string, { call, model }: Loading): LoadedValue {
  const { start, end } = call;
  return {
    kind: 'loaded',
    node: { kind: 'scalar', source: model.source, start, end, value: escapeText(text) },
    expression: literal(text),
  };
}

function textOf(
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

function pathOf(loading: Loading, at: ExpressionSyntax): string | undefined {
  const path = constantOf(loading, at);
  const wrong = path === undefined ? undefined : pathProblem(path);
  if (path !== undefined && wrong !== undefined) loading.model.report('LG7111', { path, problem: wrong }, at);
  return wrong === undefined ? path : undefined;
}

function constantOf({ call, model }: Loading, at: ExpressionSyntax): string | undefined {
  const text = constantText(at, model.binding);
  if (text === undefined) model.report('LG7110', { name: call.name.name }, at);
  return text;
}
