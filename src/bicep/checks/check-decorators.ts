import { decoratorArguments, decoratorName } from '../lowering/template/decorator.ts';
import type { DecoratorSyntax, ExpressionSyntax, SyntaxNode, TypeSyntax } from '../syntax/index.ts';
import { builtInFunction } from './built-in-function.ts';
import type { CheckedFile } from './check.ts';
import { countText } from './check-calls.ts';
import { type DecoratorRule, decoratorRule, decoratorRuleNames } from './decorator-rule.ts';
import { adviseName } from './near-name.ts';
import { describeType, isNone } from './plain-type.ts';

/** Decorators that do not exist, stand on the wrong declaration, are there twice or have wrong arguments. */
export function checkDecorators(file: CheckedFile): void {
  for (const node of file.nodes) {
    if (!('decorators' in node) || node.decorators.length === 0) continue;
    const seen = new Map<string, number>();
    for (const decorator of node.decorators) {
      const name = decoratorName(decorator) ?? '';
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
    for (const decorator of node.decorators) checkDecorator(decorator, node, seen, file);
  }
}

function checkDecorator(
  decorator: DecoratorSyntax,
  target: SyntaxNode,
  seen: ReadonlyMap<string, number>,
  file: CheckedFile,
): void {
  const { expression } = decorator;
  const name = decoratorName(decorator);
  if (expression.kind === 'unreadable' || name === undefined || name === '') return;
  const place = expression.kind === 'reference' ? expression : expression.name;
  const rule = decoratorRule(name);
  if (rule === undefined) {
    if (builtInFunction(name) !== undefined && !name.startsWith('list'))
      file.report('LG7225', { name, bcp: 'BCP152', advice: 'remove it, or write a decorator' }, place);
    else if (expression.kind === 'reference') file.report('LG7271', {}, place);
    else if (expression.kind === 'call') {
      const advice = adviseName(name, decoratorRuleNames(), 'correct the name or remove the line');
      file.report('LG7201', { name, bcp: 'BCP057', advice }, place);
    }
    return;
  }
  if (expression.kind === 'reference' || expression.kind === 'member') {
    const bcp = expression.kind === 'reference' ? 'BCP063' : 'BCP141';
    file.report('LG7203', { name, bcp }, place);
    return;
  }
  if (target.kind === 'unreadable') return;
  // The compiler lets a decorator pass that is written with its namespace on a part of a type.
  const isPassedOver =
    expression.kind === 'methodCall' && (target.kind === 'propertyType' || target.kind === 'tupleItem');
  if (isPassedOver && rule.on !== 'anything' && !rule.on.includes(target.kind)) return;
  if (rule.on !== 'anything' && !rule.on.includes(target.kind)) {
    const advice = `it can be put on ${rule.on.map(targetName).join(', ')}`;
    file.report('LG7225', { name, bcp: placeCode(target.kind), advice }, place);
    return;
  }
  if ((seen.get(name) ?? 0) > 1) file.report('LG7227', { name }, decorator);
  checkArguments(decorator, name, rule, file);
  checkType(decorator, name, rule, target, file);
}

/** The compiler has a code for each kind of declaration. */
function placeCode(target: SyntaxNode['kind']): string {
  switch (target) {
    case 'parameter':
      return 'BCP125';
    case 'variable':
      return 'BCP126';
    case 'resource':
      return 'BCP127';
    case 'module':
      return 'BCP128';
    case 'output':
      return 'BCP129';
    case 'metadata':
      return 'BCP269';
    default:
      return 'BCP297';
  }
}

function targetName(kind: SyntaxNode['kind']): string {
  switch (kind) {
    case 'propertyType':
      return 'properties of types';
    case 'tupleItem':
      return 'items of tuples';
    case 'additionalProperties':
      return '`*`';
    default:
      return `${kind}s`;
  }
}

function checkArguments(
  decorator: DecoratorSyntax,
  name: string,
  rule: DecoratorRule,
  file: CheckedFile,
): void {
  const { expression } = decorator;
  if (expression.kind !== 'call' && expression.kind !== 'methodCall') return;
  const args = decoratorArguments(decorator);
  const { argumentsMin, argumentsMax, argument } = rule;
  if (args.some((arg) => arg.kind === 'unreadable')) return;
  if (args.length < argumentsMin || args.length > argumentsMax) {
    const expected = countText(argumentsMin, argumentsMax);
    file.report(
      'LG7209',
      { name, expected, count: args.length },
      { start: expression.name.end, end: expression.end },
    );
    return;
  }
  const [first] = args;
  if (first === undefined || argument === undefined) return;
  const type = file.types.of(first);
  if (isNone(type, argument))
    file.report('LG7210', { actual: describeType(type), expected: argument }, first);
  else checkValue(name, first, file);
}

function checkValue(name: string, value: ExpressionSyntax, file: CheckedFile): void {
  const type = file.types.of(value);
  const number = type.kind === 'int' ? type.value : undefined;
  if (name === 'batchSize' && number !== undefined && number < 1)
    file.report('LG7228', { name, bcp: 'BCP154', advice: 'give at least 1' }, value);
  if (value.kind === 'unary' && (name === 'minLength' || name === 'maxLength'))
    file.report('LG7228', { name, bcp: 'BCP168', advice: 'a length is 0 or more' }, value);
  if (name === 'allowed' && value.kind === 'array' && value.items.length === 0)
    file.report(
      'LG7228',
      { name, bcp: 'BCP099', advice: 'list at least one value, or remove the decorator' },
      value,
    );
}

function checkType(
  decorator: DecoratorSyntax,
  name: string,
  rule: DecoratorRule,
  target: SyntaxNode,
  file: CheckedFile,
): void {
  if (name === 'batchSize' && (target.kind === 'resource' || target.kind === 'module')) {
    if (target.body.kind !== 'for' && target.body.kind !== 'unreadable')
      file.report('LG7262', { name }, decorator);
    return;
  }
  const type = typeOf(target);
  if (type === undefined || type.kind === 'nullableType') return;
  const found = file.types.declared(type);
  if (rule.types !== undefined && isNone(found, ...rule.types))
    file.report(
      'LG7226',
      { name, expected: rule.types.join(' or '), actual: describeType(found) },
      decorator,
    );
  if (name === 'allowed') checkAllowed(decorator, found.kind, file);
}

function typeOf(target: SyntaxNode): TypeSyntax | undefined {
  switch (target.kind) {
    case 'parameter':
    case 'output':
    case 'propertyType':
    case 'tupleItem':
    case 'additionalProperties':
      return target.type;
    case 'type':
      return target.value;
    default:
      return undefined;
  }
}

function checkAllowed(decorator: DecoratorSyntax, expected: string, file: CheckedFile): void {
  const [list] = decoratorArguments(decorator);
  if (list?.kind !== 'array' || expected === 'unknown' || expected === 'array') return;
  for (const item of list.items) {
    if (item.kind === 'spread') continue;
    const type = file.types.of(item);
    if (type.kind !== 'unknown' && type.kind !== expected)
      file.report('LG7219', { expected, actual: describeType(type) }, item);
  }
}
