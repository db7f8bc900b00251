import { unwrapped } from '../binding/index.ts';
import { moduleTarget } from '../lowering/module/module-reference.ts';
import { resourceTarget } from '../lowering/resource/resource-target.ts';
import type { ExpressionSyntax, SyntaxRange } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';
import { builtInTypes } from './check-type-names.ts';
import { adviseName, nearName } from './near-name.ts';
import { describeType, type PlainType } from './plain-type.ts';

/** Properties and items that are plainly not there: of literals, variables, modules, outputs and namespaces. */
export function checkPropertyAccess(file: CheckedFile): void {
  for (const node of file.nodes) {
    if (node.kind === 'member') {
      if (!node.isSafe) checkProperty(node.target, node.name.name, node.name, file);
    } else if (node.kind === 'index' && !node.isSafe && !node.isFromEnd) checkIndex(node, file);
  }
}

function checkProperty(target: ExpressionSyntax, name: string, place: SyntaxRange, file: CheckedFile): void {
  if (name === '') return;
  if (isWholeLoop(target, file)) {
    file.report('LG7223', { name, actual: 'all of a loop' }, place);
    return;
  }
  const known = propertiesOf(target, file);
  if (known !== undefined) {
    if (known.names.includes(name)) return;
    reportMissing(known.owner, name, known.names, place, file);
    return;
  }
  const type = file.types.of(target);
  if (type.kind === 'object' && type.properties !== undefined) {
    if (!type.properties.has(name))
      reportMissing('the object', name, [...type.properties.keys()], place, file);
  } else if (type.kind !== 'unknown' && type.kind !== 'object')
    file.report('LG7223', { name, actual: describeType(type) }, place);
}

/** Whether an expression is all resources or modules of a loop. */
function isWholeLoop(target: ExpressionSyntax, file: CheckedFile): boolean {
  const found = resourceTarget(target, file.binding);
  const owner = found ?? moduleTarget(target, file.binding);
  if (owner === undefined || owner.index !== undefined) return false;
  return ('resource' in owner ? owner.resource : owner.module).loop !== undefined;
}

function reportMissing(
  owner: string,
  name: string,
  names: readonly string[],
  place: SyntaxRange,
  file: CheckedFile,
): void {
  const near = nearName(name, names);
  const bcp = near !== undefined ? 'BCP083' : names.length === 0 ? 'BCP052' : 'BCP053';
  const otherwise = names.length === 0 ? 'it has no properties' : `it has ${list(names)}`;
  file.report('LG7222', { owner, name, bcp, advice: adviseName(name, names, otherwise) }, place);
}

const listedMax = 12;

export function list(names: readonly string[]): string {
  const shown = names.slice(0, listedMax).map((name) => `\`${name}\``);
  return names.length > listedMax ? `${shown.join(', ')} and more` : shown.join(', ');
}

const moduleProperties = ['name', 'outputs', 'identity', 'scope', 'params', 'dependsOn', 'extensionConfigs'];

/** The properties of what has always the same: a module, its outputs. */
function propertiesOf(
  syntax: ExpressionSyntax,
  file: CheckedFile,
): { readonly owner: string; readonly names: readonly string[] } | undefined {
  const target = unwrapped(syntax);
  const namespace = file.binding.symbolOf.get(target);
  if (namespace?.kind === 'namespace')
    return {
      owner: `the namespace \`${namespace.name}\``,
      names: namespace.name === 'sys' ? builtInTypes : [],
    };
  const module = moduleTarget(target, file.binding);
  if (module !== undefined) {
    const isCollection = module.module.loop !== undefined && module.index === undefined;
    return isCollection
      ? undefined
      : { owner: `the module \`${module.module.name}\``, names: moduleProperties };
  }
  if (target.kind !== 'member' || target.name.name !== 'outputs') return undefined;
  const owner = moduleTarget(target.target, file.binding);
  if (owner === undefined || (owner.module.loop !== undefined && owner.index === undefined)) return undefined;
  const facts = file.model.moduleOf(owner.module);
  if (facts.parameters === undefined) return undefined;
  return {
    owner: `the module \`${owner.module.name}\` has no output; among its outputs`,
    names: facts.outputs.map((one) => one.name),
  };
}

function checkIndex(node: ExpressionSyntax & { kind: 'index' }, file: CheckedFile): void {
  const target = file.types.of(node.target);
  const index = file.types.of(node.index);
  if (index.kind === 'string' && index.value !== undefined) {
    const isOfModule = propertiesOf(node.target, file) !== undefined;
    if (isOfModule || target.kind === 'object') {
      checkProperty(node.target, index.value, node.index, file);
      return;
    }
  }
  if (target.kind === 'unknown') return;
  if (target.kind === 'array') reportIndex('int', 'array', index, 'BCP074', node, file);
  else if (target.kind === 'object') reportIndex('string', 'object', index, 'BCP075', node, file);
  else file.report('LG7224', { actual: describeType(target) }, node.target);
}

function reportIndex(
  expected: 'int' | 'string',
  owner: string,
  index: PlainType,
  bcp: string,
  node: ExpressionSyntax & { kind: 'index' },
  file: CheckedFile,
): void {
  if (index.kind === 'unknown' || index.kind === expected) return;
  file.report('LG7259', { expected, owner, actual: describeType(index), bcp }, node.index);
}
