import type { ParameterSymbol } from '../binding/index.ts';
import { resourceTarget } from '../lowering/resource/resource-target.ts';
import { findDecorator } from '../lowering/template/decorator.ts';
import { type ExpressionSyntax, type OutputDeclaration, type SyntaxNode, walk } from '../syntax/index.ts';
import { calledFunction } from './called-function.ts';
import type { CheckedFile } from './check.ts';

/**
 * Secrets that everybody who can read a deployment would see: defaults of secure parameters and outputs
 * (articles/azure-resource-manager/bicep/linter-rule-secure-parameter-default.md, linter-rule-outputs-should-not-contain-secrets.md).
 */
export function checkSecureValues(file: CheckedFile): void {
  for (const parameter of file.binding.parameters) {
    const { defaultValue, name } = parameter.declaration;
    if (defaultValue === undefined || !isSecure(parameter) || isHarmless(defaultValue, file)) continue;
    file.report('LG7290', { name: name.name, rule: 'secure-parameter-default' }, defaultValue);
  }
  for (const output of file.binding.outputs)
    if (findDecorator(output.decorators, 'secure') === undefined) checkOutput(output, file);
}

function isSecure({ declaration }: ParameterSymbol): boolean {
  return findDecorator(declaration.decorators, 'secure') !== undefined;
}

/** Nothing, something made anew each time, or another secure parameter. */
function isHarmless(value: ExpressionSyntax, file: CheckedFile): boolean {
  if (value.kind === 'string') return value.value === '';
  if (value.kind === 'object') return value.members.length === 0;
  if (value.kind === 'unreadable') return true;
  return hasNode(value, (node) => isCallOf('newGuid', node, file) || isSecureReference(node, file));
}

function checkOutput(output: OutputDeclaration, file: CheckedFile): void {
  walk(output.value, {
    enter: (node) => {
      const secret = secretOf(node, file);
      if (secret === undefined) return true;
      const details = { output: output.name.name, secret, rule: 'outputs-should-not-contain-secrets' };
      file.report('LG7291', details, node);
      return false;
    },
  });
}

function secretOf(node: SyntaxNode, file: CheckedFile): string | undefined {
  if (node.kind === 'reference') return isSecureReference(node, file) ? node.name : undefined;
  if (node.kind !== 'call' && node.kind !== 'methodCall') return undefined;
  const isOfResource = node.kind === 'methodCall' && resourceTarget(node.target, file.binding) !== undefined;
  const name = isOfResource ? node.name.name : calledFunction(node, file.binding)?.name;
  return name?.startsWith('list') ? name : undefined;
}

function isSecureReference(node: SyntaxNode, file: CheckedFile): boolean {
  const symbol = node.kind === 'reference' ? file.binding.symbolOf.get(node) : undefined;
  return symbol?.kind === 'parameter' && isSecure(symbol);
}

function isCallOf(name: string, node: SyntaxNode, file: CheckedFile): boolean {
  return (
    (node.kind === 'call' || node.kind === 'methodCall') && calledFunction(node, file.binding)?.name === name
  );
}

function hasNode(start: SyntaxNode, isMatch: (node: SyntaxNode) => boolean): boolean {
  let found = false;
  walk(start, {
    enter: (node) => {
      found ||= isMatch(node);
      return !found;
    },
  });
  return found;
}
