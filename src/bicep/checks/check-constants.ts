import { decoratorArguments, decoratorName } from '../lowering/template/decorator.ts';
import type { ExpressionSyntax } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';

/** Decorators whose arguments need not be written as they are. */
const computed: ReadonlySet<string> = new Set(['validate']);

/** What must be written as it is: arguments of decorators, and metadata. */
export function checkConstants(file: CheckedFile): void {
  for (const node of file.nodes) {
    if (node.kind === 'metadata') checkConstant(node.value, file);
    if (node.kind !== 'decorator' || computed.has(decoratorName(node) ?? '')) continue;
    if (decoratorArguments(node).every((arg) => arg.kind !== 'unreadable'))
      for (const arg of decoratorArguments(node)) checkConstant(arg, file);
  }
}

function checkConstant(value: ExpressionSyntax, file: CheckedFile): void {
  switch (value.kind) {
    case 'string':
    case 'integer':
    case 'boolean':
    case 'null':
    case 'unreadable':
      return;
    case 'object':
      for (const member of value.members) {
        if (member.kind === 'property') checkConstant(member.value, file);
        else if (member.kind === 'spread') file.report('LG7276', {}, member);
      }
      return;
    case 'array':
      for (const item of value.items) {
        if (item.kind === 'spread') file.report('LG7276', {}, item);
        else checkConstant(item, file);
      }
      return;
    case 'parenthesized':
      checkConstant(value.expression, file);
      return;
    case 'unary':
      if (value.operator === '-') checkConstant(value.operand, file);
      else file.report('LG7276', {}, value);
      return;
    case 'reference':
      // What there is nothing of has been reported.
      if (file.binding.symbolOf.has(value)) file.report('LG7276', {}, value);
      return;
    default:
      file.report('LG7276', {}, value);
  }
}
