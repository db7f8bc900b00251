import { fold, type JsonNode, type Span, spanOf, stringOf, type Value } from '../../kernel/index.ts';
import type { Deployment } from '../deployment.ts';
import { evaluateNode } from '../evaluate-node.ts';
import type { Expression } from '../expression.ts';
import type { Frame } from '../frame.ts';
import { outermost } from '../locate.ts';
import { tryEvaluate, type ValuePath } from '../pass-through.ts';
import {
  type Declaration,
  parameterDeclaration,
  resourceDeclaration,
  variableDeclaration,
} from './declaration.ts';
import { type ExpressionAt, expressionAt, partsOf } from './expression-at.ts';
import { type FilePosition, type NodeAt, nodeAt } from './node-at.ts';

/** What an editor tells about a position of a template. */
export interface Inspection {
  /** What is told about. */
  readonly span: Span;
  /** Its value; `undefined` where there is none, or where it cannot be evaluated. For a copy loop that of its first iteration. */
  readonly value: Value | undefined;
  /** The way to the value from the root of its template: what a name says of its secrecy counts. */
  readonly path: ValuePath;
  /** The parameters and variables that have a part in the value. */
  readonly names: readonly string[];
  /** How many resources the declaration around it makes. */
  readonly instanceCount: number;
  /** What is named there. */
  readonly declarations: readonly Declaration[];
}

/** Tells what stands at a position of a template that was expanded, or of one that it nests or links. */
export function inspect(root: Deployment, position: FilePosition): Inspection | undefined {
  const at = nodeAt(root, position);
  if (at === undefined) return undefined;
  const { frame, path, property, node, instanceCount } = at;
  const declared = property === undefined ? undefined : declaredAt(path, frame.deployment);
  const base = { path, instanceCount, names: [] };
  if (declared !== undefined)
    return { ...base, span: declared.span, value: declared.value, declarations: [declared] };
  if (property !== undefined) return undefined;
  const expression = expressionAt(node, position.offset, frame.deployment);
  const declarations = namedAt(at, expression, position);
  if (expression === undefined)
    return declarations.length === 0
      ? undefined
      : { ...base, span: spanOf(node), value: undefined, declarations };
  return {
    ...base,
    span: expression.span,
    value: tryEvaluate(expression.expression, frame),
    names: [...namesIn(expression.expression, frame)],
    declarations,
  };
}

/** The parameter or variable whose name the position is in. */
function declaredAt(path: ValuePath, deployment: Deployment): Declaration | undefined {
  const [section, name] = path;
  if (path.length !== 2 || typeof name !== 'string') return undefined;
  if (fold(String(section)) === 'parameters') return parameterDeclaration(deployment, name);
  if (fold(String(section)) === 'variables') return variableDeclaration(deployment, name);
  return undefined;
}

/** What a position names: a parameter, a variable, a resource, a template. */
function namedAt(at: NodeAt, found: ExpressionAt | undefined, position: FilePosition): Declaration[] {
  const { node, frame, path } = at;
  const { source, start } = node;
  const isJson = source.text[start] === '"';
  const word = isJson ? undefined : wordAt(source.text, position.offset);
  const named = word === undefined ? [] : namedBy(word, frame);
  if (named.length > 0) return named;
  const [last, parent] = [path.at(-1), path.at(-2)].map((step) => fold(String(step)));
  if (parent === 'templatelink' && (last === 'relativepath' || last === 'uri')) return templateOf(at);
  if (parent === 'dependson') return resourcesMeant(evaluateNode(node, frame), frame);
  return found === undefined ? [] : namedIn(found.expression, frame);
}

function namedIn(expression: Expression, frame: Frame): Declaration[] {
  if (expression.kind === 'member' || expression.kind === 'index') return namedIn(expression.target, frame);
  if (expression.kind !== 'call' || expression.namespace !== '') return [];
  const [first] = expression.args;
  const name = first === undefined ? undefined : tryEvaluate(first, frame);
  const { deployment } = outermost(frame);
  switch (fold(expression.name)) {
    case 'parameters':
      return present(typeof name === 'string' ? parameterDeclaration(deployment, name) : undefined);
    case 'variables':
      return present(typeof name === 'string' ? variableDeclaration(deployment, name) : undefined);
    case 'reference':
    case 'references':
      return name === undefined ? [] : resourcesMeant(name, frame);
    case 'resourceid':
    case 'subscriptionresourceid':
    case 'tenantresourceid':
    case 'extensionresourceid':
      return resourcesMeant(tryEvaluate(expression, frame) ?? null, frame);
    default:
      return [];
  }
}

/** In a language with identifiers the word itself is the name. */
function namedBy(word: string, frame: Frame): Declaration[] {
  const { deployment } = outermost(frame);
  const one = parameterDeclaration(deployment, word) ?? variableDeclaration(deployment, word);
  return one === undefined ? resourcesMeant(word, frame) : [one];
}

/** The word that an offset of a text is in, or at the end of. */
export function wordAt(text: string, offset: number): string | undefined {
  const before = /\w*$/.exec(text.slice(Math.max(offset - 256, 0), offset))?.[0] ?? '';
  const after = /^\w*/.exec(text.slice(offset, offset + 256))?.[0] ?? '';
  return before + after === '' ? undefined : before + after;
}

function resourcesMeant(target: Value, frame: Frame): Declaration[] {
  const { deployment } = outermost(frame);
  const found = deployment.resourceIndex().find(target);
  const one = found[0];
  return one === undefined ? [] : [resourceDeclaration(one)];
}

/** The template that a link leads to. */
function templateOf({ instance, node }: NodeAt): Declaration[] {
  const root = instance?.isDeployment ? instance.nested()?.sections.root : undefined;
  if (root === undefined || root.source === node.source) return [];
  const { source, start } = root;
  const span = { source, start, end: start };
  return [
    { kind: 'template', name: source.path, span, value: undefined, given: undefined, description: undefined },
  ];
}

function present<T>(one: T | undefined): T[] {
  return one === undefined ? [] : [one];
}

/** The parameters and variables that an expression is computed from, those of its variables included. */
function namesIn(expression: Expression, frame: Frame, found: Set<string> = new Set()): ReadonlySet<string> {
  if (expression.kind === 'call' && expression.namespace === '') {
    const [first] = expression.args;
    const isName = first?.kind === 'literal' && typeof first.value === 'string';
    const kind = fold(expression.name);
    if (isName && (kind === 'parameters' || kind === 'variables') && !found.has(String(first.value))) {
      found.add(String(first.value));
      const { deployment } = outermost(frame);
      const source = deployment.parameterSource(String(first.value));
      const inner: JsonNode | undefined =
        kind === 'variables'
          ? deployment.sections.variables.get(fold(String(first.value)))?.value
          : source?.kind === 'default'
            ? source.node
            : undefined;
      if (inner !== undefined) namesInNode(inner, deployment.frame, found);
    }
  }
  for (const part of partsOf(expression)) namesIn(part, frame, found);
  return found;
}

function namesInNode(node: JsonNode, frame: Frame, found: Set<string>): void {
  const parsed = stringOf(node)?.startsWith('[')
    ? frame.deployment.run.parse(stringOf(node) ?? '')
    : undefined;
  if (parsed !== undefined && parsed.kind !== 'problem') namesIn(parsed, frame, found);
  const parts =
    node.kind === 'array'
      ? node.items
      : node.kind === 'object'
        ? node.properties.map((one) => one.value)
        : [];
  for (const part of parts) namesInNode(part, frame, found);
}
