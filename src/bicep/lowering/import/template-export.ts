import { childNode, type JsonNode, type PropertyNode, stringOf } from '../../../kernel/index.ts';
import { type Expression, isExpression, parseExpression } from '../../../template/index.ts';
import type { TemplateExport } from '../../program/named-declaration.ts';
import { type ArmExpression, access, call, literal, printArm } from '../arm/arm-expression.ts';
import type { LoweringContext } from '../lowering-context.ts';
import type { TemplateNames } from './template-names.ts';

const definitionPrefix = '#/definitions/';

/** The definition that a `$ref` names, and the part of it that is meant. */
function definitionIn(reference: string): { readonly name: string; readonly part: string } | undefined {
  if (!reference.startsWith(definitionPrefix)) return undefined;
  const path = reference.slice(definitionPrefix.length);
  const slash = path.indexOf('/');
  return slash === -1 ? { name: path, part: '' } : { name: path.slice(0, slash), part: path.slice(slash) };
}

/** What an export of a compiled template refers to in that template. */
export function templateReferences(declaration: TemplateExport): TemplateExport[] {
  const found: TemplateExport[] = [];
  const add = (section: TemplateExport['section'], name: string) => {
    const target = declarationOf(declaration, section, name);
    if (target !== undefined) found.push(target);
  };
  visitStrings(declaration.node.value, (text, key) => {
    const definition = key === '$ref' ? definitionIn(text) : undefined;
    if (definition !== undefined) add('definitions', definition.name);
    else for (const { section, name } of namesIn(text)) if (section !== 'loops') add(section, name);
  });
  return found;
}

/** The export as it stands in another template, with the names that things have there. */
export function renamedExport(
  declaration: TemplateExport,
  name: string,
  names: TemplateNames,
  cx: LoweringContext,
): JsonNode {
  const rename: Rename = (section, old) => {
    if (section === 'loops') return declaration.isLoop && old === declaration.name ? name : old;
    const target = declarationOf(declaration, section, old);
    return (target === undefined ? undefined : names.nameOf(target)) ?? old;
  };
  const value = rewritten(declaration.node.value, undefined, rename, cx);
  return declaration.isLoop ? withName(value, name) : value;
}

function withName(node: JsonNode, name: string): JsonNode {
  if (node.kind !== 'object') return node;
  return {
    ...node,
    properties: node.properties.map((property) =>
      property.name === 'name' && property.value.kind === 'scalar'
        ? { ...property, value: { ...property.value, value: name } }
        : property,
    ),
  };
}

/** One object for each declaration of a template, so that it can be told from others. */
const declarations = new WeakMap<JsonNode, TemplateExport>();

function declarationOf(
  { document }: TemplateExport,
  section: TemplateExport['section'],
  name: string,
): TemplateExport | undefined {
  const found = findNode(document.root, section, name);
  return found === undefined ? undefined : knownExport({ document, section, name, ...found });
}

/** The declaration that a node of a template is. */
export function knownExport(facts: Omit<TemplateExport, 'kind'>): TemplateExport {
  let found = declarations.get(facts.node.value);
  if (found === undefined) {
    found = { kind: 'templateExport', ...facts };
    declarations.set(facts.node.value, found);
  }
  return found;
}

/** The node of a type, variable or function of a template. */
export function findNode(
  root: JsonNode | undefined,
  section: TemplateExport['section'],
  name: string,
): Pick<TemplateExport, 'node' | 'isLoop'> | undefined {
  if (section === 'functions') {
    const node = functionNode(root, name);
    return node === undefined ? undefined : { node, isLoop: false };
  }
  const parent = childNode(root, section);
  const own = parent?.kind === 'object' ? parent.properties.find((one) => one.name === name) : undefined;
  if (own !== undefined) return { node: own, isLoop: false };
  const loops = section === 'variables' ? childNode(parent, 'copy') : undefined;
  const items = loops?.kind === 'array' ? loops.items : [];
  const loop = items.find((item) => stringOf(childNode(item, 'name')) === name);
  if (loop === undefined) return undefined;
  return { node: { name, nameStart: loop.start, nameEnd: loop.end, value: loop }, isLoop: true };
}

function functionNode(root: JsonNode | undefined, qualified: string): PropertyNode | undefined {
  const dot = qualified.indexOf('.');
  const namespace = dot === -1 ? '__bicep' : qualified.slice(0, dot);
  const name = qualified.slice(dot + 1);
  const groups = childNode(root, 'functions');
  for (const group of groups?.kind === 'array' ? groups.items : []) {
    if (stringOf(childNode(group, 'namespace')) !== namespace) continue;
    const members = childNode(group, 'members');
    const found =
      members?.kind === 'object' ? members.properties.find((one) => one.name === name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function visitStrings(
  node: JsonNode,
  visit: (text: string, key: string | undefined) => void,
  key?: string,
): void {
  if (node.kind === 'array') for (const item of node.items) visitStrings(item, visit);
  else if (node.kind === 'object')
    for (const one of node.properties) visitStrings(one.value, visit, one.name);
  else if (typeof node.value === 'string') visit(node.value, key);
}

interface UsedName {
  readonly section: TemplateExport['section'] | 'loops';
  readonly name: string;
}

function namesIn(text: string): UsedName[] {
  const expression = isExpression(text) ? parseExpression(text) : undefined;
  if (expression === undefined || expression.kind === 'problem') return [];
  const found: UsedName[] = [];
  visitNames(expression, (name) => found.push(name));
  return found;
}

function visitNames(expression: Expression, visit: (used: UsedName) => void): void {
  if (expression.kind === 'call') {
    const used = usedName(expression);
    if (used !== undefined) visit(used);
    for (const arg of expression.args) visitNames(arg, visit);
  } else if (expression.kind === 'member') visitNames(expression.target, visit);
  else if (expression.kind === 'index') {
    visitNames(expression.target, visit);
    visitNames(expression.index, visit);
  }
}

/** The functions whose first argument is a name that is changed, each with what it names. */
const sections: ReadonlyMap<string, UsedName['section']> = new Map([
  ['variables', 'variables'],
  ['copyindex', 'loops'],
]);

function usedName(expression: Extract<Expression, { kind: 'call' }>): UsedName | undefined {
  const { namespace, name, args } = expression;
  if (namespace === '__bicep') return { section: 'functions', name };
  if (namespace !== '') return { section: 'functions', name: `${namespace}.${name}` };
  const [first] = args;
  const section = sections.get(name.toLowerCase());
  if (section === undefined || first?.kind !== 'literal' || typeof first.value !== 'string') return undefined;
  return { section, name: first.value };
}

type Rename = (section: UsedName['section'], name: string) => string;

function rewritten(node: JsonNode, key: string | undefined, rename: Rename, cx: LoweringContext): JsonNode {
  if (node.kind === 'array')
    return { ...node, items: node.items.map((item) => rewritten(item, undefined, rename, cx)) };
  if (node.kind === 'object')
    return {
      ...node,
      properties: node.properties
        .filter((one) => !(key === 'metadata' && one.name === '__bicep_export!'))
        .map((one) => ({ ...one, value: rewritten(one.value, one.name, rename, cx) })),
    };
  if (typeof node.value !== 'string') return node;
  const definition = key === '$ref' ? definitionIn(node.value) : undefined;
  if (definition !== undefined) {
    const { name, part } = definition;
    return { ...node, value: `${definitionPrefix}${rename('definitions', name)}${part}` };
  }
  if (namesIn(node.value).length === 0) return node;
  const expression = parseExpression(node.value);
  return expression.kind === 'problem'
    ? node
    : { ...node, value: `[${printArm(renamed(expression, rename))}]` };
}

function renamed(expression: Expression, rename: Rename): ArmExpression {
  switch (expression.kind) {
    case 'literal':
      return literal(typeof expression.value === 'bigint' ? Number(expression.value) : expression.value);
    case 'member': {
      const target = renamed(expression.target, rename);
      return target.kind === 'call' ? access(target, expression.name) : target;
    }
    case 'index': {
      const target = renamed(expression.target, rename);
      return target.kind === 'call' ? access(target, renamed(expression.index, rename)) : target;
    }
    case 'call': {
      const args = expression.args.map((arg) => renamed(arg, rename));
      const used = usedName(expression);
      if (used === undefined) return call(expression.name, ...args);
      const name = rename(used.section, used.name);
      if (used.section !== 'functions') return call(expression.name, name, ...args.slice(1));
      return call(name.includes('.') ? name : `__bicep.${name}`, ...args);
    }
    default:
      expression satisfies never;
      return literal('');
  }
}
