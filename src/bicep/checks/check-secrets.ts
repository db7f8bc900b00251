import { resourceTarget } from '../lowering/resource/resource-target.ts';
import { keyText, type SyntaxNode } from '../syntax/index.ts';
import { calledFunction } from './called-function.ts';
import type { CheckedFile } from './check.ts';

/** `getSecret` hands a secret to a parameter of a module and can stand nowhere else (articles/azure-resource-manager/bicep/key-vault-parameter.md). */
export function checkSecrets(file: CheckedFile): void {
  if (file.binding.tree.dialect !== 'bicep') return;
  for (const node of file.nodes) {
    if (node.kind !== 'methodCall' && node.kind !== 'call') continue;
    if (node.name.name !== 'getSecret') continue;
    const isOfVault =
      node.kind === 'methodCall' &&
      resourceTarget(node.target, file.binding)?.resource.type?.type.toLowerCase() ===
        'microsoft.keyvault/vaults';
    const isFunction = calledFunction(node, file.binding)?.name === 'getSecret';
    if ((isOfVault || isFunction) && !isHandedOn(node, file)) file.report('LG7270', {}, node);
  }
}

/** Types that no secure parameter has; of the others it may not be known. */
const insecureTypes: ReadonlySet<string> = new Set(['int', 'bool', 'array', 'string', 'object']);

/** Whether a call is the value of a parameter of a module that is secure, or of which that is not known. */
function isHandedOn(call: SyntaxNode, file: CheckedFile): boolean {
  let node = file.parentOf(call);
  while (node?.kind === 'ternary' || node?.kind === 'parenthesized') node = file.parentOf(node);
  if (node?.kind !== 'property') return false;
  const parameter = keyText(node.key);
  const params = file.parentOf(node);
  const property = params === undefined ? undefined : file.parentOf(params);
  if (property?.kind !== 'property') return isInExtensionConfig(property, file);
  const section = keyText(property.key);
  if (section !== 'params') return isInExtensionConfig(property, file);
  const module = file.binding.modules.find(
    ({ object }) => object !== undefined && file.parentOf(property) === object,
  );
  if (module === undefined) return false;
  const declared = file.model.moduleOf(module).parameters?.find((one) => one.name === parameter);
  return declared?.type === undefined || !insecureTypes.has(declared.type.toLowerCase());
}

function isInExtensionConfig(start: SyntaxNode | undefined, file: CheckedFile): boolean {
  for (let node = start; node !== undefined; node = file.parentOf(node)) {
    if (node.kind === 'property' && keyText(node.key) === 'extensionConfigs') return true;
    if (node.kind === 'extensionConfig') return true;
  }
  return false;
}
